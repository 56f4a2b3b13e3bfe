//! What is served and what is not.

use super::*;
use std::io::{Read, Write};
use std::net::TcpStream;

/// A folder with a page in it and a secret beside it.
fn folder(name: &str) -> PathBuf {
    let outer = std::env::temp_dir().join(format!("cdr-lens-serve-{name}-{}", std::process::id()));
    let folder = outer.join("site");
    fs::create_dir_all(folder.join("sub")).unwrap();
    fs::write(outer.join("secret"), "secret").unwrap();
    fs::write(folder.join("index.html"), "<p>page").unwrap();
    fs::write(folder.join("a b.wasm"), "wasm").unwrap();
    folder.canonicalize().unwrap()
}

fn ask(serving: &Serving, request: &str) -> String {
    let host = serving.address.strip_prefix("http://").unwrap().split('/').next().unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn paths_do_not_leave_the_folder() {
    let folder = folder("paths");
    assert_eq!(resolve(&folder, ""), Some(folder.join("index.html")));
    assert_eq!(resolve(&folder, "a%20b.wasm"), Some(folder.join("a b.wasm")));
    for path in [
        "../secret",
        "%2e%2e/secret",
        "..%2fsecret",
        "sub/../../secret",
        "..\\secret",
        "/etc/passwd",
        "//etc/passwd",
        "%2fetc%2fpasswd",
        "C:/secret",
        "a%00",
        "%",
        "%zz",
        "%ff",
        "sub",
        "sub/",
        "nothing",
    ] {
        assert_eq!(resolve(&folder, path), None, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_leave_the_folder() {
    let folder = folder("links");
    let _ = std::os::unix::fs::symlink("../secret", folder.join("link"));
    assert_eq!(resolve(&folder, "link"), None);
}

#[test]
fn the_folder_is_served_below_its_path_only() {
    let serving = start(&folder("below"), "/deep/er/", Port::Any).unwrap();
    assert!(serving.address.starts_with("http://127.0.0.1:") && serving.address.ends_with("/deep/er/"));

    let page = ask(&serving, "GET /deep/er/?query");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"), "{page}");
    assert!(page.contains("Cache-Control: no-cache\r\n"), "{page}");
    assert!(page.ends_with("<p>page"), "{page}");
    assert!(ask(&serving, "GET /deep/er/a%20b.wasm").contains("Content-Type: application/wasm\r\n"));

    for elsewhere in ["/", "/index.html", "/deep/", "/deep/er", "/deep/er/none", "/deep/er/../../secret"] {
        assert!(ask(&serving, &format!("GET {elsewhere}")).starts_with("HTTP/1.1 404"), "{elsewhere}");
    }
    assert!(ask(&serving, "POST /deep/er/").starts_with("HTTP/1.1 405"));
}
