use super::ledger::{Cell, Head, Ledger, filter_of};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::accounting::{Rounded, rounded};
use query::{Dimension, FilterField, Held, Signs, Table, Unit};
use words::{BillingSentence, BillingWord, FigureWord, ReportSentence, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RoundingTableProps {
    /// By account.
    pub(super) table: Held<Table>,
    pub(super) signs: Held<Signs>,
}

/// Billed time against talk time by account, and the step that explains it.
#[component]
pub(super) fn RoundingTable(props: &RoundingTableProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let found = use_memo((props.table.clone(), props.signs.clone()), |(table, signs)| rounded(table, &signs.rounding));
    let head = |word: Word| Head::number(page.word(word));
    let heads = vec![
        Head::text(page.language.dimension(Dimension::Account)),
        head(FigureWord::Calls.into()),
        head(BillingWord::TalkSeconds.into()),
        head(BillingWord::BilledSeconds.into()),
        head(BillingWord::Slack.into()).defined(page.word(BillingWord::DefineSlack)),
        Head::text(page.word(BillingWord::RoundingStep)).defined(page.word(BillingWord::RoundingExplained)),
        head(BillingWord::StepExplains.into()).defined(page.word(BillingWord::DefineStepExplains)),
        head(BillingWord::NoStepExplains.into()).defined(page.word(BillingWord::DefineNoStepExplains)),
        head(BillingWord::BilledTooShort.into()).defined(page.word(BillingWord::DefineBilledTooShort)),
    ];
    let rows = found.iter().map(|rounded| row(&page, rounded)).collect::<Vec<_>>();
    let label = page.word(BillingWord::BilledAgainstTalk);
    html! {
        <section class="card">
            <h2>{ label }</h2>
            if rows.is_empty() {
                <p>{ page.sentence(ReportSentence::Lacks { what: page.word(BillingWord::NoBilledSeconds) }) }</p>
            } else {
                <p class="note">{ page.word(BillingWord::RoundingExplained) }</p>
                <Ledger {label} {heads} {rows} />
            }
        </section>
    }
}

fn row(page: &Page, rounded: &Rounded) -> Vec<Cell> {
    let by = Dimension::Account;
    let account = rounded.account.as_deref();
    let answered = filter_of(page, &[(by, account)], &[(FilterField::Answered, "yes")]);
    let step = match rounded.step {
        Some((step, _)) => Cell::text(format!("{}/{}", step.first, step.next))
            .titled(page.sentence(BillingSentence::StepOf { first: step.first, next: step.next })),
        None => Cell::text("–"),
    };
    vec![
        Cell::text(group_name(page, by, account)).filters(filter_of(page, &[(by, account)], &[])),
        Cell::count(page, rounded.calls).lists(filter_of(page, &[(by, account)], &[])),
        Cell::count(page, rounded.talk_seconds),
        Cell::count(page, rounded.billed_seconds),
        Cell::value(page, Unit::Count, Some(rounded.slack_seconds as f64)),
        step,
        Cell::value(page, Unit::Percent, rounded.step.map(|(_, share)| share)),
        Cell::count(page, rounded.rounding.unfit).lists_among(page, answered.clone()),
        Cell::count(page, rounded.rounding.short).lists_among(page, answered),
    ]
}
