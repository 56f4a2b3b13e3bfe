//! The tables of facts and words, as `build.rs` leaves them: deflated JSON.

use serde::de::DeserializeOwned;

/// Reads a table that was included in the program.
///
/// # Panics
/// Where the table is not what its reader expects: a test reads every one of them.
pub(crate) fn read<T: DeserializeOwned>(name: &str, deflated: &[u8]) -> T {
    let json = miniz_oxide::inflate::decompress_to_vec(deflated)
        .unwrap_or_else(|_| panic!("the table {name} cannot be inflated"));
    serde_json::from_str(&String::from_utf8_lossy(&json)).unwrap_or_else(|error| panic!("the table {name}: {error}"))
}

/// A table by its path below the project, without its ending.
macro_rules! table {
    ($path:literal, $table:ty) => {
        crate::tables::read::<$table>($path, include_bytes!(concat!(env!("OUT_DIR"), "/", $path, ".json.deflate")))
    };
    ($path:literal) => {
        crate::tables::read($path, include_bytes!(concat!(env!("OUT_DIR"), "/", $path, ".json.deflate")))
    };
}

pub(crate) use table;
