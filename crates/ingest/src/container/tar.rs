use super::{Container, Damage, Receiver, is_hidden};
use crate::FileProblem;

const BLOCK: usize = 512;

/// tar (POSIX ustar, with the long names of GNU and pax): headers of 512 bytes, each before its file.
#[derive(Default)]
pub(super) struct Tar {
    /// Bytes of a header, or of a long name, that is not there as a whole.
    block: Vec<u8>,
    state: State,
    /// The name that the next header has too little room for.
    long_name: Option<String>,
}

#[derive(Default)]
enum State {
    #[default]
    Header,
    /// Bytes of a file, and those that fill its last block.
    File {
        left: u64,
        padding: u64,
    },
    /// Bytes of what is passed over.
    Skip {
        left: u64,
    },
    /// Bytes of a long name.
    Name {
        left: u64,
        padding: u64,
        pax: bool,
    },
    Done,
}

pub(super) fn is_tar(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}

/// Octal digits, or for what needs more of them a number of bytes.
fn size(field: &[u8]) -> u64 {
    if field[0] & 0x80 != 0 {
        return field[1..].iter().fold(0_u64, |size, &byte| size.wrapping_mul(256) + u64::from(byte));
    }
    let digits = field.iter().filter(|byte| matches!(byte, b'0'..=b'7'));
    digits.fold(0, |size, &digit| size * 8 + u64::from(digit - b'0'))
}

impl Tar {
    fn header(&mut self, block: &[u8], out: &mut dyn Receiver) {
        if block.iter().all(|&byte| byte == 0) {
            self.state = State::Done;
            return;
        }
        let size = size(&block[124..136]);
        let Some(padding) = size.checked_next_multiple_of(BLOCK as u64).map(|whole| whole - size) else {
            // No file is so large: what follows is none that can be found.
            out.refused(None, FileProblem::RestMissing);
            self.state = State::Done;
            return;
        };
        let (name, prefix) = (text(&block[..100]), text(&block[345..500]));
        let short = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        match block[156] {
            b'L' => self.state = State::Name { left: size, padding, pax: false },
            b'x' => self.state = State::Name { left: size, padding, pax: true },
            0 | b'0' => {
                let name = self.long_name.take().unwrap_or(short);
                if is_hidden(&name) {
                    self.state = State::Skip { left: size + padding };
                } else {
                    out.begin(Some(&name), &[]);
                    self.state = State::File { left: size, padding };
                }
            }
            _ => {
                self.long_name = None;
                self.state = State::Skip { left: size + padding };
            }
        }
    }

    /// `length path=NAME` among the records of pax.
    fn name_read(&mut self, pax: bool) {
        let text = text(&std::mem::take(&mut self.block));
        self.long_name = if pax {
            text.lines().find_map(|line| Some(line.split_once(" path=")?.1.to_owned())).or(self.long_name.take())
        } else {
            Some(text)
        };
    }
}

impl Container for Tar {
    fn push(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        let mut rest = bytes;
        loop {
            match &mut self.state {
                State::Header => {
                    let missing = (BLOCK - self.block.len()).min(rest.len());
                    self.block.extend_from_slice(&rest[..missing]);
                    rest = &rest[missing..];
                    if self.block.len() < BLOCK {
                        return Ok(());
                    }
                    let block = std::mem::take(&mut self.block);
                    self.header(&block, out);
                }
                State::File { left: 0, padding } => {
                    let left = *padding;
                    out.end(None);
                    self.state = State::Skip { left };
                }
                State::Skip { left: 0 } => self.state = State::Header,
                State::Name { left: 0, padding, pax } => {
                    let (left, pax) = (*padding, *pax);
                    self.state = State::Skip { left };
                    self.name_read(pax);
                }
                State::Done => return Ok(()),
                _ if rest.is_empty() => return Ok(()),
                State::File { left, .. } => {
                    let count = take(left, &mut rest);
                    out.bytes(count)?;
                }
                State::Skip { left } => {
                    take(left, &mut rest);
                }
                State::Name { left, .. } => {
                    let part = take(left, &mut rest);
                    // No path is longer.
                    if self.block.len() < 64 << 10 {
                        self.block.extend_from_slice(part);
                    }
                }
            }
        }
    }

    fn finish(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        match self.state {
            State::File { left, .. } => out.end((left > 0).then_some(Damage::CutShort)),
            State::Name { .. } => out.refused(None, FileProblem::RestMissing),
            State::Header if !self.block.is_empty() => out.refused(None, FileProblem::RestMissing),
            State::Header | State::Skip { .. } | State::Done => {}
        }
        Ok(())
    }
}

/// At most `left` bytes off `rest`.
fn take<'a>(left: &mut u64, rest: &mut &'a [u8]) -> &'a [u8] {
    let count = usize::try_from(*left).unwrap_or(usize::MAX).min(rest.len());
    let (taken, others) = rest.split_at(count);
    *left -= count as u64;
    *rest = others;
    taken
}
