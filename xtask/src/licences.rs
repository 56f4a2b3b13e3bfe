//! The licences of all that is shipped: `www/licences.txt`, which both forms of the page carry.
//!
//! What is linked into the module is told by cargo, from Cargo.lock; what is in the charts by their packages. Texts
//! that several packages share stand there once.

use crate::project::Project;
use crate::setup::NodeModules;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where it is, below the project.
pub(crate) const FILE: &str = "www/licences.txt";

/// npm's packages that the charts are made of.
const OF_CHARTS: [&str; 3] = ["echarts", "zrender", "tslib"];

const HEAD: &str = "CDR Lens is licensed under MIT OR Apache-2.0. The page holds parts of the following packages, \
                    under the licences\nnamed here. Of several, MIT is taken where it is among them. The standard \
                    library of Rust is in it too, under\nMIT OR Apache-2.0. All drawings are its own.\n";

/// A package that is shipped.
struct Package {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// The command `licences`.
pub(crate) fn write(project: &Project, node_modules: &NodeModules) -> Result<()> {
    let path = project.root.join(FILE);
    fs::write(&path, text(project, node_modules)?).with_context(|| format!("cannot write {}", path.display()))?;
    println!("Written: {}", path.display());
    Ok(())
}

/// All of them.
fn text(project: &Project, node_modules: &NodeModules) -> Result<String> {
    let mut packages = crates(project)?;
    for name in OF_CHARTS {
        let folder = node_modules.package(name)?;
        let file = folder.join("package.json");
        let json: Value = serde_json::from_str(&fs::read_to_string(&file)?).context("package.json")?;
        let word = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
        packages.push(Package { name: word("name"), version: word("version"), licence: word("license"), folder });
    }
    let mut by_text: BTreeMap<String, Vec<&Package>> = BTreeMap::new();
    for package in &packages {
        for text in texts(package)? {
            by_text.entry(text).or_default().push(package);
        }
    }
    let mut out = HEAD.to_owned();
    for Package { name, version, licence, .. } in &packages {
        out.push_str(&format!("\n{name} {version}: {licence}"));
    }
    let mut sorted: Vec<_> = by_text.into_iter().collect();
    sorted.sort_by(|one, other| one.1[0].name.cmp(&other.1[0].name));
    for (text, of) in sorted {
        let names: Vec<_> = of.iter().map(|package| package.name.as_str()).collect();
        out.push_str(&format!("\n\n{}\n{}\n\n{text}", "=".repeat(80), names.join(", ")));
    }
    Ok(out.trim_end().to_owned() + "\n")
}

/// The crates that are linked into the module, in the order of their names. Those that only make code while it is
/// compiled are none.
fn crates(project: &Project) -> Result<Vec<Package>> {
    let mut cargo = project.cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"]);
    let json: Value = serde_json::from_str(&crate::command::output(&mut cargo)?).context("what cargo metadata says")?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&json["packages"]).into_iter().map(|package| (word(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&json["resolve"]["nodes"]).into_iter().map(|node| (word(&node["id"]), node)).collect();
    let page = packages.values().find(|package| package["name"] == "cdr-lens").context("no package cdr-lens")?;
    let (mut open, mut seen) = (vec![word(&page["id"])], BTreeSet::new());
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for dependency in list(&nodes[&id]["deps"]) {
            let is_linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = word(&dependency["pkg"]);
            let makes_code = list(&packages[&id]["targets"])
                .iter()
                .any(|target| list(&target["kind"]).iter().any(|kind| kind == "proc-macro"));
            if is_linked && !makes_code {
                open.push(id);
            }
        }
    }
    let mut found: Vec<Package> = Vec::new();
    for id in seen {
        let package = &packages[&id];
        if package["source"].is_null() {
            continue;
        }
        let manifest = PathBuf::from(word(&package["manifest_path"]));
        found.push(Package {
            name: word(&package["name"]),
            version: word(&package["version"]),
            licence: package["license"].as_str().unwrap_or("see its text").replace('/', " OR "),
            folder: manifest.parent().context("a manifest is in a folder")?.to_owned(),
        });
    }
    found.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(found)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Which of its licences a package is used under: MIT, where it may be.
fn taken(files: &[PathBuf]) -> Vec<PathBuf> {
    let named = |part: &str| files.iter().find(|path| name_of(path).contains(part)).cloned();
    let licence = named("mit").or_else(|| files.iter().find(|path| !name_of(path).starts_with("notice")).cloned());
    licence.into_iter().chain(named("notice")).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

/// The texts of its licence that a package comes with.
fn texts(package: &Package) -> Result<Vec<String>> {
    let Package { name, licence, folder, .. } = package;
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let is_licence = |path: &PathBuf| {
        ["licen", "copying", "notice", "unlicense"].iter().any(|begin| name_of(path).starts_with(begin))
            && path.is_file()
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_licence).collect();
    files.sort();
    // What a package has of others.
    let of_others = fs::read_dir(folder.join("licenses")).into_iter().flatten();
    let of_others: Vec<PathBuf> = of_others.filter_map(|entry| Some(entry.ok()?.path())).collect();
    if files.is_empty() && !licence.contains("MIT") && !licence.contains("Apache-2.0") {
        bail!("{name} ({licence}) comes without the text of its licence");
    }
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        Ok(lines.join("\n").trim_matches('\n').to_owned())
    };
    taken(&files).into_iter().chain(of_others).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_licences_mit_is_taken_and_notices_with_it() {
        let files = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let all = files(&["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"]);
        assert_eq!(taken(&all), files(&["LICENSE-MIT", "NOTICE"]));
        assert_eq!(taken(&files(&["LICENSE"])), files(&["LICENSE"]));
        assert_eq!(taken(&[]), files(&[]));
    }

    #[test]
    fn the_file_is_that_of_the_lock_files() {
        let project = Project::find().unwrap();
        let Ok(node_modules) = crate::setup::node_modules(&project) else { return };
        let kept = fs::read_to_string(project.root.join(FILE)).unwrap_or_default();
        assert!(
            text(&project, &node_modules).unwrap() == kept,
            "{FILE} is not what the lock files say: `cargo xtask licences` writes it anew"
        );
    }
}
