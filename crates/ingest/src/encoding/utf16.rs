use super::{Encoding, EncodingEvidence, TextEncoding};

/// Text of two bytes a character.
pub(super) struct Utf16 {
    encoding: Encoding,
    /// Which byte of a letter or digit is 0.
    nul_at: usize,
}

pub(super) static LITTLE_ENDIAN: Utf16 = Utf16 { encoding: Encoding::Utf16Le, nul_at: 1 };
pub(super) static BIG_ENDIAN: Utf16 = Utf16 { encoding: Encoding::Utf16Be, nul_at: 0 };

impl TextEncoding for Utf16 {
    fn encoding(&self) -> Encoding {
        self.encoding
    }

    fn mark(&self) -> &'static [u8] {
        if self.encoding == Encoding::Utf16Le { b"\xFF\xFE" } else { b"\xFE\xFF" }
    }

    fn evidence(&self, window: &[u8]) -> Option<(u32, EncodingEvidence)> {
        let pairs = window.len() / 2;
        let nul = |at: usize| window.chunks_exact(2).filter(|pair| pair[at] == 0).count();
        let (expected, other) = (nul(self.nul_at), nul(1 - self.nul_at));
        // Digits, delimiters and letters are most of any call detail record.
        (expected * 2 > pairs && other * 20 <= pairs).then_some((90, EncodingEvidence::NulBytes))
    }

    fn codec(&self) -> &'static encoding_rs::Encoding {
        if self.encoding == Encoding::Utf16Le { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE }
    }
}
