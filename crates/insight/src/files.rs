//! The files that calls are of.

use super::picture::Picture;
use calls::EpochMillis;
use query::{Filter, FilterField, quoted};

impl Picture {
    /// The name of a file; empty where it is not known.
    pub(super) fn file_name(&self, file: u32) -> &str {
        self.context.files.get(&file).map_or("", |file| file.name.as_str())
    }

    /// A filter for the calls of files, in a period.
    pub(super) fn filter_of_files(&self, files: &[&str], period: Option<(EpochMillis, EpochMillis)>) -> Filter {
        let mut filter = self.filter(&[], period);
        let named: Vec<String> = files.iter().filter(|name| !name.is_empty()).map(|name| quoted(name)).collect();
        filter.set(FilterField::File, &named.join(", "));
        filter
    }

    /// Whether all calls of the files are asked, and held: of some of them the others' serial numbers and hours are
    /// missing.
    pub(super) fn is_whole(&self) -> bool {
        let asked = self.signs.clock.files().filter_map(|(file, _)| self.context.files.get(&file));
        let calls: u64 = asked.map(|file| file.calls).sum();
        calls > 0 && calls == self.total().calls
    }
}
