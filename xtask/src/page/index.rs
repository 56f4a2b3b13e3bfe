//! index.html, with a subset of the links that Trunk gives a meaning to.
//!
//! | link | meaning |
//! |---|---|
//! | `rel="rust"` | the program; its scripts come to stand where the link is. `data-wasm-opt`, `data-wasm-opt-params` |
//! | `rel="css"` | a style sheet, `href` |
//! | `rel="icon"` | an icon, `href` |
//! | `rel="copy-file"` | a file of the folder only, `href`, `data-target-path`: below which folder |
//! | `<script src>` | the charts, which `data-trunk` on a script stands for here; the only one |
//! | `rel="copy-dir"` | a folder of the folder only, `href`, `data-target-path`: instead of its own name |
//!
//! Anything else marked `data-trunk` is an error, so that Trunk and xtask never make different pages of one index.html.

use super::charts;
use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};
use std::cell::RefCell;
use std::fs;
use std::path::Path;

/// What an element marked `data-trunk` asks for. Paths are relative to index.html.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Link {
    Rust(RustLink),
    Css { href: String },
    Icon { href: String },
    CopyFile { href: String, below: Option<String> },
    CopyDir { href: String, to: Option<String> },
    Charts,
}

/// How the program is to be optimised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RustLink {
    /// wasm-opt's level: `0` to `4`, `s` or `z`.
    pub(super) level: String,
    /// More of wasm-opt's parameters.
    pub(super) parameters: Vec<String>,
}

/// index.html, without comments and blank lines, and the links found in it, in their order.
#[derive(Debug)]
pub(super) struct Index {
    html: String,
    pub(super) links: Vec<Link>,
}

