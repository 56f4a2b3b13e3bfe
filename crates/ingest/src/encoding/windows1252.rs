use super::{Encoding, EncodingEvidence, TextEncoding};

/// What western systems write: every byte is a character, so that it fits whatever nothing else fits.
pub(super) struct Windows1252;

impl TextEncoding for Windows1252 {
    fn encoding(&self) -> Encoding {
        Encoding::Windows1252
    }

    fn evidence(&self, window: &[u8]) -> Option<(u32, EncodingEvidence)> {
        let count = window.iter().filter(|byte| !byte.is_ascii()).count();
        (count > 0).then_some((10, EncodingEvidence::SingleBytes { count }))
    }

    fn codec(&self) -> &'static encoding_rs::Encoding {
        encoding_rs::WINDOWS_1252
    }
}
