//! Bytes to UTF-8 text.
//!
//! A file's encoding is decided once: from its first [`WINDOW_BYTES`] bytes where these are not plain ASCII, otherwise
//! from as many bytes after the first that is none, however far into the file it stands. Text is decoded before
//! anything looks for delimiters: in GB18030 the second byte of a character may be `|` or `\`.

mod gb18030;
mod utf16;
mod utf8;
mod windows1252;

use encoding_rs::CoderResult;
use serde::{Deserialize, Serialize};

/// What an encoding is decided from.
const WINDOW_BYTES: usize = 64 << 10;

/// The encodings that files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Encoding {
    #[serde(rename = "utf-8")]
    Utf8,
    /// What Chinese systems write; GBK and GB2312 are parts of it.
    #[serde(rename = "gb18030")]
    Gb18030,
    #[serde(rename = "utf-16le")]
    Utf16Le,
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// What western systems write.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

/// Why a file was taken to be in an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EncodingEvidence {
    /// All bytes are ASCII, which all encodings but UTF-16 share.
    OnlyAscii,
    /// The file begins with the encoding's mark.
    ByteOrderMark,
    /// So many characters beyond ASCII are well-formed, and so many bytes are not.
    WellFormed {
        /// Characters of more than one byte.
        characters: usize,
        /// Bytes that belong to none.
        stray: usize,
    },
    /// Every other byte is 0.
    NulBytes,
    /// Single bytes beyond ASCII between letters.
    SingleBytes {
        /// How many.
        count: usize,
    },
    /// A person said so.
    Chosen,
}

/// The encoding that a file was taken to be in, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetectedEncoding {
    /// The encoding.
    pub encoding: Encoding,
    /// Why.
    pub evidence: EncodingEvidence,
}

/// Nothing beyond ASCII was seen.
const ASCII: DetectedEncoding = DetectedEncoding { encoding: Encoding::Utf8, evidence: EncodingEvidence::OnlyAscii };

/// One encoding.
trait TextEncoding: Sync {
    fn encoding(&self) -> Encoding;

    /// The bytes that a file begins with to say that it is in this encoding.
    fn mark(&self) -> &'static [u8] {
        b""
    }

    /// What speaks for it in bytes that are not all ASCII, and how strongly, from 1 to 100.
    fn evidence(&self, window: &[u8]) -> Option<(u32, EncodingEvidence)>;

    /// What decodes it.
    fn codec(&self) -> &'static encoding_rs::Encoding;
}

/// Of those that fit equally well the first is taken.
const ENCODINGS: [&dyn TextEncoding; 5] =
    [&utf8::Utf8, &utf16::LITTLE_ENDIAN, &utf16::BIG_ENDIAN, &gb18030::Gb18030, &windows1252::Windows1252];

impl Encoding {
    /// All of them.
    pub const ALL: [Encoding; 5] =
        [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];

    /// Its registered name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    fn kind(self) -> &'static dyn TextEncoding {
        *ENCODINGS.iter().find(|kind| kind.encoding() == self).unwrap_or(&ENCODINGS[0])
    }
}

/// Decides by the bytes of a window that are not all ASCII.
fn decide(window: &[u8]) -> DetectedEncoding {
    let marked = ENCODINGS.iter().find(|kind| !kind.mark().is_empty() && window.starts_with(kind.mark()));
    if let Some(kind) = marked {
        return DetectedEncoding { encoding: kind.encoding(), evidence: EncodingEvidence::ByteOrderMark };
    }
    let fitting = ENCODINGS.iter().rev().filter_map(|kind| Some((kind, kind.evidence(window)?)));
    match fitting.max_by_key(|(_, (strength, _))| *strength) {
        Some((kind, (_, evidence))) => DetectedEncoding { encoding: kind.encoding(), evidence },
        None => ASCII,
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != 0
}

/// Turns the bytes of one file into UTF-8 text.
pub struct TextDecoder {
    detected: Option<DetectedEncoding>,
    /// Bytes that wait for a decision.
    held: Vec<u8>,
    /// Where in `held` the first byte stands that is not plain ASCII.
    first_odd: Option<usize>,
    /// None for UTF-8, which is passed on as it is: what is not well-formed is told where it is read.
    decoder: Option<encoding_rs::Decoder>,
    chosen: Option<Encoding>,
    begun: bool,
    cut: bool,
}

impl std::fmt::Debug for TextDecoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextDecoder").field("finding", &self.detected).finish_non_exhaustive()
    }
}

