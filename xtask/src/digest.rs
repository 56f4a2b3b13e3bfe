//! Hashes of contents: in file names, in the policy, and to know what is up to date.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// SHA-256 in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 as a Content-Security-Policy names it, without the quotes.
pub(crate) fn csp(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// A file's name with its content's hash in it: it can be cached for ever.
pub(crate) fn named(stem: &str, ending: &str, content: &[u8]) -> String {
    format!("{stem}-{}{ending}", &hex(content)[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_their_readers_expect() {
        assert_eq!(hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(csp(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(named("style", ".css", b""), "style-e3b0c44298fc1c14.css");
    }
}
