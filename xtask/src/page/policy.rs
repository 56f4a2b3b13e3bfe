//! The pages' Content-Security-Policy: what they may load and run, which is what they are made of and nothing else.
//!
//! Both forbid everything first. `blob:` workers are the page's own glue, started again; `data:` and `blob:` images and
//! downloads are made by the page itself.

/// The folder's: its own files, from wherever it is served.
pub(super) const SITE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; \
    style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// The single file's: the scripts in it, by their hashes, and no connection at all.
pub(super) fn single_file(script_hashes: &[String]) -> String {
    let scripts: String = script_hashes.iter().map(|hash| format!("'{hash}' ")).collect();
    format!(
        "default-src 'none'; script-src {scripts}'wasm-unsafe-eval' blob:; worker-src blob:; \
         style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directives(policy: &str) -> Vec<Vec<&str>> {
        policy.split(';').map(|directive| directive.split_whitespace().collect()).collect()
    }

    #[test]
    fn nothing_is_allowed_that_is_not_named() {
        for policy in [SITE, &single_file(&["sha256-a".into(), "sha256-b=".into()])] {
            let directives = directives(policy);
            assert_eq!(directives[0], ["default-src", "'none'"]);
            let allowed = directives.iter().flat_map(|directive| &directive[1..]);
            for source in allowed {
                assert!(source.starts_with('\'') || ["blob:", "data:"].contains(source), "{source} in {policy}");
                assert!(!source.contains("unsafe-eval") || *source == "'wasm-unsafe-eval'", "{policy}");
            }
            // It stands in an attribute between double quotes.
            assert!(!policy.contains(['"', '\n', '&']), "{policy}");
        }
    }

    #[test]
    fn the_single_file_runs_only_its_own_scripts_and_connects_to_nothing() {
        let policy = single_file(&["sha256-a".into(), "sha256-b=".into()]);
        let directives = directives(&policy);
        assert!(directives.contains(&vec!["script-src", "'sha256-a'", "'sha256-b='", "'wasm-unsafe-eval'", "blob:"]));
        assert!(directives.contains(&vec!["connect-src", "'none'"]));
    }
}
