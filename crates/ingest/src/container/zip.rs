use super::{Container, Damage, Receiver, is_hidden};
use crate::{FileProblem, ForeignKind};
use flate2::{Crc, Decompress, FlushDecompress, Status};

/// So much is unpacked at once.
const STEP_BYTES: usize = 64 << 10;

/// A local header before its name.
const HEADER_BYTES: usize = 30;

const LOCAL_HEADER: &[u8] = b"PK\x03\x04";
const DESCRIPTOR: &[u8] = b"PK\x07\x08";

/// With these, whatever form a descriptor has, the mark of what follows is there too.
const DESCRIPTOR_WANTED: usize = 26;

/// The largest size that a header without the extension for large files can say; it then stands for "see there".
const SEE_EXTENSION: u64 = 0xFFFF_FFFF;

/// zip (PKWARE's APPNOTE 6.3), read from its front to its end by the headers before the files, so that it needs no
/// seeking and what stands before a cut is read. The directory at its end says nothing more.
pub(super) struct Zip {
    state: State,
    /// Bytes of a header that is not there as a whole.
    held: Vec<u8>,
    unpacked: Vec<u8>,
    /// The directory was reached, so that no file is missing.
    complete: bool,
}

enum State {
    Header,
    File(Box<File>),
    /// Bytes of a file that is passed over.
    Skip {
        left: u64,
    },
    /// Sizes and checksum behind a file whose header did not know them.
    Descriptor(Box<File>),
    /// The directory was reached, or what cannot be gone on with.
    Done,
}

struct File {
    /// Packed bytes that are still to come, where the header says so.
    left: Option<u64>,
    checksum: Option<u32>,
    has_descriptor: bool,
    /// Nobody means it, but only unpacking it tells where it ends.
    muted: bool,
    inflate: Option<Decompress>,
    crc: Crc,
    damage: Option<Damage>,
}

impl Zip {
    pub(super) fn new() -> Self {
        Self { state: State::Header, held: Vec::new(), unpacked: vec![0; STEP_BYTES], complete: false }
    }

    /// How many bytes of a header are needed to read on: its mark, its fixed part, all of it.
    fn header_wanted(&self) -> usize {
        let short = |at: usize| usize::from(u16::from_le_bytes([self.held[at], self.held[at + 1]]));
        match self.held.len() {
            0..4 => 4,
            _ if self.held.starts_with(DESCRIPTOR) => DESCRIPTOR_WANTED,
            _ if !self.held.starts_with(LOCAL_HEADER) => 4,
            4..HEADER_BYTES => HEADER_BYTES,
            _ => HEADER_BYTES + short(26) + short(28),
        }
    }

    /// Reads a header that is there as a whole.
    fn header(&mut self, out: &mut dyn Receiver) {
        let held = std::mem::take(&mut self.held);
        if held.starts_with(DESCRIPTOR) {
            // Of a file that was passed over.
            let length = descriptor(&held).0;
            self.held = held[length..].to_vec();
            return;
        }
        if !held.starts_with(LOCAL_HEADER) {
            // The directory, or nothing that is known.
            self.complete = held.starts_with(b"PK\x01\x02") || held.starts_with(b"PK\x05\x06");
            self.state = State::Done;
            return;
        }
        let short = |at: usize| usize::from(u16::from_le_bytes([held[at], held[at + 1]]));
        let long = |at: usize| u32::from_le_bytes([held[at], held[at + 1], held[at + 2], held[at + 3]]);
        let (flags, method, checksum) = (short(6), short(8), long(14));
        let extension_at = HEADER_BYTES + short(26);
        let name = name(&held[HEADER_BYTES..extension_at], flags & 0x800 != 0);
        let (mut packed, unpacked) = (u64::from(long(18)), u64::from(long(22)));
        if packed == SEE_EXTENSION || unpacked == SEE_EXTENSION {
            packed = large_size(&held[extension_at..], unpacked == SEE_EXTENSION).unwrap_or(packed);
        }
        let has_descriptor = flags & 8 != 0;
        let left = (!has_descriptor || packed > 0).then_some(packed);
        let muted = is_hidden(&name);
        if name.ends_with('/') {
            self.state = State::Skip { left: left.unwrap_or(0) };
            return;
        }
        let problem = match method {
            _ if flags & 1 != 0 => Some(FileProblem::Encrypted),
            0 if left.is_some() => None,
            8 => None,
            _ => Some(FileProblem::Foreign(ForeignKind::Archive)),
        };
        if let Some(problem) = problem {
            if !muted {
                out.refused(Some(&name), problem);
            }
            // Without a size nothing tells where the next file begins.
            self.state = left.map_or(State::Done, |left| State::Skip { left });
            return;
        }
        if !muted {
            out.begin(Some(&name), &[]);
        }
        let inflate = (method == 8).then(|| Decompress::new(false));
        let checksum = (!has_descriptor).then_some(checksum);
        let file = File { left, checksum, has_descriptor, muted, inflate, crc: Crc::new(), damage: None };
        self.state = State::File(Box::new(file));
    }
}

