use super::{Encoding, EncodingEvidence, TextEncoding};

/// UTF-8: bytes beyond ASCII follow a strict pattern, which other encodings hardly ever do by chance.
pub(super) struct Utf8;

impl TextEncoding for Utf8 {
    fn encoding(&self) -> Encoding {
        Encoding::Utf8
    }

    fn mark(&self) -> &'static [u8] {
        b"\xEF\xBB\xBF"
    }

    fn evidence(&self, window: &[u8]) -> Option<(u32, EncodingEvidence)> {
        let (mut characters, mut stray) = (0, 0);
        for chunk in window.utf8_chunks() {
            characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            stray += chunk.invalid().len();
        }
        // The window may end within a character.
        let cut = window.utf8_chunks().last().map_or(0, |chunk| chunk.invalid().len()).min(3);
        let stray = if stray <= cut && characters > 0 { 0 } else { stray };
        let evidence = EncodingEvidence::WellFormed { characters, stray };
        match (characters, stray) {
            (0, _) => None,
            (_, 0) => Some((95, evidence)),
            // Damage, not another encoding.
            (characters, stray) if characters > stray * 4 => Some((80, evidence)),
            _ => None,
        }
    }

    fn codec(&self) -> &'static encoding_rs::Encoding {
        encoding_rs::UTF_8
    }
}
