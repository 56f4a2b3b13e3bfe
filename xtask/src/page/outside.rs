//! Whether a page could load anything from elsewhere.
//!
//! The pages' policies forbid it; this makes the build fail instead of the page. Looked at is what loads by itself:
//! attributes that name an image, a script, a frame, a style sheet, and what CSS names. A link that a person may follow
//! loads nothing, and neither does the name of an XML namespace.

use anyhow::{Result, anyhow, bail};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use std::cell::RefCell;

/// What a page may load.
#[derive(Clone, Copy)]
pub(super) enum Allowed {
    /// Files beside it, by relative addresses, and what it holds itself.
    OwnFiles,
    /// What it holds itself.
    Nothing,
}

/// Attributes that load, on whichever element. `href` loads on some only, and three more hold several addresses.
const LOADING: [&str; 9] =
    ["src", "poster", "data", "action", "formaction", "background", "manifest", "xlink:href", "codebase"];

/// Fails for a page that would load what is not allowed.
pub(super) fn check_html(html: &str, allowed: Allowed) -> Result<()> {
    let css = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |element| Ok(check_element(element, allowed)?)))
        .append_element_content_handler(text!("style", |chunk| {
            css.borrow_mut().push_str(chunk.as_str());
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))?;
    check_css(&css.borrow(), allowed)
}

fn check_element(element: &Element<'_, '_>, allowed: Allowed) -> Result<()> {
    let tag = element.tag_name();
    for attribute in element.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        match name.as_str() {
            "href" if tag == "a" || tag == "area" => {}
            "href" => check_address(&value, allowed)?,
            "srcset" | "imagesrcset" => {
                value.split(',').try_for_each(|candidate| check_address(candidate, allowed))?;
            }
            "ping" => value.split_whitespace().try_for_each(|address| check_address(address, allowed))?,
            "style" => check_css(&value, allowed)?,
            "srcdoc" => bail!("<{tag} srcdoc> is a page in the page, which nothing here looks through"),
            "content" => {
                let refresh = element.get_attribute("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh"));
                if let Some((_, address)) = value.split_once('=').filter(|_| refresh) {
                    check_address(address, allowed)?;
                }
            }
            name if LOADING.contains(&name) => check_address(&value, allowed)?,
            _ => {}
        }
    }
    Ok(())
}

/// Fails for CSS that would load what is not allowed.
pub(super) fn check_css(css: &str, allowed: Allowed) -> Result<()> {
    let css = without_comments(css)?;
    // The same length as what it is made of, so that places in one are places in the other.
    let lower = css.to_ascii_lowercase();
    if lower.contains("image-set(") {
        bail!("CSS with image-set(), whose addresses nothing here looks through");
    }
    for (at, found) in lower.match_indices("url(") {
        let rest = &css[at + found.len()..];
        check_address(&rest[..end_of_address(rest)], allowed)?;
    }
    for (at, found) in lower.match_indices("@import") {
        let rest = css[at + found.len()..].trim_start();
        // `@import url(…)` has been looked at.
        if rest.starts_with(['"', '\'']) {
            check_address(&rest[..end_of_address(rest)], allowed)?;
        }
    }
    Ok(())
}

/// Where the address ends that `text` begins with: at its quote, or, without quotes, at the bracket.
fn end_of_address(text: &str) -> usize {
    let begin = text.len() - text.trim_start().len();
    match text[begin..].chars().next() {
        Some(quote @ ('"' | '\'')) => text[begin + 1..].find(quote).map_or(text.len(), |length| begin + 1 + length + 1),
        _ => text.find(')').unwrap_or(text.len()),
    }
}

/// CSS without its comments, which strings can only seem to have. Fails for names written with escapes, by which
/// `u\rl(` is `url(`.
fn without_comments(css: &str) -> Result<String> {
    let mut left = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let mut length = next.len_utf8();
        if let Some(comment) = rest.strip_prefix("/*").filter(|_| quote.is_none()) {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        match (next, quote) {
            ('\\', None) if rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric()) => {
                bail!("CSS with an escaped name, which may hide an address")
            }
            ('\\', _) => length += rest[1..].chars().next().map_or(0, char::len_utf8),
            ('"' | '\'', None) => quote = Some(next),
            (end, Some(begin)) if begin == end => quote = None,
            _ => {}
        }
        left.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    Ok(left)
}

fn check_address(address: &str, allowed: Allowed) -> Result<()> {
    // As a browser reads it: without space around it, and without line ends and tabs anywhere.
    let quoted = |c: char| c.is_whitespace() || c == '"' || c == '\'' || c.is_control();
    let address: String = address.trim_matches(quoted).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let scheme = scheme.filter(|scheme| scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)));
    let own = match scheme.as_deref() {
        Some("data" | "blob" | "about") => true,
        Some(_) => false,
        None if address.is_empty() || address.starts_with('#') => true,
        // Two slashes, either way round, name a host; one names the host's root, where the page may not be.
        None => matches!(allowed, Allowed::OwnFiles) && !address.starts_with(['/', '\\']),
    };
    if !own {
        let shown: String = address.chars().take(100).collect();
        bail!("the page would load {shown:?}, which is not its own");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
