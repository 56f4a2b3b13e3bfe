//! Firefox.

use super::{Description, Program, app, on_path};

const MAC_APPS: [&str; 1] = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

pub(super) const FIREFOX: Description = Description {
    name: "Firefox",
    programs: &[Program {
        variable: "FIREFOX",
        find: || on_path(&["firefox-esr", "firefox"]).or_else(|| app(&MAC_APPS)),
    }],
    packages: &["firefox-esr"],
    remedy: "install Firefox, or name one: FIREFOX=/path/to/firefox cargo xtask test",
};
