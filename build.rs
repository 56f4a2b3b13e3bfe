//! The tables of facts and words are TOML, for people; the page carries the same as JSON, for which it has a parser
//! anyway, deflated to a quarter. A table that is no valid TOML stops the build here with its line; what is in it is checked by the tests of
//! `knowledge` and `words`.

use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDERS: [&str; 3] = ["src/knowledge/codes", "src/knowledge/guide", "src/words/en"];

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}")) {
            let path = entry.expect("a folder can be listed").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                convert(&path, &out.join(folder));
            }
        }
    }
}

fn convert(table: &Path, folder: &Path) {
    let text = fs::read_to_string(table).unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    let value: toml::Value = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    let name = table.file_stem().unwrap_or_default();
    fs::create_dir_all(folder).expect("OUT_DIR can be written");
    let json = serde_json::to_string(&value).expect("a table has no key that JSON cannot have");
    let deflated = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 10);
    fs::write(folder.join(name).with_extension("json.deflate"), deflated).expect("OUT_DIR can be written");
}
