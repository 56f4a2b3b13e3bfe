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
use crate::app::context::Environment;
use crate::app::use_report::{Slot, use_report};
use query::{Dimension, Held, Measures, Metric, Signs, SignsSpec, Table, TableSpec, together};
use words::{BillingSentence, BillingWord, FileWord, PageWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// By what else margins can be seen than by account and prefix.
const MARGINS_BY: [Dimension; 4] =
    [Dimension::TerminatingGateway, Dimension::Country, Dimension::RatePrefix, Dimension::OriginatingGateway];

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

/// The prefix by which destinations are told apart.
const PREFIX: Dimension = Dimension::Prefix { digits: 4 };

together! {
    /// What the page asks of money.
    pub(super) struct Money -> MoneyAnswers {
        reasons: TableSpec,
        answered: TableSpec,
        levels: TableSpec,
        accounts_and_rates: TableSpec,
        accounts: TableSpec,
        prefixes: TableSpec,
        /// By each of [`MARGINS_BY`].
        margins: Vec<TableSpec>,
    }
}

/// All by which margins can be seen.
fn margins(answers: &MoneyAnswers) -> Vec<Held<Table>> {
    [&answers.accounts, &answers.prefixes].into_iter().chain(&answers.margins).cloned().collect()
}

fn money() -> Money {
    let by = |dimension| TableSpec::by([dimension]);
    let pairs = TableSpec::by([Dimension::Account, Dimension::RatePrefix]);
    Money {
        reasons: by(Dimension::EndReason),
        answered: by(Dimension::Answered),
        levels: by(Dimension::CallLevel),
        accounts_and_rates: TableSpec { most_rows: MOST_PAIRS, ..pairs },
        accounts: by(Dimension::Account),
        prefixes: by(PREFIX),
        margins: MARGINS_BY.map(by).to_vec(),
    }
}

/// What was charged and what it cost: over time, by account, vendor and destination; calls that were not billed, how
/// billed time was rounded, rates, and the guide's billing table beside what the calls say.
#[component]
pub(in crate::app) fn BillingPage() -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let report = use_report(Slot::Main, None, money());
    let of_signs = use_report(Slot::Beside, None, SignsSpec { step_minutes: DAY_MINUTES });
    let content = report.answers.map(|answers| sections(&env, &answers, of_signs.answers));
    html! {
        <ReportFrame title={Word::from(PageWord::PageBilling)} ready={content.is_some()}
            pending={report.pending || of_signs.pending}>
            { content }
        </ReportFrame>
    }
}

fn sections(env: &Environment, answers: &MoneyAnswers, signs: Option<Held<Signs>>) -> Html {
    let total = answers.answered.total();
    let has_fee = total.fee_known > 0;
    let ledger = |label: BillingWord, table: &Held<Table>, note: Option<BillingWord>| {
        html! {
            <section class="card">
                <h2>{ env.word(label) }</h2>
                if let Some(note) = note {
                    <p class="note">{ env.word(note) }</p>
                }
                <MetricTable label={env.word(label)} table={table.clone()} columns={LEDGER.to_vec()} />
            </section>
        }
    };
    html! {
        <>
            { notes(env, &total) }
            if has_fee || total.cost_known > 0 {
                <MoneyFigures total={total.clone()} />
                <MoneyOverTime />
                <Margins tables={margins(answers)} />
            }
            if let Some(signs) = signs {
                <Leakage table={answers.accounts_and_rates.clone()} signs={signs.clone()} {has_fee} />
                <div class="two">
                    <RoundingTable table={answers.accounts.clone()} signs={signs.clone()} />
                    <RatesTable {signs} {has_fee} />
                </div>
            } else {
                <p role="status">{ env.word(ReportWord::BeingAsked) }</p>
            }
            if has_fee {
                <FailedCalls table={answers.prefixes.clone()} />
            }
            <GuideBilling table={answers.reasons.clone()} />
            { ledger(BillingWord::BilledByReason, &answers.reasons, None) }
            <div class="two">
                { ledger(BillingWord::BilledByAnswered, &answers.answered, None) }
                if answers.levels.rows.iter().any(|row| row.key[0].is_some()) {
                    { ledger(BillingWord::ByCallLevel, &answers.levels, Some(BillingWord::CallLevelExplained)) }
                }
            </div>
        </>
    }
}

/// What the files say of money, and what they do not.
fn notes(env: &Environment, total: &Measures) -> Html {
    let &Measures { fee_known: fees, cost_known: costs, calls, .. } = total;
    let partly = [fees, costs].into_iter().any(|known| known > 0 && known < calls);
    html! {
        <>
            if fees == 0 {
                <p class="warning">{ env.sentence(ReportSentence::Lacks { what: env.word(FileWord::NoFees) }) }</p>
            } else if costs == 0 {
                <p class="warning">{ env.word(BillingWord::MarginNotKnown) }</p>
            }
            if fees > 0 || costs > 0 {
                <p class="note">
                    { env.word(BillingWord::BillingCurrency) }
                    if partly {
                        { " " }{ env.sentence(BillingSentence::MoneyKnown { fees, costs, calls }) }
                    }
                </p>
            }
        </>
    }
}
