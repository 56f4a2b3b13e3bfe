//! WebKit, as Linux has it: WebKitGTK with its own small browser, which its driver drives on a screen that nobody sees.

use super::{Description, Program, on_path};
use std::fs;
use std::path::{Path, PathBuf};

/// Below these, or in a folder of these that is named after the machine's architecture, lies the folder of WebKitGTK.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/lib64", "/usr/libexec"];

pub(super) const WEBKIT: Description = Description {
    name: "WebKit",
    programs: &[
        Program { variable: "WEBKIT_DRIVER", find: || on_path(&["WebKitWebDriver"]) },
        Program {
            variable: "WEBKIT_BROWSER",
            find: || LIBRARIES.iter().find_map(|folder| mini_browser(folder.as_ref())),
        },
        Program { variable: "XVFB", find: || on_path(&["Xvfb"]) },
    ],
    packages: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
    remedy: "on Linux, install WebKitGTK's WebKitWebDriver and MiniBrowser (version 4.1) and Xvfb, or name them: \
             WEBKIT_DRIVER=/path/to/WebKitWebDriver WEBKIT_BROWSER=/path/to/MiniBrowser XVFB=/path/to/Xvfb \
             cargo xtask test",
};

/// MiniBrowser is no command: it lies among the library's own programs.
fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let below = fs::read_dir(libraries).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    std::iter::once(libraries.to_owned())
        .chain(below)
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn mini_browser_is_found_with_and_without_a_folder_of_the_architecture() {
        let libraries = env::temp_dir().join(format!("cdr-lens-mini-browser-{}", std::process::id()));
        for place in ["webkit2gtk-4.1", "x86_64-linux-gnu/webkit2gtk-4.1"] {
            assert_eq!(mini_browser(&libraries), None);
            let folder = libraries.join(place);
            fs::create_dir_all(&folder).unwrap();
            assert_eq!(mini_browser(&libraries), None);
            let program = folder.join("MiniBrowser");
            fs::write(&program, "").unwrap();
            assert_eq!(mini_browser(&libraries), Some(program));
            fs::remove_dir_all(&libraries).unwrap();
        }
    }
}