impl Index {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let html = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(html).with_context(|| format!("in {}", path.display()))
    }

    fn parse(html: String) -> Result<Self> {
        let links = RefCell::new(Vec::new());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("[data-trunk]", |found| {
                links.borrow_mut().push(link(found)?);
                Ok(())
            }))
            .append_document_content_handler(doc_comments!(|comment| {
                comment.remove();
                Ok(())
            }));
        let html = rewrite_str(&html, settings).map_err(|error| anyhow!("{error}"))?;
        let lines = html.lines().filter(|line| !line.trim().is_empty());
        Ok(Self { html: lines.flat_map(|line| [line, "\n"]).collect(), links: links.into_inner() })
    }

    /// The one program.
    pub(super) fn rust(&self) -> Result<RustLink> {
        let mut programs = self.links.iter().filter_map(|link| match link {
            Link::Rust(rust) => Some(rust.clone()),
            _ => None,
        });
        match (programs.next(), programs.next()) {
            (Some(rust), None) => Ok(rust),
            _ => bail!("index.html must have exactly one <link data-trunk rel=\"rust\">"),
        }
    }

    /// The page: with the policy as the first thing in its head, and `markup` in the place of the links, one for each.
    pub(super) fn render(&self, policy: &str, markup: &[String]) -> Result<String> {
        let meta = format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let mut markup = markup.iter();
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("head", |head| {
                head.prepend(&meta, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("[data-trunk]", |link| {
                link.replace(markup.next().map_or("", String::as_str), ContentType::Html);
                Ok(())
            }));
        let page = rewrite_str(&self.html, settings).map_err(|error| anyhow!("index.html: {error}"))?;
        if !page.contains(&meta) {
            bail!("index.html has no <head>, which is where the Content-Security-Policy goes");
        }
        Ok(page)
    }
}

fn link(element: &Element<'_, '_>) -> Result<Link> {
    let rel = element.get_attribute("rel").unwrap_or_default();
    let href = || element.get_attribute("href").with_context(|| format!("a data-trunk link rel={rel:?} has no href"));
    let target = || element.get_attribute("data-target-path");
    match element.tag_name().as_str() {
        "link" => {}
        "script" => return script(element),
        other => bail!("<{other} data-trunk> is not understood here, only <link data-trunk> and <script data-trunk>"),
    }
    Ok(match rel.as_str() {
        "rust" => Link::Rust(RustLink {
            level: element.get_attribute("data-wasm-opt").unwrap_or_else(|| "3".to_owned()),
            parameters: element
                .get_attribute("data-wasm-opt-params")
                .map(|parameters| parameters.split_whitespace().map(str::to_owned).collect())
                .unwrap_or_default(),
        }),
        "css" => Link::Css { href: href()? },
        "icon" => Link::Icon { href: href()? },
        "copy-file" => Link::CopyFile { href: href()?, below: target() },
        "copy-dir" => Link::CopyDir { href: href()?, to: target() },
        other => bail!(
            "a data-trunk link rel={other:?}, which `cargo xtask build` does not understand; it knows rust, css, icon, \
             copy-file and copy-dir"
        ),
    })
}

/// The one script beside the program's own. The page finds it by its id, and does not wait for it.
fn script(element: &Element<'_, '_>) -> Result<Link> {
    let is = |name: &str, value: &str| element.get_attribute(name).as_deref() == Some(value);
    if is("src", charts::SCRIPT) && is("id", "charts") && element.has_attribute("defer") {
        return Ok(Link::Charts);
    }
    bail!(
        "of scripts marked data-trunk, `cargo xtask build` understands only the charts: \
         <script data-trunk id=\"charts\" defer src={:?}>",
        charts::SCRIPT
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><title>T</title><link data-trunk rel=icon href=i.svg>\
        <!-- why --><link rel=\"css\" data-trunk href=\"s.css\"></head><body><p>&lt;b&gt;</p>\
        <link data-trunk rel=rust data-wasm-opt=z data-wasm-opt-params=\"--enable-simd  --enable-gc\"></body></html>";

    #[test]
    fn links_are_found_in_order() {
        let index = Index::parse(PAGE.to_owned()).unwrap();
        let rust = RustLink { level: "z".into(), parameters: vec!["--enable-simd".into(), "--enable-gc".into()] };
        assert_eq!(index.rust().unwrap(), rust);
        assert_eq!(
            index.links,
            [Link::Icon { href: "i.svg".into() }, Link::Css { href: "s.css".into() }, Link::Rust(rust)]
        );
    }

    #[test]
    fn links_are_replaced_and_the_policy_comes_first() {
        let index = Index::parse(PAGE.to_owned()).unwrap();
        let page = index.render("default-src 'none'", &["<i>".into(), "<c>".into(), "<script>1<2</script>".into()]);
        assert_eq!(
            page.unwrap(),
            "<!doctype html><html><head>\n    <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'\"><title>T</title><i><c></head><body><p>&lt;b&gt;</p>\
             <script>1<2</script></body></html>\n"
        );
    }

    #[test]
    fn the_charts_are_a_script_that_nothing_waits_for() {
        let html = format!("<head><script data-trunk defer id=charts src={:?}></script>", charts::SCRIPT);
        let index = Index::parse(html).unwrap();
        assert_eq!(index.links, [Link::Charts]);
        let page = index.render("p", &[String::new()]).unwrap();
        assert!(!page.contains("script"), "{page}");
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for (html, says) in [
            ("<link data-trunk rel=\"sass\" href=\"a.scss\">", "rel=\"sass\""),
            ("<link data-trunk rel=css>", "has no href"),
            ("<script data-trunk src=a.js></script>", "only the charts"),
            ("<script data-trunk src=dist/charts/charts.js id=charts></script>", "only the charts"),
            ("<p data-trunk>", "<p data-trunk>"),
        ] {
            let error = format!("{:#}", Index::parse(html.to_owned()).unwrap_err());
            assert!(error.contains(says), "{error}");
        }
        assert!(Index::parse("<p>".into()).unwrap().rust().is_err());
        assert!(Index::parse("<p>".into()).unwrap().render("", &[]).is_err());
    }
}
