use crate::app::action::FilterAction;
use crate::app::browser;
use crate::app::charts::{Chart, Kind, Series, Spec, Words, unit_name};
use crate::app::context::Page;
use query::{FilterField, Held, Metric, Table, week};
use std::rc::Rc;
use words::{ReportWord, TimeWord};
use yew::prelude::*;

/// Its name in the address.
const METRIC: &str = "week";

#[derive(Properties, PartialEq)]
pub(super) struct WeekChartProps {
    /// By days of the week and hours of the day, with delays.
    pub(super) table: Held<Table>,
}

/// Any metric by day of the week and hour of the day; a click on an hour filters by both.
#[component]
pub(super) fn WeekChart(props: &WeekChartProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let metric = page.choices.get(METRIC).and_then(Metric::parse).unwrap_or(Metric::Calls);
    let drawn = use_memo((props.table.clone(), metric), |(table, metric)| {
        let days = week(table, *metric);
        let mut spec =
            Spec::new(Kind::Heat, format!("{}: {}", page.word(TimeWord::HoursOfWeek), page.language.metric(*metric)));
        spec.units = vec![unit_name(metric.unit())];
        spec.locale = page.language.tag();
        spec.categories = (0..24).map(|hour| format!("{hour:02}:00")).collect();
        spec.words =
            Words { value: page.language.metric(*metric).to_owned(), none: "–".to_owned(), ..Words::default() };
        let row = |(day, values): (u8, &[Option<f64>])| Series {
            name: page.language.weekday(&day.to_string()).to_owned(),
            values: values.to_vec(),
            ..Series::default()
        };
        spec.series = days.iter().map(|day| row((day.day, &day.values))).collect();
        (Rc::new(spec), days.iter().map(|day| day.day).collect::<Vec<_>>())
    });
    // Of the filter that there is when it is clicked at, not of that when it was drawn.
    let filter = use_mut_ref(|| page.filter.clone());
    *filter.borrow_mut() = page.filter.clone();
    let pick = {
        let (dispatch, drawn) = (page.dispatch.clone(), drawn.clone());
        Callback::from(move |(row, hour): (usize, usize)| {
            let Some(day) = drawn.1.get(row) else { return };
            let mut filter = (**filter.borrow()).clone();
            filter.set(FilterField::Weekday, &day.to_string());
            filter.set(FilterField::Hour, &hour.to_string());
            dispatch.emit(FilterAction::Use(filter).into());
        })
    };
    let choose = page.dispatch.reform(|event: Event| {
        FilterAction::Choose { filter: None, chosen: vec![(METRIC, browser::chosen(&event))] }.into()
    });
    let title = page.word(TimeWord::HoursOfWeek);
    html! {
        <section class="card" aria-label={title}>
            <h2>{ title }</h2>
            <div class="choices">
                <label title={page.language.define_metric(metric)}>
                    { page.word(ReportWord::MeasuredBy) }{ " " }
                    <select onchange={choose} aria-label={format!("{title}: {}", page.word(ReportWord::MeasuredBy))}>
                        { for Metric::ALL.iter().map(|&offered| html! {
                            <option value={offered.key()} selected={offered == metric}>
                                { page.language.metric(offered) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            <p class="note">{ page.word(TimeWord::HoursOfWeekExplained) }</p>
            <Chart spec={drawn.0.clone()} on_pick={pick} file="cdr-lens-week" />
        </section>
    }
}
