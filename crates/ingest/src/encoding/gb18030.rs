use super::{Encoding, EncodingEvidence, TextEncoding};

/// What Chinese systems write: two bytes a character, of which the second may be ASCII.
pub(super) struct Gb18030;

impl TextEncoding for Gb18030 {
    fn encoding(&self) -> Encoding {
        Encoding::Gb18030
    }

    fn evidence(&self, window: &[u8]) -> Option<(u32, EncodingEvidence)> {
        // Common: the characters of GB2312, which hardly leave its plane in names and headings. Rare: those of GBK.
        let (mut common, mut rare, mut stray) = (0, 0, 0);
        let mut at = 0;
        while at < window.len() {
            let lead = window[at];
            at += 1;
            if lead.is_ascii() {
                continue;
            }
            match (lead, window.get(at)) {
                (_, None) => {}
                (0xA1..=0xF7, Some(0xA1..=0xFE)) => {
                    common += 1;
                    at += 1;
                }
                (0x81..=0xFE, Some(0x40..=0x7E | 0x80..=0xFE)) => {
                    rare += 1;
                    at += 1;
                }
                // Four bytes.
                (0x81..=0xFE, Some(0x30..=0x39)) if matches!(window.get(at + 1), Some(0x81..=0xFE)) => {
                    rare += 1;
                    at += 3;
                }
                _ => stray += 1,
            }
        }
        let evidence = EncodingEvidence::WellFormed { characters: common + rare, stray };
        let mostly_common = common >= rare;
        (mostly_common && common > stray * 4).then_some((if stray == 0 { 70 } else { 60 }, evidence))
    }

    fn codec(&self) -> &'static encoding_rs::Encoding {
        encoding_rs::GB18030
    }
}
