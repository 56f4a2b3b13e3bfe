//! `dist/site/`: plain files for any static host, under any path.
//!
//! All addresses are relative. Files are named after their contents, so that a host may let browsers keep them for
//! ever; only index.html keeps its name.

use super::charts::Charts;
use super::index::{Index, Link};
use super::outside;
use super::policy;
use super::program::Program;
use crate::digest;
use crate::mime;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::fs;
use std::path::{Component, Path};

const START: &str = include_str!("site.js");

/// Writes the folder anew. Returns the style sheets, for their size.
pub(super) fn write(project: &Project, index: &Index, program: &Program, charts: Option<&Charts>) -> Result<String> {
    let site = project.site();
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("cannot remove {}", site.display()))?;
    }
    let put = |path: &str, content: &[u8]| {
        let path = site.join(path);
        let folder = path.parent().unwrap_or(&site);
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))
    };
    let mut css = String::new();
    let mut markup = Vec::new();
    for link in &index.links {
        markup.push(match link {
            Link::Rust(_) => {
                let wasm = digest::named("cdr-lens", "_bg.wasm", &program.wasm);
                put(&wasm, &program.wasm)?;
                let script = format!("{}{}", program.glue, START.replace("{wasm}", &wasm));
                let name = digest::named("cdr-lens", ".js", script.as_bytes());
                put(&name, script.as_bytes())?;
                format!("<script src=\"{name}\"></script>")
            }
            Link::Css { href } => {
                let content = read(project, href)?;
                let text = String::from_utf8(content).with_context(|| format!("{href} is not UTF-8"))?;
                outside::check_css(&text, outside::Allowed::OwnFiles).with_context(|| href.clone())?;
                let name = hashed(href, text.as_bytes())?;
                put(&name, text.as_bytes())?;
                css.push_str(&text);
                format!("<link rel=\"stylesheet\" href=\"{name}\">")
            }
            Link::Icon { href } => icon(project, href)?,
            Link::Charts => match charts {
                Some(charts) => {
                    let script = charts.whole();
                    let name = digest::named("charts", ".js", script.as_bytes());
                    put(&name, script.as_bytes())?;
                    // The program's files come first: without them there is no page.
                    format!("<script id=\"charts\" defer fetchpriority=\"low\" src=\"{name}\"></script>")
                }
                None => String::new(),
            },
            Link::CopyFile { href, below } => {
                let name = inside(&format!("{}/{}", below.as_deref().unwrap_or("."), file_name(href)?))?;
                put(&name, &read(project, href)?)?;
                String::new()
            }
            Link::CopyDir { href, to } => {
                let to = match to {
                    Some(to) => inside(to)?,
                    None => file_name(href)?.to_owned(),
                };
                copy_dir(&project.root.join(href), &site.join(to))?;
                String::new()
            }
        });
    }
    let page = index.render(policy::SITE, &markup)?;
    outside::check_html(&page, outside::Allowed::OwnFiles).context("dist/site/index.html")?;
    put("index.html", page.as_bytes())?;
    Ok(css)
}

/// The icon, in its address: browsers load a file anew with every address that the page shows in its history, and the
/// page asks nothing of the network once it is there.
pub(super) fn icon(project: &Project, href: &str) -> Result<String> {
    let content = BASE64_STANDARD.encode(read(project, href)?);
    Ok(format!("<link rel=\"icon\" href=\"data:{};base64,{content}\">", mime::of(Path::new(href))))
}

/// A file that index.html names.
pub(super) fn read(project: &Project, href: &str) -> Result<Vec<u8>> {
    let path = project.root.join(href);
    fs::read(&path).with_context(|| format!("index.html names {href}, which cannot be read"))
}

fn file_name(href: &str) -> Result<&str> {
    Path::new(href).file_name().and_then(|name| name.to_str()).with_context(|| format!("{href:?} names no file"))
}

/// The file's own name with its hash in it.
fn hashed(href: &str, content: &[u8]) -> Result<String> {
    let name = file_name(href)?;
    let (stem, ending) = name.rfind('.').map_or((name, ""), |dot| name.split_at(dot));
    Ok(digest::named(stem, ending, content))
}

/// A path that does not lead out of the folder.
fn inside(path: &str) -> Result<String> {
    if Path::new(path).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        bail!("data-target-path {path:?} leads out of the page's folder");
    }
    Ok(path.to_owned())
}

fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let (from, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if from.is_dir() {
            copy_dir(&from, &to)?;
        } else {
            fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_stem_and_ending() {
        assert_eq!(hashed("www/style.css", b"").unwrap(), "style-e3b0c44298fc1c14.css");
        assert_eq!(hashed("LICENSE", b"").unwrap(), "LICENSE-e3b0c44298fc1c14");
        assert!(hashed("..", b"").is_err());
    }

    #[test]
    fn targets_stay_inside() {
        assert!(inside("a/b").is_ok());
        assert!(inside("./a").is_ok());
        assert!(inside("../a").is_err());
        assert!(inside("/a").is_err());
    }

    #[test]
    fn the_start_names_the_module_and_runs_in_the_page_only() {
        assert_eq!(START.matches("{wasm}").count(), 1);
        assert!(START.contains("if (typeof document !== \"undefined\")"));
    }
}
