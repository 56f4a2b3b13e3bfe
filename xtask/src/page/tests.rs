//! Both pages with and without charts, of a program that is none.

use super::charts::Charts;
use super::index::Index;
use super::program::Program;
use super::{single_file, site};
use crate::digest;
use crate::project::Project;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;

const INDEX: &str = "<!doctype html><html><head><script data-trunk id=charts defer src=dist/charts/charts.js></script>\
    <link data-trunk rel=copy-file href=www/licences.txt></head><body><link data-trunk rel=rust></body></html>";

/// The two pages, and the files of the site.
struct Pages {
    site: String,
    single_file: String,
    files: Vec<(String, String)>,
}

fn pages(name: &str, charts: Option<&Charts>) -> Pages {
    let root = std::env::temp_dir().join(format!("cdr-lens-{name}-{}", std::process::id()));
    fs::create_dir_all(root.join("dist")).unwrap();
    fs::create_dir_all(root.join("www")).unwrap();
    fs::write(root.join("index.html"), INDEX).unwrap();
    fs::write(root.join("www/licences.txt"), "MIT </script>\n").unwrap();
    let project = Project { target: root.join("target"), root };
    let index = Index::read(&project.root.join("index.html")).unwrap();
    let program = Program { glue: "let wasm_bindgen;".into(), wasm: Vec::new(), not_optimised: None };
    site::write(&project, &index, &program, charts).unwrap();
    let single_file = single_file::write(&project, &index, &program, charts).unwrap();
    let files = fs::read_dir(project.site()).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())
    });
    let files: Vec<_> = files.collect();
    let site = fs::read_to_string(project.site().join("index.html")).unwrap();
    fs::remove_dir_all(&project.root).unwrap();
    Pages { site, single_file, files }
}

#[test]
fn the_charts_are_a_file_of_the_site_and_a_part_of_the_single_file() {
    let charts = Charts { licences: "/*!\nMIT </script>\n*/\n".into(), script: "charts(\"</script>\");\n".into() };
    let pages = pages("with-charts", Some(&charts));

    let name = digest::named("charts", ".js", charts.whole().as_bytes());
    assert!(pages.files.contains(&(name.clone(), charts.whole())), "{:?}", pages.files);
    let element = format!("<script id=\"charts\" defer fetchpriority=\"low\" src=\"{name}\"></script>");
    assert!(pages.site.contains(&element), "{}", pages.site);

    let (_, packed) = pages.single_file.split_once("base64\" id=\"charts\">").unwrap();
    let packed = BASE64_STANDARD.decode(packed.split_once("</script>").unwrap().0).unwrap();
    let mut script = String::new();
    GzDecoder::new(packed.as_slice()).read_to_string(&mut script).unwrap();
    assert_eq!(script, charts.script);
    let (policy, _) = pages.single_file.split_once("<script").unwrap();
    assert!(policy.contains(&digest::csp(&script)), "{policy}");
}

#[test]
fn the_licences_are_a_file_of_the_site_and_a_part_of_the_single_file() {
    let pages = pages("licences", None);
    assert!(pages.files.contains(&("licences.txt".to_owned(), "MIT </script>\n".to_owned())), "{:?}", pages.files);
    assert!(pages.single_file.contains("id=\"licences\">\nMIT <\\/script>\n</script>"));
}

#[test]
fn without_charts_nothing_is_said_of_them() {
    let pages = pages("without-charts", None);
    for page in [&pages.site, &pages.single_file] {
        assert!(!page.contains("id=\"charts\""), "{page}");
    }
}
