//! What a person says of called numbers: routing prefixes, and an own list of destinations and rates.

use super::{Content, Effect, Kept, State};
use crate::app::action::DestinationAction;
use session::RateList;
use std::rc::Rc;
use words::{DestinationSentence, DestinationWord};

/// What the exported list is called.
const EXPORT_NAME: &str = "cdr-lens-rates.csv";

impl State {
    pub(super) fn on_destinations(&mut self, action: DestinationAction) {
        match action {
            DestinationAction::TakeOffPrefixes(prefixes) => {
                self.change(|session| session.routing_prefixes = prefixes);
                self.effect(Effect::Keep(Kept::RoutingPrefixes));
                self.ask_again();
            }
            DestinationAction::ImportRates(text) => {
                // It may have been dropped.
                self.dragging = false;
                self.import_rates(RateList::read(&text));
            }
            DestinationAction::ExportRates => {
                let content = Content::Csv(self.page.session.rates.csv());
                self.effect(Effect::Save { name: EXPORT_NAME, content });
            }
            DestinationAction::ForgetRates => self.use_rates(RateList::default()),
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
        self.set_notice(&self.page.language.sentence(notice));
        self.use_rates(rates);
    }

    fn use_rates(&mut self, rates: RateList) {
        self.change(|session| session.rates = Rc::new(rates));
        self.effect(Effect::Keep(Kept::Rates));
        self.ask_again();
    }

    /// Said beside what was read.
    pub(super) fn rates_not_kept(&mut self) {
        if let Some(notice) = self.notice.take() {
            self.set_notice(&format!("{notice} {}", self.page.language.word(DestinationWord::RatesNotKept)));
        }
    }
}