impl TextDecoder {
    /// Begins a file; where a person chose its encoding nothing is decided.
    pub fn new(chosen: Option<Encoding>) -> Self {
        Self { detected: None, held: Vec::new(), first_odd: None, decoder: None, chosen, begun: false, cut: false }
    }

    /// Goes on in the middle of a file of which so much is known.
    pub(super) fn resumed(detected: DetectedEncoding) -> Self {
        let decided = detected.evidence != EncodingEvidence::OnlyAscii;
        Self { detected: decided.then_some(detected), begun: true, ..Self::new(None) }
    }

    /// What was decided: for a file that was ASCII so far, that.
    pub fn detected(&self) -> DetectedEncoding {
        self.detected.unwrap_or(ASCII)
    }

    /// The bytes ended within a character.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The next bytes, `last` when there are no more; gives text to `take`, in pieces of any size, with what it was
    /// decoded from.
    pub fn push(&mut self, bytes: &[u8], last: bool, mut take: impl FnMut(&[u8], DetectedEncoding)) {
        if self.detected.is_some() {
            self.decode(bytes, last, &mut take);
            return;
        }
        if let Some(encoding) = self.chosen {
            // A mark is none of the text, whoever decided.
            self.held.extend_from_slice(bytes);
            if self.held.len() >= 4 || last {
                self.begin(DetectedEncoding { encoding, evidence: EncodingEvidence::Chosen }, last, &mut take);
            }
            return;
        }
        if self.begun && self.held.is_empty() {
            // Plain ASCII so far: nothing needs to be held until there is something else.
            match bytes.iter().position(|&byte| !byte.is_ascii()) {
                None => return take(bytes, ASCII),
                Some(at) => {
                    take(&bytes[..at], ASCII);
                    self.held.extend_from_slice(&bytes[at..]);
                    self.first_odd = Some(0);
                }
            }
        } else {
            let known = self.held.len();
            self.held.extend_from_slice(bytes);
            if self.first_odd.is_none() {
                self.first_odd = bytes.iter().position(|&byte| !is_plain(byte)).map(|at| known + at);
            }
        }
        let first_odd = match self.first_odd {
            // What lies beyond the window says nothing yet: where slices end must make no difference.
            Some(at) if self.begun || at < WINDOW_BYTES => Some(at),
            _ => None,
        };
        match first_odd {
            Some(at) if last || self.held.len() >= at + WINDOW_BYTES => {
                let end = self.held.len().min(at + WINDOW_BYTES);
                let detected = decide(&self.held[..end]);
                self.begin(detected, last, &mut take);
            }
            None if last || self.held.len() >= WINDOW_BYTES => {
                self.begun = true;
                self.first_odd = None;
                let held = std::mem::take(&mut self.held);
                // The rest may have something else in it.
                let plain = held.len().min(WINDOW_BYTES);
                take(&held[..plain], ASCII);
                if plain < held.len() {
                    self.push(&held[plain..], last, take);
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, detected: DetectedEncoding, last: bool, take: &mut impl FnMut(&[u8], DetectedEncoding)) {
        self.detected = Some(detected);
        let kind = detected.encoding.kind();
        if detected.encoding != Encoding::Utf8 {
            self.decoder = Some(kind.codec().new_decoder_without_bom_handling());
        }
        let held = std::mem::take(&mut self.held);
        let text = if self.begun { &held[..] } else { held.strip_prefix(kind.mark()).unwrap_or(&held) };
        self.begun = true;
        self.decode(text, last, take);
    }

    fn decode(&mut self, bytes: &[u8], last: bool, take: &mut impl FnMut(&[u8], DetectedEncoding)) {
        if last && !bytes.is_empty() {
            // So that what is wrong at the end is told from what is wrong before it.
            self.decode(bytes, false, take);
            return self.decode(b"", true, take);
        }
        let detected = self.detected();
        let Some(decoder) = &mut self.decoder else { return take(bytes, detected) };
        let mut text = vec![0; (bytes.len() + bytes.len() / 2 + 64).min(256 << 10)];
        let mut rest = bytes;
        loop {
            let (result, read, written, replaced) = decoder.decode_to_utf8(rest, &mut text, last);
            take(&text[..written], detected);
            rest = &rest[read..];
            if result == CoderResult::InputEmpty {
                self.cut = last && replaced;
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(bytes: &[u8], slice: usize) -> (String, DetectedEncoding) {
        let mut text = Vec::new();
        let mut decoder = TextDecoder::new(None);
        for part in bytes.chunks(slice) {
            decoder.push(part, false, |part, _| text.extend_from_slice(part));
        }
        decoder.push(b"", true, |part, _| text.extend_from_slice(part));
        (String::from_utf8_lossy(&text).into_owned(), decoder.detected())
    }

    fn encoding_of(bytes: &[u8]) -> Encoding {
        let (text, detected) = decoded(bytes, usize::MAX);
        for slice in [1, 2, 3, 7, 4096] {
            assert_eq!(decoded(bytes, slice), (text.clone(), detected), "slices of {slice} bytes");
        }
        detected.encoding
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    const CHINESE: &str = "账户名称,起始时间\n北京客户,2026-03-02 12:00:00\n";

    #[test]
    fn each_encoding_is_told_by_its_bytes() {
        assert_eq!(encoding_of(b"plain,text\n"), Encoding::Utf8);
        assert_eq!(encoding_of(CHINESE.as_bytes()), Encoding::Utf8);
        assert_eq!(encoding_of(&encoding_rs::GB18030.encode(CHINESE).0), Encoding::Gb18030);
        assert_eq!(encoding_of(&utf16("start,name\n", true)), Encoding::Utf16Le);
        assert_eq!(encoding_of(&utf16("start,name\n", false)), Encoding::Utf16Be);
        assert_eq!(encoding_of(&[&b"\xFE\xFF"[..], &utf16(CHINESE, false)].concat()), Encoding::Utf16Be);
        assert_eq!(
            encoding_of("José,Peña\nplain\n".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()),
            Encoding::Windows1252
        );
        // One damaged byte makes no other encoding.
        assert_eq!(encoding_of(&[CHINESE.as_bytes(), b"a\xFFb\n"].concat()), Encoding::Utf8);
    }

    #[test]
    fn a_mark_is_no_text() {
        assert_eq!(decoded(b"\xEF\xBB\xBFabc", 1).0, "abc");
        assert_eq!(decoded(&[&b"\xFF\xFE"[..], &utf16("abc", true)].concat(), 1).0, "abc");
    }

    #[test]
    fn chinese_after_much_ascii_is_seen() {
        let ascii = "1,2,3\n".repeat(20_000);
        let file = [ascii.as_bytes(), &encoding_rs::GB18030.encode(CHINESE).0].concat();
        assert_eq!(encoding_of(&file), Encoding::Gb18030);
        assert_eq!(decoded(&file, 1000).0, ascii + CHINESE);
    }

    proptest! {
        #[test]
        fn the_answer_does_not_depend_on_slices(
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
            slice in 1..50_usize,
        ) {
            prop_assert_eq!(decoded(&bytes, slice), decoded(&bytes, usize::MAX));
        }

        #[test]
        fn text_comes_back_from_every_encoding(text in "[a-z0-9,\n]{4,40}[一-龥]{2,20}[a-z0-9,\n]{0,40}") {
            prop_assert_eq!(&decoded(text.as_bytes(), 5).0, &text);
            let mut marked = b"\xFF\xFE".to_vec();
            marked.extend(utf16(&text, true));
            prop_assert_eq!(&decoded(&marked, 5).0, &text);
        }
    }
}
