//! For build scripts: TOML to deflated JSON, for which the page has a parser anyway. A table that is no valid TOML
//! stops the build here, with its line; what is in it is checked by the tests of the crate that has it.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Packs each table in these folders of the crate.
///
/// # Panics
/// Where a folder or a table cannot be read, which stops the build.
pub fn pack(folders: &[&str]) {
    for folder in folders {
        for (name, table) in tables(folder) {
            write(&table, &Path::new(folder).join(name));
        }
    }
}

/// Packs all tables in a folder of the crate as one, so that one is added by its file alone.
///
/// # Panics
/// As [`pack`].
pub fn pack_together(folder: &str) {
    write(&toml::Value::Table(tables(folder).into_iter().collect()), Path::new(folder));
}

/// The tables in a folder, by the stem of their files.
fn tables(folder: &str) -> Vec<(String, toml::Value)> {
    println!("cargo::rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = entries.map(|entry| entry.expect("a folder can be listed").path());
    let tables = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).map(|path| {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), table)
    });
    tables.collect()
}

fn write(table: &toml::Value, path: &Path) {
    let to = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(path);
    let json = serde_json::to_string(table).expect("a table has no key that JSON cannot have");
    let deflated = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 10);
    fs::create_dir_all(to.parent().unwrap_or(&to)).expect("OUT_DIR can be written");
    fs::write(to.with_extension("json.deflate"), deflated).expect("OUT_DIR can be written");
}
