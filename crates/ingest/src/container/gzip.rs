use super::{Container, Damage, Receiver};
use crate::FileProblem;
use flate2::write::MultiGzDecoder;
use std::io::{ErrorKind, Write};

/// So much is unpacked at once. Of the step in which a damage is found nothing is given.
const STEP_BYTES: usize = 2 << 10;

/// gzip, as RFC 1952 has it: one or several members, whose contents are one file.
pub(super) struct Gzip {
    decoder: MultiGzDecoder<Vec<u8>>,
    begun: bool,
    damage: Option<Damage>,
}

impl Gzip {
    pub(super) fn new() -> Self {
        Self { decoder: MultiGzDecoder::new(Vec::new()), begun: false, damage: None }
    }

    fn pass_on(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        if !self.begun {
            self.begun = true;
            out.begin(None, &[]);
        }
        let unpacked = self.decoder.get_mut();
        let passed = out.bytes(unpacked);
        unpacked.clear();
        passed
    }
}

/// What an error of the decoder says of the file.
fn damage(error: &std::io::Error) -> Damage {
    match error.kind() {
        ErrorKind::UnexpectedEof => Damage::CutShort,
        _ if error.to_string().contains("checksum") => Damage::Checksum,
        _ => Damage::Broken,
    }
}

impl Container for Gzip {
    fn push(&mut self, bytes: &[u8], out: &mut dyn Receiver) -> Result<(), FileProblem> {
        for step in bytes.chunks(STEP_BYTES) {
            // What is behind a damage cannot be unpacked; what was before it stands.
            if self.damage.is_some() {
                return Ok(());
            }
            if let Err(error) = self.decoder.write_all(step) {
                self.damage = Some(damage(&error));
            }
            self.pass_on(out)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Receiver) -> Result<(), FileProblem> {
        if self.damage.is_none() {
            self.damage = self.decoder.try_finish().err().map(|error| damage(&error));
        }
        self.pass_on(out)?;
        out.end(self.damage);
        Ok(())
    }
}
