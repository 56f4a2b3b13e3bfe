//! The tables of facts and words: TOML for people, deflated JSON in the program.
//!
//! A crate that has tables calls `pack` in its build script (feature `build`), and reads each with [`table!`].
//!
//! ```
//! # use std::collections::BTreeMap;
//! // What `table!` reads is what `pack` wrote.
//! let deflated = miniz_oxide::deflate::compress_to_vec(br#"{"sip": "SIP"}"#, 6);
//! let names: BTreeMap<String, String> = tables::read("names", &deflated);
//! assert_eq!(names["sip"], "SIP");
//! ```

#[cfg(feature = "build")]
mod build;

#[cfg(feature = "build")]
pub use build::{pack, pack_together};

use serde::de::DeserializeOwned;

/// Reads a table that was included in the program.
///
/// # Panics
/// Where the table is not what its reader expects: a test reads every one of them.
pub fn read<T: DeserializeOwned>(name: &str, deflated: &[u8]) -> T {
    let json = miniz_oxide::inflate::decompress_to_vec(deflated)
        .unwrap_or_else(|_| panic!("the table {name} cannot be inflated"));
    serde_json::from_str(&String::from_utf8_lossy(&json)).unwrap_or_else(|error| panic!("the table {name}: {error}"))
}

/// A table by its path below the crate, without its ending.
#[macro_export]
macro_rules! table {
    ($path:literal, $table:ty) => {
        $crate::read::<$table>($path, include_bytes!(concat!(env!("OUT_DIR"), "/", $path, ".json.deflate")))
    };
    ($path:literal) => {
        $crate::read($path, include_bytes!(concat!(env!("OUT_DIR"), "/", $path, ".json.deflate")))
    };
}
