//! How large the page is.

use super::charts::Charts;
use super::module_parts::Part;
use super::program::Program;
use super::single_file::gzip;
use anyhow::{Result, bail};

/// The largest the module may be, before compression.
const MOST_WASM: usize = 4_300_000;

/// The largest the charts may be, gzipped.
const MOST_CHARTS: usize = 250_000;

/// Prints a table: each part as it is, and gzipped as hosts send it.
pub(super) fn print(program: &Program, charts: Option<&Charts>, css: &str, single_file: &str) -> Result<()> {
    println!("\n{:<14}{:>12}{:>12}", "bytes", "as it is", "gzipped");
    let charts = charts.map(Charts::whole).unwrap_or_default();
    let parts: [(&str, &[u8]); 5] = [
        ("module", &program.wasm),
        ("glue", program.glue.as_bytes()),
        ("charts", charts.as_bytes()),
        ("style", css.as_bytes()),
        ("single file", single_file.as_bytes()),
    ];
    for (name, bytes) in parts.into_iter().filter(|(_, bytes)| !bytes.is_empty()) {
        println!("{name:<14}{:>12}{:>12}", grouped(bytes.len()), grouped(gzip(bytes)?.len()));
    }
    Ok(())
}

/// Fails for a module that is too large. One that could not be made small is not measured by that.
pub(super) fn check(program: &Program) -> Result<()> {
    if program.not_optimised.is_none() && program.wasm.len() > MOST_WASM {
        let (size, most) = (grouped(program.wasm.len()), grouped(MOST_WASM));
        bail!("the module has {size} bytes, and may have {most}: find what makes it large, or a smaller dependency");
    }
    Ok(())
}

/// Fails for charts that are too large.
pub(super) fn check_charts(charts: &Charts) -> Result<()> {
    let size = gzip(charts.whole().as_bytes())?.len();
    if size > MOST_CHARTS {
        let (size, most) = (grouped(size), grouped(MOST_CHARTS));
        bail!("the charts have {size} bytes gzipped, and may have {most}: see www/charts/echarts_parts.js");
    }
    Ok(())
}

/// Where the table stands in ARCHITECTURE.md.
const BEGIN: &str = "<!-- cargo xtask sizes: begin -->";
const END: &str = "<!-- cargo xtask sizes: end -->";

/// The table of what takes how much.
pub(super) fn table(parts: &[Part], program: &Program) -> Result<String> {
    let all: usize = parts.iter().map(|part| part.bytes).sum();
    let kilobytes = |bytes: usize| (bytes + 500) / 1000;
    let mut table = String::from("| part of the module | kB | share |\n|---|--:|--:|\n");
    for Part { name, bytes } in parts {
        table += &format!("| {name} | {} | {} % |\n", grouped(kilobytes(*bytes)), (bytes * 100 + all / 2) / all);
    }
    let made = [program.wasm.len(), gzip(&program.wasm)?.len()].map(|bytes| grouped(kilobytes(bytes)));
    table += &format!("| all, as it is compiled | {} | |\n", grouped(kilobytes(all)));
    table += &format!("| what ships, after wasm-opt | {} | |\n| the same, gzipped | {} | |\n", made[0], made[1]);
    Ok(table)
}

/// The document with that table in its place; `None` where it has none.
pub(super) fn in_place(document: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

/// With a space between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let document = |table: &str| format!("# Title\n\n{BEGIN}\n\n{table}\n{END}\n\nMore.\n");
        assert_eq!(in_place(&document("old"), "new"), Some(document("new")));
        assert_eq!(in_place("# Title", "new"), None);
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([grouped(0), grouped(999), grouped(1_000), grouped(1_234_567)], ["0", "999", "1 000", "1 234 567"]);
    }

    #[test]
    fn charts_are_measured_gzipped() {
        let charts = |script: String| Charts { licences: String::new(), script };
        assert!(check_charts(&charts("a".repeat(MOST_CHARTS + 1))).is_ok());
        // Hashes do not get smaller than half of their digits.
        let hashes = |count: usize| (0..count).map(|number| crate::digest::hex(&number.to_le_bytes())).collect();
        assert!(check_charts(&charts(hashes(MOST_CHARTS / 32 + 1000))).is_err());
    }

    #[test]
    fn a_large_module_fails_unless_it_could_not_be_made_small() {
        let program = |size, not_optimised: Option<&str>| Program {
            glue: String::new(),
            wasm: vec![0; size],
            not_optimised: not_optimised.map(str::to_owned),
        };
        assert!(check(&program(MOST_WASM, None)).is_ok());
        assert!(check(&program(MOST_WASM + 1, None)).is_err());
        assert!(check(&program(MOST_WASM + 1, Some("no npm"))).is_ok());
    }
}
