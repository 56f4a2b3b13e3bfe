mod failed_calls;
mod guide_billing;
mod leakage;
mod ledger;
mod margins;
mod money_figures;
mod money_over_time;
mod rates;
mod rounding;

use self::failed_calls::FailedCalls;
use self::guide_billing::GuideBilling;
use self::leakage::Leakage;
use self::margins::Margins;
use self::money_figures::MoneyFigures;
use self::money_over_time::MoneyOverTime;
use self::rates::RatesTable;
use self::rounding::RoundingTable;
use crate::app::components::{MetricTable, ReportFrame};
use crate::app::context::Page;
use crate::app::reports::{Answers, Slot, use_report};
use query::{Answer, Asked, Dimension, Measures, Metric, Signs, SignsSpec, TableSpec};
use words::{BillingSentence, BillingWord, FileWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// The tables, by their places among the answers.
const BY_REASON: usize = 0;
const BY_ANSWERED: usize = 1;
const BY_LEVEL: usize = 2;
const BY_ACCOUNT_AND_RATE: usize = 3;
const BY_ACCOUNT: usize = 4;

/// By what margins can be seen; their tables follow one another from [`BY_ACCOUNT`] on.
const MARGINS_BY: [Dimension; 6] = [
    Dimension::Account,
    Dimension::TerminatingGateway,
    Dimension::Country,
    Dimension::Prefix { digits: 4 },
    Dimension::RatePrefix,
    Dimension::OriginatingGateway,
];

/// What VOS3000's own reports have, with what it earns.
const LEDGER: [Metric; 8] = [
    Metric::Calls,
    Metric::Answered,
    Metric::Unanswered,
    Metric::Minutes,
    Metric::BilledMinutes,
    Metric::Fee,
    Metric::Cost,
    Metric::Unbilled,
];

/// What an account is charged is looked up in so many pairs of account and rate prefix at most.
const MOST_PAIRS: usize = 5_000;

/// Signs need steps of time; nothing of this page does.
const DAY_MINUTES: u32 = 1440;

fn asked() -> Vec<Asked> {
    let tables = [
        vec![Dimension::EndReason],
        vec![Dimension::Answered],
        vec![Dimension::CallLevel],
        vec![Dimension::Account, Dimension::RatePrefix],
    ];
    let tables = tables.into_iter().chain(MARGINS_BY.map(|by| vec![by])).map(TableSpec::by);
    let few = |spec: TableSpec| if spec.by.len() > 1 { TableSpec { most_rows: MOST_PAIRS, ..spec } } else { spec };
    tables.map(|spec| Asked::Table(few(spec))).collect()
}

fn signs(answers: &Answers) -> Option<&Signs> {
    answers.0.iter().find_map(|answer| match answer {
        Answer::Signs(signs) => Some(&**signs),
        _ => None,
    })
}

/// What was charged and what it cost: over time, by account, vendor and destination; calls that were not billed, how
/// billed time was rounded, rates, and the guide's billing table beside what the calls say.
#[component]
pub(in crate::app) fn BillingPage() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let report = use_report(Slot::Main, None, asked());
    let of_signs = use_report(Slot::Beside, None, vec![Asked::Signs(SignsSpec { step_minutes: DAY_MINUTES })]);
    let content = report.answers.map(|answers| sections(&page, &answers, of_signs.answers));
    html! {
        <ReportFrame title={Word::from(PageWord::PageBilling)} ready={content.is_some()}
            pending={report.pending || of_signs.pending}>
            { content }
        </ReportFrame>
    }
}

fn sections(page: &Page, answers: &Answers, signs: Option<Answers>) -> Html {
    let total = answers.table(BY_ANSWERED).map(query::Table::total).unwrap_or_default();
    let has_fee = total.fee_known > 0;
    let ledger = |label: BillingWord, at: usize, note: Option<BillingWord>| {
        html! {
            <section class="card">
                <h2>{ page.word(label) }</h2>
                if let Some(note) = note {
                    <p class="note">{ page.word(note) }</p>
                }
                <MetricTable label={page.word(label)} answers={answers.clone()} {at} columns={LEDGER.to_vec()} />
            </section>
        }
    };
    html! {
        <>
            { notes(page, &total) }
            if has_fee || total.cost_known > 0 {
                <MoneyFigures total={total.clone()} />
                <MoneyOverTime />
                <Margins answers={answers.clone()} />
            }
            if let Some(signs) = signs {
                <Leakage answers={answers.clone()} signs={signs.clone()} {has_fee} />
                <div class="two">
                    <RoundingTable answers={answers.clone()} signs={signs.clone()} />
                    <RatesTable {signs} {has_fee} />
                </div>
            } else {
                <p role="status">{ page.word(ReportWord::BeingAsked) }</p>
            }
            if has_fee {
                <FailedCalls answers={answers.clone()} />
            }
            <GuideBilling answers={answers.clone()} />
            { ledger(BillingWord::BilledByReason, BY_REASON, None) }
            <div class="two">
                { ledger(BillingWord::BilledByAnswered, BY_ANSWERED, None) }
                if answers.table(BY_LEVEL).is_some_and(|table| table.rows.iter().any(|row| row.key[0].is_some())) {
                    { ledger(BillingWord::ByCallLevel, BY_LEVEL, Some(BillingWord::CallLevelExplained)) }
                }
            </div>
        </>
    }
}

/// What the files say of money, and what they do not.
fn notes(page: &Page, total: &Measures) -> Html {
    let &Measures { fee_known: fees, cost_known: costs, calls, .. } = total;
    let partly = [fees, costs].into_iter().any(|known| known > 0 && known < calls);
    html! {
        <>
            if fees == 0 {
                <p class="warning">{ page.sentence(ReportSentence::Lacks { what: page.word(FileWord::NoFees) }) }</p>
            } else if costs == 0 {
                <p class="warning">{ page.word(BillingWord::MarginNotKnown) }</p>
            }
            if fees > 0 || costs > 0 {
                <p class="note">
                    { page.word(BillingWord::BillingCurrency) }
                    if partly {
                        { " " }{ page.sentence(BillingSentence::MoneyKnown { fees, costs, calls }) }
                    }
                </p>
            }
        </>
    }
}
