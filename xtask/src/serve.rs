//! A folder, served on loopback.

use crate::mime;
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Method, Request, Server};

/// The largest number of requests answered at once.
const THREADS: usize = 6;

/// How many ports are tried.
const PORTS: u16 = 100;

/// Which port to serve on.
#[derive(Clone, Copy)]
pub(crate) enum Port {
    /// This one, or none.
    Exactly(u16),
    /// This one or, where it is taken, one of the next.
    From(u16),
    /// Any free one.
    Any,
}

/// A folder being served, by threads that end with the program.
pub(crate) struct Serving {
    /// The address of the folder, with a slash at its end.
    pub(crate) address: String,
}

/// Serves `folder` below the path `below`, which begins and ends with a slash.
pub(crate) fn start(folder: &Path, below: &str, port: Port) -> Result<Serving> {
    let folder = folder.canonicalize().with_context(|| format!("cannot serve {}", folder.display()))?;
    let server = Arc::new(listen(port)?);
    let address = server.server_addr().to_ip().context("the server has no address")?;
    for _ in 0..THREADS {
        let (server, folder, below) = (server.clone(), folder.clone(), below.to_owned());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // It fails when the browser has gone away.
                let _ = answer(request, &folder, &below);
            }
        });
    }
    Ok(Serving { address: format!("http://{address}{below}") })
}

fn listen(port: Port) -> Result<Server> {
    let open = |port| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("{error}"));
    match port {
        Port::Any => open(0),
        Port::Exactly(port) => open(port).with_context(|| format!("port {port} cannot be used: name another, --port")),
        Port::From(first) => (first..first.saturating_add(PORTS))
            .find_map(|port| open(port).ok())
            .with_context(|| format!("none of {PORTS} ports from {first} on can be used: name another, --port")),
    }
}

fn answer(request: Request, folder: &Path, below: &str) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return respond(request, "405 Method Not Allowed", "text/plain", b"Only GET and HEAD.\n");
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let file = path.strip_prefix(below).and_then(|path| resolve(folder, path));
    match file.and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => respond(request, "200 OK", mime::of(&path), &bytes),
        None => respond(request, "404 Not Found", "text/plain", b"Not found.\n"),
    }
}

/// Answers, and has the browser close the connection. tiny_http may put a new connection behind one that is open and
/// idle, where it waits for as long as the browser keeps that one; and it lets nobody set this header, so the answer is
/// written by hand.
fn respond(request: Request, status: &str, kind: &str, body: &[u8]) -> io::Result<()> {
    let head = *request.method() == Method::Head;
    let mut writer = request.into_writer();
    // The next build is seen at once.
    write!(writer, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len())?;
    write!(writer, "Cache-Control: no-cache\r\nConnection: close\r\n\r\n")?;
    if !head {
        writer.write_all(body)?;
    }
    writer.flush()
}

/// The file that a path names, as it came in the request; `None` where there is none or it lies outside the folder,
/// which is canonical.
fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = decode(path)?;
    let mut file = folder.to_owned();
    for part in path.split('/') {
        // What would mean something to the file system other than a name.
        if part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        // An empty part is a slash too many; pushed, an absolute path would replace the folder.
        if !part.is_empty() {
            file.push(part);
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // Where links lead.
    let file = fs::canonicalize(file).ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// `%41` to `A`; `None` for what is not UTF-8 then.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
