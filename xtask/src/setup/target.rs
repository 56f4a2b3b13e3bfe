//! What is compiled for WebAssembly.

/// Two targets of the same machine, and so of the same generated code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// The page.
    Page,
    /// The library's tests, which need files and a standard output.
    Tests,
}

impl Target {
    /// As rustc names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Target::Page => "wasm32-unknown-unknown",
            Target::Tests => "wasm32-wasip1",
        }
    }

    /// The variable by which cargo is told its linker.
    pub(super) fn linker_variable(self) -> &'static str {
        match self {
            Target::Page => "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
            Target::Tests => "CARGO_TARGET_WASM32_WASIP1_LINKER",
        }
    }

    /// The crates of the standard library that it needs, as cargo's build-std names them.
    pub(super) fn std_crates(self) -> &'static str {
        match self {
            Target::Page => "std,panic_abort",
            Target::Tests => "std,panic_abort,test",
        }
    }
}
