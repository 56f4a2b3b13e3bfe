//! The tables of facts and words are TOML, for people; the page carries the same as JSON, for which it has a parser
//! anyway, deflated to a quarter. A table that is no valid TOML stops the build here with its line; what is in it is checked by the tests of
//! `knowledge` and `words`.

use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDERS: [&str; 4] = ["src/knowledge/codes", "src/knowledge/geography", "src/knowledge/guide", "src/words/en"];

/// All files in it are one table: a format is added by its file alone.
const LAYOUTS: &str = "src/ingest/layouts";

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for folder in FOLDERS {
        for (name, table) in tables(folder) {
            write(&table, &out.join(folder).join(name));
        }
    }
    write(&toml::Value::Table(tables(LAYOUTS).into_iter().collect()), &out.join(LAYOUTS));
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

fn write(table: &toml::Value, to: &Path) {
    let json = serde_json::to_string(table).expect("a table has no key that JSON cannot have");
    let deflated = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 10);
    fs::create_dir_all(to.parent().unwrap_or(to)).expect("OUT_DIR can be written");
    fs::write(to.with_extension("json.deflate"), deflated).expect("OUT_DIR can be written");
}
