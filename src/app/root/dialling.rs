//! What a person says of called numbers: routing prefixes, and an own list of destinations and rates.

use super::Root;
use crate::app::browser::{dial_plan, save};
use crate::app::context::Action;
use session::RateList;
use std::rc::Rc;
use words::{DestinationSentence, DestinationWord};

/// What the exported list is called.
const EXPORT_NAME: &str = "cdr-lens-rates.csv";

impl Root {
    /// What a person asks of called numbers; `false` for anything else.
    pub(super) fn perform_on_numbers(&mut self, action: &Action) -> bool {
        match action {
            Action::TakeOffPrefixes(prefixes) => {
                dial_plan::remember_prefixes(prefixes);
                self.change(|session| session.routing_prefixes.clone_from(prefixes));
                self.ask_again();
            }
            Action::ImportedRates(text) => self.import_rates(RateList::read(text)),
            Action::ExportRates => {
                let saved = save::text(EXPORT_NAME, "text/csv;charset=utf-8", &self.page.session.rates.csv());
                self.report_save(saved);
            }
            Action::ForgetRates => {
                self.use_rates(RateList::default());
            }
            _ => return false,
        }
        true
    }

    fn import_rates(&mut self, rates: RateList) {
        if rates.is_empty() {
            return self.set_notice(self.page.language.word(DestinationWord::NoRates));
        }
        let notice = DestinationSentence::RatesRead {
            prefixes: rates.entries().len(),
            names: rates.names(),
            rated: rates.rated(),
        };
        let mut notice = self.page.language.sentence(notice);
        if !self.use_rates(rates) {
            notice = format!("{notice} {}", self.page.language.word(DestinationWord::RatesNotKept));
        }
        self.set_notice(&notice);
    }

    /// Whether they are kept for the next time.
    fn use_rates(&mut self, rates: RateList) -> bool {
        let kept = dial_plan::remember_rates(&rates);
        self.change(|session| session.rates = Rc::new(rates));
        self.ask_again();
        kept
    }
}
