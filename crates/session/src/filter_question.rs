//! A filter as a question to the workers, and their answer as a summary.

use super::session_file::{FileState, SessionFile};
use super::state::Session;
use calls::{EndReason, LocalZone};
use query::{
    Condition, DialPlan, EndReasonRow, Filter, FilterField, FilterProblem, Interpretation, Query, Question, ReasonRule,
    Scope, Summary, Tally, Terms, UNKNOWN_SIDE, kebab_name,
};
use sorting::{Ordered, Sort};
use std::collections::BTreeMap;

/// A file whose calls workers hold and that counts.
struct QueriedFile<'a> {
    id: u32,
    /// The dropped file that it is or is in.
    dropped: u32,
    part: Option<u32>,
    name: &'a str,
    tally: &'a Tally,
    interpretation: Interpretation,
}

impl Session {
    /// The files whose calls workers hold and that count, each with its tally and how its end reasons are read.
    fn queried_files(&self) -> Vec<QueriedFile<'_>> {
        let files = self.all_dropped().iter().flat_map(|of| of.files().map(|file| (of.file.id, file)));
        let counted = files.filter_map(|(dropped, file)| match &file.state {
            FileState::Read(report) if report.same_as.is_none() && report.tally.calls > 0 => {
                Some((dropped, file, &report.tally))
            }
            _ => None,
        });
        let counted: Vec<_> = counted.collect();
        let numberings = Summary::numberings_of(counted.iter().map(|(.., tally)| *tally), self.numbering);
        counted
            .into_iter()
            .zip(numberings)
            .map(|((dropped, file, tally), (_, numbering))| QueriedFile {
                id: file.id,
                dropped,
                part: file.part,
                name: &file.identity.name,
                tally,
                interpretation: Interpretation { numbering, reasons_of: tally.reasons_of },
            })
            .collect()
    }

    /// The different readings of all files, by which the answer's sums come.
    pub fn interpretations(&self) -> Vec<Interpretation> {
        let mut interpretations: Vec<Interpretation> =
            self.queried_files().iter().map(|file| file.interpretation).collect();
        interpretations.order();
        interpretations.dedup();
        interpretations
    }

    /// What a filter asks of the workers; `whole` is the summary of all calls, and hours and days are those of `zone`.
    /// A filter that cannot be understood asks about no calls: no figures are better than those of calls that nobody
    /// wanted.
    pub fn question(&self, filter: &Filter, whole: &Summary, zone: &LocalZone, query: Query) -> Question {
        let interpretations = self.interpretations();
        let understood = filter.understood(zone);
        let is_understood = understood.is_ok();
        let conditions = understood.unwrap_or_default();
        let wanted = |name: &str| {
            is_understood
                && conditions.iter().all(|condition| match condition {
                    Condition::File(terms) => terms.hold(|pattern| pattern.matches(name)),
                    _ => true,
                })
        };
        let scopes = self.queried_files().into_iter().filter(|file| wanted(file.name)).filter_map(|file| {
            let interpretation = interpretations.iter().position(|other| *other == file.interpretation)?;
            Some(Scope { file: file.dropped, part: file.part, id: file.id, interpretation })
        });
        let scopes = scopes.collect();
        let rules = self.rules(&conditions, &interpretations, whole);
        let placed = whole.end_reasons.iter().filter(|row| row.placed_by_calls());
        let sides = placed.filter_map(|row| Some((row.key(), row.side()?))).collect();
        let destinations = if query.needs_destinations() { self.rates.destinations() } else { Vec::new() };
        let dial_plan = DialPlan { strip: self.routing_prefixes.clone(), destinations };
        let (personal, zone) = (self.personal.clone(), zone.clone());
        Question { scopes, conditions, rules, interpretations, personal, sides, dial_plan, zone, slot: 0, query }
    }

    /// For each reading the end reasons that conditions about them want.
    fn rules(
        &self,
        conditions: &[Condition],
        interpretations: &[Interpretation],
        whole: &Summary,
    ) -> Option<Vec<Vec<ReasonRule>>> {
        let of_reasons: Vec<(FilterField, &Terms<String>)> = conditions
            .iter()
            .filter_map(|condition| match condition {
                Condition::OfReason(field, terms) => Some((*field, terms)),
                _ => None,
            })
            .collect();
        if of_reasons.is_empty() {
            return None;
        }
        let rows: BTreeMap<_, _> = whole.end_reasons.iter().map(|row| (row.key(), row)).ordered_map();
        let mut rules = vec![BTreeMap::<(Option<i32>, String), ReasonRule>::new(); interpretations.len()];
        for QueriedFile { tally, interpretation, .. } in self.queried_files() {
            let Some(at) = interpretations.iter().position(|other| *other == interpretation) else { continue };
            for (end_reason, _) in tally.reasons() {
                let key = EndReasonRow::of(&end_reason, interpretation.numbering, interpretation.reasons_of).key();
                let Some(row) = rows.get(&key) else { continue };
                let wants = |answered| of_reasons.iter().all(|(field, terms)| holds(row, *field, terms, answered));
                let (code, text) = match &end_reason {
                    EndReason::Code(code) => (Some(*code), String::new()),
                    EndReason::Text(text) => (None, text.to_string()),
                };
                let rule = ReasonRule { code, text: text.clone(), answered: wants(true), unanswered: wants(false) };
                rules[at].insert((code, text), rule);
            }
        }
        Some(rules.into_iter().map(|rules| rules.into_values().collect()).collect())
    }

    /// The summary of the calls that a question was about, given their sums for each reading.
    pub fn answered(&self, sums: Vec<Tally>, whole: &Summary) -> Summary {
        let mut tallies = sums;
        let interpretations = self.interpretations();
        for (tally, interpretation) in tallies.iter_mut().zip(&interpretations) {
            tally.reasons_of = interpretation.reasons_of;
        }
        let read =
            tallies.iter().zip(&interpretations).map(|(tally, interpretation)| (tally, interpretation.numbering));
        Summary::of_read(read, whole.numberings.clone(), &self.personal)
    }

    /// How the end reasons of a part are read.
    pub fn interpretation_of(&self, dropped: u32, part: u32) -> Option<Interpretation> {
        let is_it = |file: &&QueriedFile<'_>| file.dropped == dropped && file.part.is_none_or(|of| of == part);
        self.queried_files().iter().find(is_it).map(|file| file.interpretation)
    }

    /// The file that calls of a part are of.
    pub fn file_of_part(&self, dropped: u32, part: u32) -> Option<u32> {
        let is_it = |file: &&SessionFile| {
            matches!(file.state, FileState::Read(_)) && file.part.is_none_or(|other| other == part)
        };
        self.dropped(dropped)?.files().find(is_it).map(|file| file.id)
    }
}

/// What cannot be understood of a filter.
pub fn filter_problems(filter: &Filter, zone: &LocalZone) -> Vec<FilterProblem> {
    filter.understood(zone).err().unwrap_or_default()
}

/// Whether a condition wants calls with an end reason that were answered or not.
fn holds(row: &EndReasonRow, field: FilterField, terms: &Terms<String>, answered: bool) -> bool {
    let name = match field {
        FilterField::Class => kebab_name(&row.class(answered)),
        FilterField::Category => kebab_name(&row.category()),
        FilterField::Family => kebab_name(&row.classified.family),
        FilterField::Side => row.side().map_or_else(|| UNKNOWN_SIDE.to_owned(), |side| kebab_name(&side)),
        _ => row.personal_key(),
    };
    terms.hold(|term| term.eq_ignore_ascii_case(&name))
}

#[cfg(test)]
mod tests;
