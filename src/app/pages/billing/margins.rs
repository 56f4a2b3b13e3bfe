use crate::app::action::FilterAction;
use crate::app::charts::{Chart, Kind, Series, Spec, unit_name};
use crate::app::components::{MetricTable, group_criterion, group_name};
use crate::app::context::Page;
use insight::accounting::{extremes, without_cost};
use query::{Dimension, Held, Metric, Table};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use words::{BillingSentence, BillingWord};
use yew::prelude::*;

/// So many gains and losses are drawn.
const DRAWN: usize = 20;

/// So many names are told of those that cost nothing.
const NAMED: usize = 5;

const COLUMNS: [Metric; 10] = [
    Metric::Calls,
    Metric::Answered,
    Metric::Minutes,
    Metric::BilledMinutes,
    Metric::Fee,
    Metric::Cost,
    Metric::Margin,
    Metric::MarginShare,
    Metric::FeePerMinute,
    Metric::CostPerMinute,
];

#[derive(Properties, PartialEq)]
pub(super) struct MarginsProps {
    /// Each by one dimension.
    pub(super) tables: Vec<Held<Table>>,
}

/// Margins by account, vendor or destination: the largest gains and losses, and all of them.
#[component]
pub(super) fn Margins(props: &MarginsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let chosen = use_state_eq(|| 0_usize);
    let offered: Vec<Dimension> = props.tables.iter().map(|table| table.by[0]).collect();
    let (by, table) = (offered[*chosen], props.tables[*chosen].clone());
    let spec = use_memo(table.clone(), |table| drawn(&page, by, table));
    let (spec, keys) = (*spec).clone();
    let choose = {
        let (chosen, offered) = (chosen.clone(), offered.clone());
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(at) = offered.iter().position(|by| by.key() == key) {
                chosen.set(at);
            }
        })
    };
    let on_pick = {
        let page = page.clone();
        Callback::from(move |(_, at): (usize, usize)| {
            if let Some((field, text)) = keys.get(at).and_then(|key| group_criterion(&page, by, key.as_deref())) {
                page.dispatch.emit(FilterAction::By(field, text).into());
            }
        })
    };
    let has_margin = table.total().margin().is_some();
    let name = page.language.dimension(by);
    html! {
        <section class="card" aria-label={page.word(BillingWord::MarginByGroup)}>
            <h2>{ page.word(BillingWord::MarginByGroup) }</h2>
            <div class="choices">
                <label>
                    { page.word(BillingWord::MarginBy) }{ " " }
                    <select onchange={choose}>
                        { for offered.iter().map(|&offered| html! {
                            <option value={offered.key()} selected={offered == by}>
                                { page.language.dimension(offered) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            if has_margin {
                { free_ones(&page, by, &table) }
                <h3>{ page.word(BillingWord::GainsAndLosses) }</h3>
                <Chart {spec} {on_pick} file="gains-and-losses" has_table={true} />
            }
            <MetricTable label={format!("{} {name}", page.word(BillingWord::MarginBy))} {table}
                key={by.key()} columns={COLUMNS.to_vec()}
                sorted_by={Some(if has_margin { Metric::Margin } else { Metric::Fee })} />
        </section>
    }
}

/// Those whose cost is said to be nothing.
fn free_ones(page: &Page, by: Dimension, table: &Table) -> Html {
    let free = without_cost(table);
    if free.is_empty() {
        return Html::default();
    }
    let name = |row: &&query::TableRow| group_name(page, by, row.key.first().and_then(Option::as_deref));
    let mut names: Vec<String> = free.iter().take(NAMED).map(name).collect();
    if free.len() > NAMED {
        names.push("…".to_owned());
    }
    let names = names.join(", ");
    html! {
        <p class="warning">{ page.sentence(BillingSentence::CostIsZero { names: &names, groups: free.len() }) }</p>
    }
}

/// Gains and losses as bars in two series, so that each has its colour and its name; with the keys of their groups.
fn drawn(page: &Page, by: Dimension, table: &Table) -> (Rc<Spec>, Vec<Option<String>>) {
    let rows = extremes(table, DRAWN);
    let margin = |row: &&query::TableRow| Metric::Margin.value(&row.measures);
    let series = |word: BillingWord, color: usize, is_it: fn(&f64) -> bool| Series {
        name: page.word(word).to_owned(),
        values: rows.iter().map(|row| margin(row).filter(is_it)).collect(),
        color: Some(color),
        ..Series::default()
    };
    let title = format!("{}: {}", page.word(BillingWord::GainsAndLosses), page.language.dimension(by));
    // Upon each other: of two series side by side, each category would have an empty bar.
    let mut spec = Spec::new(Kind::Stacked, title);
    spec.horizontal = true;
    spec.locale = page.language.tag();
    spec.units = vec![unit_name(Metric::Margin.unit())];
    spec.words.axes = vec![page.language.metric(Metric::Margin).to_owned()];
    let keys: Vec<Option<String>> = rows.iter().map(|row| row.key.first().cloned().flatten()).collect();
    spec.categories = keys.iter().map(|key| group_name(page, by, key.as_deref())).collect();
    spec.series = vec![
        series(BillingWord::Gain, 0, |margin| *margin > 0.0),
        series(BillingWord::Loss, 1, |margin| *margin < 0.0),
    ];
    (Rc::new(spec), keys)
}
