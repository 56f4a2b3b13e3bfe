//! Files in files: what is packed is unpacked as its bytes come.
//!
//! An [`Unpacker`] is given the bytes of one dropped file and gives the bytes of every file in it to a [`Receiver`],
//! one after another. What it is it sees in the first bytes, not in the name; what is in it may be packed again.
//! Nothing is held but what a format needs: a gzip and a zip are streams, a workbook is kept whole and therefore
//! bounded.

mod gzip;
mod sheet;
mod tar;
mod workbook;
mod zip;

pub use workbook::MOST_WORKBOOK_BYTES;

use super::problem::{FileProblem, ForeignKind};
use serde::{Deserialize, Serialize};

/// What files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContainerKind {
    /// RFC 1952, of one member or several.
    Gzip,
    /// Many files, also larger than 4 GiB each.
    Zip,
    /// Many files, one after another.
    Tar,
    /// An Excel workbook, xlsx or xls; the sheet with the calls is taken.
    Workbook,
}

/// What is wrong with a file or what it came in, so that not all of it could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// It ends in the middle of something.
    CutShort,
    /// Its checksum is not that of what was unpacked.
    Checksum,
    /// What follows is no continuation of it.
    Broken,
}

/// Who is given the files that are unpacked.
pub trait Receiver {
    /// A file begins. `name` is its path in the container, `None` where the container has one file and no names;
    /// `packed_in` is what it was packed in, the outermost first.
    fn begin(&mut self, name: Option<&str>, packed_in: &[ContainerKind]);

    /// The next bytes of the file that began last.
    ///
    /// # Errors
    /// When nothing more of it is wanted; what then comes is thrown away.
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem>;

    /// The file that began last ends; with what was wrong, if anything was.
    fn end(&mut self, damage: Option<Damage>);

    /// A file, named as in [`Receiver::begin`], that cannot be unpacked.
    fn refused(&mut self, name: Option<&str>, problem: FileProblem);
}

/// One kind of container.
trait Container {
    /// The next bytes of it; what is in it goes to `out`.
    fn push(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem>;

    /// There are no more bytes.
    fn finish(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem>;
}

/// How much a container may grow to before a person is asked: unpacked bytes for each packed one, once there are
/// [`GROWTH_FLOOR_BYTES`]. Call detail records shrink to a fifth or a twentieth, what is made to fill a disk to a
/// thousandth.
const MOST_GROWTH: u64 = 200;

/// Less than that is never too much.
pub const GROWTH_FLOOR_BYTES: u64 = 64 << 20;

/// Stands for the files that are missing at the end of an archive.
const REST: &str = "…";

/// Containers in containers in containers: more of them is no accident.
const DEEPEST: usize = 4;

/// A container is given its bytes in steps of this many, wherever slices end: what can be told of a damaged one depends
/// on where its reader stops, and must not depend on slices.
const STEP_BYTES: usize = 64 << 10;

/// As much as is needed to see what a file is: tar has its mark at byte 257.
const SIGNATURE_BYTES: usize = 512;

/// Unpacks one file.
pub struct Unpacker {
    state: State,
    name: Option<String>,
    packed_in: Vec<ContainerKind>,
    child: Option<Box<Unpacker>>,
    /// The person knows, and wants all of it.
    unbounded: bool,
    /// Bytes that this container was given.
    received: u64,
    /// Bytes that the outermost container was given, for one inside of it.
    outer: Option<u64>,
    /// Bytes that came out of this container.
    given: u64,
}

enum State {
    Undecided(Vec<u8>),
    Plain,
    Packed {
        container: Box<dyn Container>,
        /// The beginning of the next step.
        held: Vec<u8>,
    },
    /// Nothing more is wanted.
    Refused,
}

impl std::fmt::Debug for Unpacker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unpacker").field("name", &self.name).field("packed_in", &self.packed_in).finish_non_exhaustive()
    }
}

impl Unpacker {
    /// Begins a file. `unbounded`: however much it grows to.
    pub fn new(unbounded: bool) -> Self {
        Self::inside(None, Vec::new(), unbounded)
    }

    fn inside(name: Option<String>, packed_in: Vec<ContainerKind>, unbounded: bool) -> Self {
        let state = State::Undecided(Vec::new());
        Self { state, name, packed_in, child: None, unbounded, received: 0, outer: None, given: 0 }
    }

    /// The next bytes of the file.
    ///
    /// # Errors
    /// When the whole file cannot be gone on with.
    pub fn push(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        if let State::Undecided(head) = &mut self.state {
            head.extend_from_slice(bytes);
            if head.len() >= SIGNATURE_BYTES { self.decide(out) } else { Ok(()) }
        } else {
            self.pass_on(bytes, out)
        }
    }

    /// There are no more bytes; `damage`: because of that.
    ///
    /// # Errors
    /// As [`Unpacker::push`].
    pub fn finish(&mut self, damage: Option<Damage>, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        if matches!(self.state, State::Undecided(_)) {
            self.decide(out)?;
        }
        match std::mem::replace(&mut self.state, State::Refused) {
            State::Plain => out.end(damage),
            State::Packed { mut container, held } => {
                self.step(&mut *container, &held, out)?;
                self.nested(out, |nest| container.finish(nest))?;
            }
            State::Undecided(_) | State::Refused => {}
        }
        Ok(())
    }