/// The packed size in the extension for large files.
fn large_size(mut extension: &[u8], after_unpacked: bool) -> Option<u64> {
    while let [a, b, c, d, rest @ ..] = extension {
        let (id, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        if id == 1 {
            let at = if after_unpacked { 8 } else { 0 };
            return Some(u64::from_le_bytes(rest.get(at..at + 8)?.try_into().ok()?));
        }
        extension = rest.get(length..)?;
    }
    None
}

/// Names are UTF-8 where the header says so or they are; otherwise most likely those of a Chinese system.
fn name(bytes: &[u8], is_utf8: bool) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.replace('\\', "/"),
        Err(_) if is_utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

impl File {
    /// Unpacks what it can; the bytes that were its own, and whether it ended.
    #[expect(clippy::cast_possible_truncation, reason = "no more than the slices that it is given")]
    fn push(&mut self, bytes: &[u8], buffer: &mut [u8], out: &mut dyn Receiver) -> Result<(usize, bool), FileProblem> {
        let count = self.left.map_or(bytes.len(), |left| usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len()));
        let mine = &bytes[..count];
        let muted = self.muted;
        let mut give = |bytes: &[u8]| if muted { Ok(()) } else { out.bytes(bytes) };
        let Some(inflate) = &mut self.inflate else {
            self.crc.update(mine);
            give(mine)?;
            self.left = self.left.map(|left| left - count as u64);
            return Ok((count, self.left == Some(0)));
        };
        let mut read = 0;
        loop {
            let (in_before, out_before) = (inflate.total_in(), inflate.total_out());
            let status = match inflate.decompress(&mine[read..], buffer, FlushDecompress::None) {
                _ if self.damage.is_some() => Status::BufError,
                Ok(status) => status,
                Err(_) => {
                    self.damage = Some(Damage::Broken);
                    Status::BufError
                }
            };
            let (ate, wrote) = ((inflate.total_in() - in_before) as usize, (inflate.total_out() - out_before) as usize);
            read += ate;
            self.crc.update(&buffer[..wrote]);
            give(&buffer[..wrote])?;
            let stuck = self.damage.is_some() || (ate == 0 && wrote == 0);
            if status == Status::StreamEnd || stuck {
                let ended = status == Status::StreamEnd;
                if !ended && self.left.is_some() {
                    // What cannot be unpacked is passed over; the next file begins where the header says.
                    read = count;
                }
                self.left = self.left.map(|left| left - read as u64);
                let gone = self.left == Some(0);
                if ended
                    && !gone
                    && let Some(left) = self.left
                {
                    // Bytes behind the end of the packed file, which belong to nothing.
                    let more = usize::try_from(left).unwrap_or(usize::MAX).min(count - read);
                    self.left = Some(left - more as u64);
                    return Ok((read + more, self.left == Some(0)));
                }
                return Ok((read, ended || gone));
            }
        }
    }

    fn end(self, sizes_and_checksum: Option<u32>, cut: bool, out: &mut dyn Receiver) {
        let checksum = self.checksum.or(sizes_and_checksum);
        let wrong = checksum.is_some_and(|checksum| checksum != self.crc.sum());
        let damage = self.damage.or(cut.then_some(Damage::CutShort)).or(wrong.then_some(Damage::Checksum));
        if !self.muted {
            out.end(damage);
        }
    }
}

