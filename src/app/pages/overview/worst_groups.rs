use super::worst_reason::WorstReason;
use crate::app::action::FilterAction;
use crate::app::components::{group_criterion, group_name};
use crate::app::context::Page;
use crate::app::use_lasting_report::use_lasting_report;
use crate::app::use_report::Slot;
use insight::worst::{Worst, worst};
use query::{Dimension, FilterField, TableSpec, quoted, together};
use sorting::Ordered;
use std::collections::BTreeMap;
use words::{OverviewWord, ReportSentence, ReportWord};
use yew::prelude::*;

/// Whose failures are looked at.
const BY: [Dimension; 3] = [Dimension::TerminatingGateway, Dimension::Account, Dimension::Prefix { digits: 4 }];

/// So many of each are shown.
const SHOWN: usize = 3;

/// Shards tell so many pairs of a group and an end reason: those with the most calls, which decide what is worst.
const MOST_PAIRS: usize = 5_000;

together! {
    /// What is asked of each of [`BY`].
    struct Group -> GroupAnswers {
        sums: TableSpec,
        /// By end reason too.
        reasons: TableSpec,
    }
}

/// The vendors, accounts and destinations that harm most, and the end reason.
#[component]
pub(super) fn WorstGroups() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let pairs = |by| TableSpec { most_rows: MOST_PAIRS, ..TableSpec::by([by, Dimension::EndReason]) };
    let of = |by| Group { sums: TableSpec::by([by]), reasons: pairs(by) };
    let report = use_lasting_report(Slot::Beside, None, BY.map(of).to_vec());
    let found = use_memo((report.answers, page.unfiltered.clone()), |(answers, _)| {
        answers.as_ref().map(|answers| all_worst(&page, answers))
    });
    html! {
        <section aria-label={page.word(OverviewWord::WorstFirst)}>
            <h2>{ page.word(OverviewWord::WorstFirst) }</h2>
            <p class="note">{ page.word(OverviewWord::WorstExplained) }</p>
            <div class="two">
                { for found.as_ref().iter().flatten().map(|(by, found)| list(&page, *by, found)) }
                <WorstReason />
            </div>
            if found.is_none() {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            }
        </section>
    }
}

fn all_worst(page: &Page, answers: &[GroupAnswers]) -> Vec<(Dimension, Vec<Worst>)> {
    let reasons: BTreeMap<String, _> =
        page.unfiltered.end_reasons.iter().map(|row| (row.personal_key(), row)).ordered_map();
    let harm = |reason: &str, unanswered: u64| reasons.get(reason).map_or(0, |row| row.harm_of(unanswered));
    let of = |(by, of): (Dimension, &GroupAnswers)| (by, worst(&of.sums, &of.reasons, harm, SHOWN));
    BY.into_iter().zip(answers).map(of).collect()
}

fn list(page: &Page, by: Dimension, found: &[Worst]) -> Html {
    let title = page.language.dimension(by);
    html! {
        <section class="card" aria-label={title}>
            <h3>{ title }</h3>
            if found.is_empty() {
                <p class="hint">{ page.word(OverviewWord::NothingWorst) }</p>
            } else {
                <ol class="worst">{ for found.iter().map(|worst| item(page, by, worst)) }</ol>
            }
        </section>
    }
}

fn item(page: &Page, by: Dimension, worst: &Worst) -> Html {
    let measures = &worst.measures;
    let name = group_name(page, by, Some(&worst.name));
    let (low, high) = measures.asr_interval().unwrap_or_default();
    let told = page.sentence(ReportSentence::WorstGroup {
        failed: measures.unanswered(),
        calls: measures.calls,
        low,
        asr: measures.asr_percent().unwrap_or_default(),
        high,
    });
    let (reason, calls) = &worst.reason;
    let reason_name = group_name(page, Dimension::EndReason, Some(reason));
    let mut of_group = (*page.filter).clone();
    if let Some((field, text)) = group_criterion(page, by, Some(&worst.name)) {
        of_group.set(field, &text);
    }
    let mut of_reason = of_group.clone();
    of_reason.set(FilterField::EndReason, &quoted(reason));
    let only_group = page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(of_group.clone()).into());
    let only_reason = page.dispatch.reform(move |_: MouseEvent| FilterAction::Use(of_reason.clone()).into());
    html! {
        <li>
            <button type="button" class="link name" onclick={only_group} title={name.clone()}>{ name.clone() }</button>
            <p class="hint">
                { told }{ " " }
                { page.sentence(ReportSentence::MostHarmBy { calls: *calls }) }{ " " }
                <button type="button" class="link" onclick={only_reason} aria-label={format!("{name}, {reason_name}")}>
                    { reason_name.clone() }
                </button>
            </p>
        </li>
    }
}