    fn decide(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        let State::Undecided(head) = std::mem::replace(&mut self.state, State::Plain) else { return Ok(()) };
        match recognise(&head) {
            Some(_) if self.packed_in.len() >= DEEPEST => return Err(FileProblem::Foreign(ForeignKind::Archive)),
            Some((kind, container)) => {
                self.packed_in.push(kind);
                self.state = State::Packed { container, held: Vec::new() };
            }
            None => out.begin(self.name.as_deref(), &self.packed_in),
        }
        self.pass_on(&head, out)
    }

    fn pass_on(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        match std::mem::replace(&mut self.state, State::Refused) {
            State::Plain => {
                out.bytes(bytes)?;
                self.state = State::Plain;
            }
            State::Packed { mut container, mut held } => {
                let mut rest = bytes;
                if !held.is_empty() {
                    let missing = (STEP_BYTES - held.len()).min(rest.len());
                    held.extend_from_slice(&rest[..missing]);
                    rest = &rest[missing..];
                    if held.len() == STEP_BYTES {
                        self.step(&mut *container, &held, out)?;
                        held.clear();
                    }
                }
                let mut steps = rest.chunks_exact(STEP_BYTES);
                for step in &mut steps {
                    self.step(&mut *container, step, out)?;
                }
                held.extend_from_slice(steps.remainder());
                self.state = State::Packed { container, held };
            }
            State::Undecided(_) | State::Refused => {}
        }
        Ok(())
    }

    fn step(&mut self, container: &mut dyn Container, step: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        self.received += step.len() as u64;
        self.nested(out, |nest| container.push(step, nest))
    }

    fn nested<T>(&mut self, out: &mut dyn Receiver, run: impl FnOnce(&mut Nest<'_>) -> T) -> T {
        run(&mut Nest { parent: self, out })
    }
}

/// Gives every file of a container to an unpacker of its own.
struct Nest<'a> {
    parent: &'a mut Unpacker,
    out: &'a mut dyn Receiver,
}

impl Nest<'_> {
    fn path(&self, name: Option<&str>) -> Option<String> {
        match (&self.parent.name, name) {
            (Some(folder), Some(name)) => Some(format!("{folder}/{name}")),
            (Some(name), None) => Some(name.clone()),
            (None, name) => name.map(str::to_owned),
        }
    }
}

impl Receiver for Nest<'_> {
    fn begin(&mut self, name: Option<&str>, _: &[ContainerKind]) {
        let child = Unpacker::inside(self.path(name), self.parent.packed_in.clone(), self.parent.unbounded);
        self.parent.child = Some(Box::new(child));
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        self.parent.given += bytes.len() as u64;
        let (given, received) = (self.parent.given, self.parent.outer.unwrap_or(self.parent.received));
        if !self.parent.unbounded && given > GROWTH_FLOOR_BYTES && given / MOST_GROWTH > received {
            return Err(FileProblem::GrowsTooLarge { packed: received, unpacked: given });
        }
        let Some(child) = &mut self.parent.child else { return Ok(()) };
        child.outer = Some(received);
        match child.push(bytes, self.out) {
            Ok(()) => Ok(()),
            Err(problem @ FileProblem::GrowsTooLarge { .. }) => Err(problem),
            Err(problem) => {
                // One file's problem is not that of the others.
                self.out.refused(child.name.as_deref(), problem);
                child.state = State::Refused;
                Ok(())
            }
        }
    }

    fn end(&mut self, damage: Option<Damage>) {
        if let Some(mut child) = self.parent.child.take()
            && let Err(problem) = child.finish(damage, self.out)
        {
            self.out.refused(child.name.as_deref(), problem);
        }
    }

    fn refused(&mut self, name: Option<&str>, problem: FileProblem) {
        // What is missing has no name.
        let name = if problem == FileProblem::RestMissing { Some(REST) } else { name };
        self.out.refused(self.path(name).as_deref(), problem);
    }
}

fn recognise(head: &[u8]) -> Option<(ContainerKind, Box<dyn Container>)> {
    if head.starts_with(b"\x1F\x8B\x08") {
        Some((ContainerKind::Gzip, Box::new(gzip::Gzip::new())))
    } else if workbook::is_workbook(head) {
        Some((ContainerKind::Workbook, Box::new(workbook::Workbook::default())))
    } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        Some((ContainerKind::Zip, Box::new(zip::Zip::new())))
    } else if tar::is_tar(head) {
        Some((ContainerKind::Tar, Box::new(tar::Tar::default())))
    } else {
        None
    }
}

/// Systems leave files like `.DS_Store` in archives, as in folders; nobody means them.
fn is_hidden(path: &str) -> bool {
    path.starts_with("__MACOSX/") || path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

#[cfg(test)]
mod tests;
