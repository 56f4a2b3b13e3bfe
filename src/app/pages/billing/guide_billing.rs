use super::ledger::{Cell, Head, Ledger, filter_of};
use crate::app::components::group_name;
use crate::app::context::Page;
use crate::app::route::Route;
use insight::accounting::{Agreement, BillingImpact, billing_impact};
use knowledge::Billable;
use query::{Amount, Dimension, FilterField, Held, Metric, Table, quoted};
use reference::Entry;
use sorting::Ordered;
use std::collections::BTreeMap;
use words::{BillingSentence, BillingWord, EndReasonWord, FileWord, ReferenceWord, ReportWord, Word};
use yew::prelude::*;

/// What is counted of the calls beside the guide's columns.
const COUNTED: [Metric; 6] =
    [Metric::Calls, Metric::Answered, Metric::Minutes, Metric::BilledMinutes, Metric::Fee, Metric::Cost];

#[derive(Properties, PartialEq)]
pub(super) struct GuideBillingProps {
    pub(super) table: Held<Table>,
}

/// The guide's table of end reasons and billing, and what the calls of the filter say.
#[component]
pub(super) fn GuideBilling(props: &GuideBillingProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let reasons: BTreeMap<String, _> =
        page.unfiltered.end_reasons.iter().map(|row| (row.personal_key(), row.classified.reason)).ordered_map();
    let impacts = billing_impact(&props.table, |key| reasons.get(key).copied().flatten());
    let counted = COUNTED
        .iter()
        .map(|&metric| Head::number(page.language.metric(metric)).defined(page.language.define_metric(metric)));
    let guide: [Word; 4] = [
        FileWord::Reason.into(),
        ReferenceWord::RecordWritten.into(),
        ReferenceWord::Billable.into(),
        ReferenceWord::BillingMode.into(),
    ];
    let heads = guide.into_iter().map(|word| Head::text(page.word(word))).chain(counted);
    let last = [Word::Billing(BillingWord::AsTheGuideSays), Word::EndReason(EndReasonWord::InTheseFiles)]
        .map(|word| Head::text(page.word(word)));
    let heads: Vec<Head> = heads.chain(last).collect();
    let rows = impacts.iter().map(|impact| row(&page, impact)).collect::<Vec<_>>();
    let label = page.word(BillingWord::GuideBilling);
    html! {
        <section class="card">
            <h2>{ label }</h2>
            <p class="note">{ page.word(BillingWord::GuideBillingExplained) }</p>
            if impacts.iter().all(|impact| impact.agreement == Agreement::NoCalls) {
                <p class="note">{ page.word(BillingWord::NoneOfTheGuide) }</p>
            }
            <Ledger {label} {heads} {rows} />
        </section>
    }
}

fn row(page: &Page, impact: &BillingImpact) -> Vec<Cell> {
    let reason = impact.reason;
    let yes_or_no = |yes: bool| page.word(if yes { ReferenceWord::Yes } else { ReferenceWord::No });
    let billable = reason.billable.map(|billable| match billable {
        Billable::Yes => ReferenceWord::Yes,
        Billable::No => ReferenceWord::No,
        Billable::Partial => ReferenceWord::Partly,
    });
    let counted_of: Vec<String> =
        impact.of.iter().map(|key| group_name(page, Dimension::EndReason, Some(key))).collect();
    let keys: Vec<String> = impact.of.iter().map(|key| quoted(key)).collect();
    let calls = filter_of(page, &[], &[(FilterField::EndReason, &keys.join(", "))]).filter(|_| !keys.is_empty());
    let name = Cell::text(format!("{} {}", reason.code, reason.name))
        .goes(Route::of_entry(&Entry::Reason(reason).link()).href());
    let mut cells = vec![
        name,
        Cell::text(reason.cdr_generated.map_or("–", yes_or_no)),
        Cell::text(billable.map_or("–", |word| page.word(word))),
        Cell::text(reason.billing_mode.clone().unwrap_or_default()),
    ];
    for metric in COUNTED {
        let value = metric.value(&impact.measures).filter(|_| impact.measures.calls > 0 || metric == Metric::Calls);
        let cell = Cell::value(page, metric.unit(), value);
        cells.push(if metric == Metric::Calls { cell.lists(calls.clone()) } else { cell });
    }
    cells.push(Cell::text(match impact.agreement {
        Agreement::NoCalls => page.word(BillingWord::NotInSelection).to_owned(),
        Agreement::NotSaid => page.word(ReportWord::NotSaid).to_owned(),
        Agreement::Agrees => page.word(ReferenceWord::Yes).to_owned(),
        Agreement::Charged(Amount(parts)) => {
            page.sentence(BillingSentence::ChargedThough { money: &page.language.money(Amount(parts).units()) })
        }
        Agreement::Unbilled(calls) => page.sentence(BillingSentence::UnbilledOf { calls }),
    }));
    let counted_of = if counted_of.is_empty() { "–".to_owned() } else { counted_of.join(", ") };
    cells.push(Cell::text(counted_of.clone()).titled(counted_of));
    cells
}