/// How many bytes a descriptor has, and its checksum: its signature may be missing, and its sizes have four or eight
/// bytes, whichever lets something known follow.
fn descriptor(held: &[u8]) -> (usize, u32) {
    let signature = if held.starts_with(DESCRIPTOR) { 4 } else { 0 };
    let lengths = [signature + 12, signature + 20];
    let followed = lengths.into_iter().find(|&length| held.get(length..length + 2) == Some(b"PK"));
    let checksum = held.get(signature..signature + 4).and_then(|bytes| bytes.try_into().ok());
    (followed.unwrap_or(lengths[0]).min(held.len()), checksum.map_or(0, u32::from_le_bytes))
}

/// Moves bytes to `held` until it has `wanted`; whether it has.
fn hold(held: &mut Vec<u8>, wanted: usize, rest: &mut &[u8]) -> bool {
    let count = wanted.saturating_sub(held.len()).min(rest.len());
    held.extend_from_slice(&rest[..count]);
    *rest = &rest[count..];
    held.len() >= wanted
}

impl Container for Zip {
    fn push(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        let mut rest = bytes;
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::Header => {
                    self.state = State::Header;
                    let wanted = self.header_wanted();
                    if !hold(&mut self.held, wanted, &mut rest) {
                        return Ok(());
                    }
                    if self.held.len() >= self.header_wanted() {
                        self.header(out);
                    }
                }
                State::File(mut file) => {
                    let empty = file.left == Some(0);
                    if rest.is_empty() && !empty {
                        self.state = State::File(file);
                        return Ok(());
                    }
                    let (count, ended) = if empty { (0, true) } else { file.push(rest, &mut self.unpacked, out)? };
                    rest = &rest[count..];
                    self.state = match (ended, file.has_descriptor, file.left) {
                        (true, true, _) => State::Descriptor(file),
                        (true, false, _) => {
                            file.end(None, false, out);
                            State::Header
                        }
                        // Damaged, and nothing tells where the next one begins.
                        (false, _, None) if file.damage.is_some() => {
                            file.end(None, false, out);
                            State::Done
                        }
                        (false, _, _) => State::File(file),
                    };
                }
                State::Skip { left } => {
                    let count = usize::try_from(left).unwrap_or(usize::MAX).min(rest.len());
                    rest = &rest[count..];
                    let left = left - count as u64;
                    if left > 0 {
                        self.state = State::Skip { left };
                        return Ok(());
                    }
                    self.state = State::Header;
                }
                State::Descriptor(file) => {
                    if !hold(&mut self.held, DESCRIPTOR_WANTED, &mut rest) {
                        self.state = State::Descriptor(file);
                        return Ok(());
                    }
                    let (length, checksum) = descriptor(&self.held);
                    self.held.drain(..length);
                    file.end(Some(checksum), false, out);
                    self.state = State::Header;
                }
                State::Done => return Ok(()),
            }
        }
    }

    fn finish(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::File(file) => file.end(None, true, out),
            State::Descriptor(file) => {
                let found = (self.held.len() >= 12).then(|| descriptor(&self.held).1);
                file.end(found, found.is_none(), out);
            }
            State::Header | State::Skip { .. } | State::Done if !self.complete => {
                out.refused(None, FileProblem::RestMissing)
            }
            State::Header | State::Skip { .. } | State::Done => {}
        }
        Ok(())
    }
}
