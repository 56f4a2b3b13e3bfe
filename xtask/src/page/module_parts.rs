//! What takes how much of the module, for the table in ARCHITECTURE.md: the module before wasm-opt, which names its
//! functions no more.

use anyhow::{Context, Result, bail};
use rustc_demangle::demangle;
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// What a function is put down to: the first of these of which one text is in its name.
const PARTS: [(&str, &[&str]); 15] = [
    ("the page's components", &["as yew::functional::FunctionProvider>::run"]),
    ("sorting", &["core::slice::sort", "alloc::slice::stable_sort"]),
    ("sorted maps and sets", &["alloc::collections::btree"]),
    ("writing and reading structures", &["serde_core", "serde_json", "postcard", "::deserialize", "::serialize"]),
    ("Yew: components, what they draw, addresses", &["yew::", "yew_router::", "implicit_clone::", "gloo"]),
    ("workbooks", &["calamine", "zip::", "quick_xml"]),
    ("unpacking", &["miniz_oxide", "zlib_rs", "flate2", "crc32"]),
    ("encodings", &["encoding_rs"]),
    ("the browser's functions", &["js_sys", "web_sys", "wasm_bindgen"]),
    ("the page and its workers", &["cdr_lens::"]),
    ("questions: query, store", &["query::", "store::"]),
    (
        "reading: ingest, session, calls",
        &["ingest::", "session::", "calls::", "csv_core", "csv::", "memchr", "roaring"],
    ),
    ("findings: insight", &["insight::"]),
    ("words and facts: words, knowledge, reference, tables", &["words::", "knowledge::", "reference::", "tables::"]),
    ("the sample", &["sample::", "fastrand"]),
];

/// What is left: mostly the standard library's own.
const OTHERS: &str = "the standard library, and the rest";

/// A part of the module, and its bytes.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) bytes: usize,
}

/// The parts of a module with names, the largest first; its data is one of them.
pub(super) fn parts(module: &[u8]) -> Result<Vec<Part>> {
    let (mut imported, mut functions, mut data) = (0, Vec::new(), 0);
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the module cannot be read")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for name in section {
                    let Name::Function(all) = name? else { continue };
                    for naming in all {
                        let naming = naming?;
                        names.insert(naming.index, format!("{:#}", demangle(naming.name)));
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        bail!("the module names no function");
    }
    let mut bytes: BTreeMap<&'static str, usize> = BTreeMap::from([("data: tables of facts, texts", data)]);
    for (index, size) in (imported..).zip(functions) {
        *bytes.entry(names.get(&index).map_or(OTHERS, |name| part_of(name))).or_default() += size;
    }
    let mut parts: Vec<Part> = bytes.into_iter().map(|(name, bytes)| Part { name, bytes }).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.bytes));
    Ok(parts)
}

fn part_of(name: &str) -> &'static str {
    PARTS.iter().find(|(_, texts)| texts.iter().any(|text| name.contains(text))).map_or(OTHERS, |(part, _)| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_put_down_to_what_it_is_for() {
        for (name, part) in [
            ("<cdr_lens::app::pages::files::FilesPage as yew::functional::FunctionProvider>::run", PARTS[0].0),
            ("core::slice::sort::stable::quicksort::quicksort", "sorting"),
            ("<yew::virtual_dom::vcomp::PropsWrapper<C> as yew::virtual_dom::vcomp::Mountable>::mount", PARTS[4].0),
            ("cdr_lens::app::root::Root::handle", "the page and its workers"),
            ("core::fmt::Formatter::pad", OTHERS),
        ] {
            assert_eq!(part_of(name), part, "{name}");
        }
    }

    #[test]
    fn a_module_without_names_is_refused() {
        assert!(parts(b"\0asm\x01\0\0\0").is_err());
        assert!(parts(b"no module").is_err());
    }
}
