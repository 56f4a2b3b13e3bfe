//! What a person says of called numbers: routing prefixes, and an own list of destinations and rates.

use super::Root;
use crate::app::action::DestinationAction;
use crate::app::browser::{dial_plan, dictionary, save};
use session::RateList;
use std::rc::Rc;
use words::{DestinationSentence, DestinationWord};

/// What the exported list is called.
const EXPORT_NAME: &str = "cdr-lens-rates.csv";

impl Root {
    pub(super) fn on_destinations(&mut self, action: DestinationAction) {
        match action {
            DestinationAction::TakeOffPrefixes(prefixes) => {
                dial_plan::remember_prefixes(&prefixes);
                self.change(|session| session.routing_prefixes = prefixes);
                self.ask_again();
            }
            DestinationAction::ImportRates(file) => {
                // It may have been dropped.
                self.dragging = false;
                let dispatch = self.page.dispatch.clone();
                dictionary::read(&file, move |text| dispatch.emit(DestinationAction::ImportedRates(text).into()));
            }
            DestinationAction::ImportedRates(text) => self.import_rates(RateList::read(&text)),
            DestinationAction::ExportRates => {
                let saved = save::text(EXPORT_NAME, "text/csv;charset=utf-8", &self.page.session.rates.csv());
                self.report_save(saved);
            }
            DestinationAction::ForgetRates => _ = self.use_rates(RateList::default()),
        }
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
