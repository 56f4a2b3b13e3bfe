//! The order of the house: which crate may lean on which, which module, and how long files are. The compiler keeps what
//! the manifests say; these tests keep the manifests.

use crate::project::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The crates below the page, each leaning only on those before it.
const LAYERS: [&str; 13] = [
    "sorting",
    "tables",
    "calls",
    "store",
    "ingest",
    "knowledge",
    "query",
    "words",
    "reference",
    "session",
    "insight",
    "sample",
    "fixtures",
];

/// Packages that know the browser.
const OF_BROWSERS: [&str; 6] = ["web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "yew", "gloo"];

/// Lines of a file, at the most, and of half of them.
const MOST_LINES: usize = 400;
const MEDIAN_LINES: usize = 120;

/// Columns of a line, at the most.
const MOST_COLUMNS: usize = 120;

fn root() -> PathBuf {
    Project::find().unwrap().root
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder and of all folders in it that end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<PathBuf> {
    ["src", "crates", "xtask", "benches", "fuzz/fuzz_targets"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"))
        .filter(|path| !path.components().any(|part| part.as_os_str() == "target"))
        .collect()
}

/// What a crate's manifest names in a section.
fn dependencies(manifest: &str, section: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| *line != format!("[{section}]")).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines
        .filter_map(|line| Some(line.split(['.', ' ', '=']).next()?.to_owned()))
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn no_crate_leans_on_one_above_it() {
    let place = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let folder = entry.unwrap();
        if !folder.path().is_dir() {
            continue;
        }
        let name = folder.file_name().into_string().unwrap();
        let own = place(&name).unwrap_or_else(|| panic!("{name} has no place among the layers"));
        let manifest = read(&folder.path().join("Cargo.toml"));
        assert!(manifest.contains("description = "), "{name} does not say what it is for");
        for other in dependencies(&manifest, "dependencies") {
            assert!(place(&other).is_none_or(|other| other < own), "{name} leans on {other}, which is above it");
            assert!(
                other != "fixtures" && (other != "sample" || name == "fixtures"),
                "{name}: {other} is for tests and for \
                the page"
            );
        }
    }
}

#[test]
fn the_list_of_crates_is_that_of_the_layers() {
    let text = read(&root().join("crates/README.md"));
    let listed = text.lines().filter_map(|line| Some(line.strip_prefix("| [")?.split_once(']')?.0));
    assert_eq!(listed.collect::<Vec<_>>(), LAYERS);
}

#[test]
fn nothing_below_the_page_knows_the_browser() {
    for manifest in files(&root().join("crates"), "Cargo.toml") {
        for name in OF_BROWSERS {
            assert!(!read(&manifest).lines().any(|line| line.starts_with(name)), "{}: {name}", manifest.display());
        }
    }
}

#[test]
fn a_module_is_a_file_of_its_name() {
    for file in sources() {
        assert!(!file.ends_with("mod.rs"), "{}: as the folder, beside it", file.display());
    }
}

#[test]
fn no_circle_between_modules() {
    let mut crates: Vec<PathBuf> = LAYERS.iter().map(|name| root().join("crates").join(name).join("src")).collect();
    crates.extend(["src/engine", "src/app"].map(|folder| root().join(folder)));
    for folder in crates {
        let uses = uses_of(&folder);
        for module in uses.keys() {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let mut open: Vec<&str> = uses[module].iter().map(String::as_str).collect();
            while let Some(next) = open.pop() {
                assert!(next != module, "{}: {module} uses what uses it: {reached:?}", folder.display());
                if reached.insert(next) {
                    open.extend(uses[next].iter().map(String::as_str));
                }
            }
        }
    }
}

/// The modules of a crate, or of a folder in it, each with those that it uses beside it.
fn uses_of(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let is_crate = folder.join("lib.rs").is_file();
    let head = without_tests(&read(&if is_crate { folder.join("lib.rs") } else { folder.with_extension("rs") }));
    let prefix =
        if is_crate { "crate".to_owned() } else { format!("crate::{}", folder.file_name().unwrap().to_string_lossy()) };
    let words =
        |line: &str| line.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect::<Vec<_>>();
    let mut modules = BTreeSet::new();
    // By what name is a module's item known beside it?
    let mut of_item = BTreeMap::new();
    for statement in head.split_inclusive([';', '}']) {
        let words = words(statement);
        let after = |keyword: &str| Some(words.get(words.iter().position(|word| word == keyword)? + 1)?.clone());
        if let Some(module) = after("mod") {
            modules.insert(module);
        }
        if let Some(module) = after("use") {
            of_item.extend(words.iter().map(|item| (item.clone(), module.clone())));
        }
    }
    let named = |name: &str| {
        let module = if modules.contains(name) { Some(name) } else { of_item.get(name).map(String::as_str) };
        module.filter(|module| modules.contains(*module)).map(str::to_owned)
    };
    let mut uses = BTreeMap::new();
    for module in &modules {
        let mut used = BTreeSet::new();
        let own = [vec![folder.join(format!("{module}.rs"))], files_if_any(&folder.join(module))].concat();
        for file in own.iter().filter(|file| file.is_file() && !file.to_string_lossy().contains("test")) {
            let text = without_tests(&read(file));
            let depth = file.strip_prefix(folder).unwrap().components().count();
            for way in [format!("{prefix}::"), "super::".repeat(depth)] {
                for (at, _) in text.match_indices(&way) {
                    if text[..at].ends_with([':', '_']) || text[..at].ends_with(char::is_alphanumeric) {
                        continue;
                    }
                    used.extend(names(&text[at + way.len()..]).iter().filter_map(|name| named(name)));
                }
            }
        }
        used.remove(module);
        uses.insert(module.clone(), used);
    }
    uses
}

fn files_if_any(folder: &Path) -> Vec<PathBuf> {
    if folder.is_dir() { files(folder, ".rs") } else { Vec::new() }
}

/// The first names of a path, or of the paths between braces.
fn names(rest: &str) -> Vec<String> {
    let name =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut begin, mut found) = (0, 0, Vec::new());
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(name(&list[begin..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(name(&list[begin..at]));
                begin = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The text of a file, without its comments and without the tests at its end.
fn without_tests(text: &str) -> String {
    let ships = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    ships.lines().filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn files_are_short_and_lines_too() {
    let mut lengths = Vec::new();
    let mut long = Vec::new();
    for path in sources() {
        let text = read(&path);
        lengths.push(text.lines().count());
        assert!(text.lines().count() <= MOST_LINES, "{} has more than {MOST_LINES} lines", path.display());
        let lines = text.lines().enumerate().filter(|(_, line)| line.chars().count() > MOST_COLUMNS);
        long.extend(lines.map(|(at, _)| format!("{}:{}", path.display(), at + 1)));
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] <= MEDIAN_LINES, "half of the files have more than {MEDIAN_LINES} lines");
    assert!(long.is_empty(), "longer than {MOST_COLUMNS} columns:\n{}", long.join("\n"));
}
