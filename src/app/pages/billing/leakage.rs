use super::ledger::{Cell, Head, Ledger, filter_of};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::Context;
use insight::accounting::{Leak, leaks};
use query::{Amount, Dimension, FilterField, Held, Metric, Signs, Table, Unit, metrics};
use words::{BillingWord, FigureWord, FileWord, ReportSentence, Word};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct LeakageProps {
    /// By account and rate prefix.
    pub(super) table: Held<Table>,
    pub(super) signs: Held<Signs>,
    /// The files say what was charged.
    pub(super) has_fee: bool,
}

/// Answered calls that bring nothing, by account.
#[component]
pub(super) fn Leakage(props: &LeakageProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let found = use_memo((props.table.clone(), props.signs.clone()), |(table, signs)| {
        leaks(table, &signs.unbilled, Context::of(&page.summary, &page.zone.local()))
    });
    let language = page.language;
    let head = |word: Word| Head::number(page.word(word));
    let heads = vec![
        Head::text(language.dimension(Dimension::Account)),
        head(FigureWord::Calls.into()),
        head(BillingWord::ShareOfAnswered.into()),
        head(BillingWord::NeverBilled.into()).defined(page.word(BillingWord::DefineNeverBilled)),
        head(BillingWord::FeeIsZero.into()),
        head(BillingWord::NoBilledTime.into()),
        head(BillingWord::BookedOnNobody.into()),
        head(BillingWord::WithoutAccount.into()),
        Head::number(language.metric(Metric::Minutes)).defined(language.define_metric(Metric::Minutes)),
        Head::number(language.metric(Metric::Cost)).defined(language.define_metric(Metric::Cost)),
        head(BillingWord::LostByLeakage.into()).defined(page.word(BillingWord::DefineLostByLeakage)),
    ];
    let rows = found.iter().map(|(account, leak)| row(&page, account.as_deref(), leak)).collect::<Vec<_>>();
    let label = page.word(BillingWord::Leakage);
    html! {
        <section class="card">
            <h2>{ label }</h2>
            <p class="note">{ page.word(BillingWord::LeakageExplained) }</p>
            if rows.is_empty() && !props.has_fee {
                <p>{ page.sentence(ReportSentence::Lacks { what: page.word(FileWord::NoFees) }) }</p>
            } else if rows.is_empty() {
                <p>{ page.word(BillingWord::NoLeakage) }</p>
            } else {
                <Ledger {label} {heads} {rows} />
            }
        </section>
    }
}

fn row(page: &Page, account: Option<&str>, leak: &Leak) -> Vec<Cell> {
    let (by, sums) = (Dimension::Account, &leak.sums);
    let money = |amount: Option<Amount>| amount.map(Amount::units);
    // What a filter can say of them: their fee, where it is 0 for all of them.
    let is_fee = sums.without_fee == sums.calls;
    let more = [(FilterField::Answered, "yes"), (FilterField::Fee, "0")];
    let filter = filter_of(page, &[(by, account)], if is_fee { &more } else { &more[..1] });
    let calls = Cell::count(page, sums.calls);
    let lost = Cell::value(page, Unit::Money, money(sums.lost));
    vec![
        Cell::text(group_name(page, by, account)).filters(filter_of(page, &[(by, account)], &[])),
        if is_fee { calls.lists(filter) } else { calls.lists_among(page, filter) },
        Cell::value(page, Unit::Percent, metrics::percent(sums.calls, leak.answered)),
        Cell::count(page, leak.escaped),
        Cell::count(page, sums.without_fee),
        Cell::count(page, sums.without_time),
        Cell::count(page, sums.unbooked),
        Cell::count(page, sums.without_account),
        Cell::value(page, Unit::Minutes, Some(sums.talk_seconds as f64 / 60.0)),
        Cell::value(page, Unit::Money, money(sums.cost)),
        match sums.lost {
            Some(_) => lost.estimated(page.word(BillingWord::DefineLostByLeakage)),
            None => lost,
        },
    ]
}
