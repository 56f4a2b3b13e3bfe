//! `dist/cdr-lens.html`: everything in one file, which a double click opens from disk.
//!
//! There, a page may not fetch anything, not even the file beside it: style and icon are in the file, the glue is a
//! script in it, which the worker's script repeats, and module and charts lie in it gzipped and in base64; the
//! licences of all that is in it are there to be read. What is only copied (`copy-file`, `copy-dir`) is left out.

use super::charts::Charts;
use super::index::{Index, Link};
use super::outside;
use super::policy;
use super::program::Program;
use super::site::{icon, read};
use crate::digest;
use crate::licences;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

const START: &str = include_str!("single_file.js");

/// Writes the file, and returns it.
pub(super) fn write(project: &Project, index: &Index, program: &Program, charts: Option<&Charts>) -> Result<String> {
    let (glue, start) = (in_script(&program.glue)?, in_script(START)?);
    let module = BASE64_STANDARD.encode(gzip(&program.wasm)?);
    let mut scripts = vec![digest::csp(&glue), digest::csp(&start)];
    let mut markup = Vec::new();
    for link in &index.links {
        markup.push(match link {
            Link::Rust(_) => format!(
                "<script type=\"application/octet-stream;base64\" id=\"module\">{module}</script>\n\
                 <script id=\"glue\">{glue}</script>\n<script>{start}</script>"
            ),
            Link::Css { href } => {
                let css = String::from_utf8(read(project, href)?).with_context(|| format!("{href} is not UTF-8"))?;
                format!("<style>\n{}</style>", in_style(&css))
            }
            Link::Icon { href } => icon(project, href)?,
            Link::Charts => match charts {
                Some(charts) => {
                    scripts.push(digest::csp(&charts.script));
                    packed(charts)?
                }
                None => String::new(),
            },
            Link::CopyFile { href, .. } if href == licences::FILE => {
                let text = String::from_utf8(read(project, href)?).with_context(|| format!("{href} is not UTF-8"))?;
                format!("<script type=\"text/plain\" id=\"licences\">\n{}</script>", in_script(&text)?)
            }
            Link::CopyFile { .. } | Link::CopyDir { .. } => String::new(),
        });
    }
    let page = index.render(&policy::single_file(&scripts), &markup)?;
    outside::check_html(&page, outside::Allowed::Nothing).context("dist/cdr-lens.html")?;
    let path = project.single_file();
    fs::write(&path, &page).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(page)
}

/// The charts, as the start script unpacks them and runs them: their hash is that of the unpacked script.
fn packed(charts: &Charts) -> Result<String> {
    let script = BASE64_STANDARD.encode(gzip(charts.script.as_bytes())?);
    Ok(format!("<script type=\"application/octet-stream;base64\" id=\"charts\">{script}</script>"))
}

/// gzip at its best.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish().context("gzip")
}

/// A script as it may stand in HTML: there, `</script` ends it and `<!--` may keep it from ending, whatever the script
/// means by them. Both can only stand in its strings, where the backslash changes nothing, and in its comments.
fn in_script(script: &str) -> Result<String> {
    if script.contains("String.raw") {
        bail!("the glue has a raw string, in which `</script` cannot be escaped");
    }
    // A browser hashes the script without carriage returns.
    let script = script.replace("\r\n", "\n").replace('\r', "\n");
    Ok(escape_ends(&script, "</script").replace("<!--", "<\\!--"))
}

/// A style sheet as it may stand in HTML.
fn in_style(css: &str) -> String {
    escape_ends(css, "</style")
}

/// Puts a backslash between `<` and `/` of an end tag, in whatever case it is written.
fn escape_ends(text: &str, end: &str) -> String {
    // ASCII only, so that places in one are places in the other.
    let lower = text.to_ascii_lowercase();
    let mut escaped = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in lower.match_indices(end) {
        escaped.push_str(&text[from..=at]);
        escaped.push('\\');
        from = at + 1;
    }
    escaped.push_str(&text[from..]);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_end_the_element_it_stands_in() {
        let script = "a(\"</script>\", '</SCRIPT >', `<!-- <script>`, \"</p>é\");\r\nb();\n";
        let escaped = "a(\"<\\/script>\", '<\\/SCRIPT >', `<\\!-- <script>`, \"</p>é\");\nb();\n";
        assert_eq!(in_script(script).unwrap(), escaped);
        assert!(in_script("String.raw`</script>`").is_err());
    }

    #[test]
    fn a_style_cannot_end_the_element_it_stands_in() {
        assert_eq!(in_style("a::after { content: \"</Style>\" }"), "a::after { content: \"<\\/Style>\" }");
    }
}
