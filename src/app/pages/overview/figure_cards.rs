use super::figure_card::FigureCard;
use crate::app::components::TimeAxis;
use crate::app::context::Page;
use crate::app::use_report::{Slot, use_report};
use calls::LocalZone;
use insight::snapshot::{Change, Figure, Snapshot, trend};
use query::{Baseline, Dimension, Held, LoadSpec, Loads, Metric, Table, TableSpec, together};
use std::rc::Rc;
use words::{FileWord, OverviewWord, ReportSentence, ReportWord};
use yew::prelude::*;

const DAY: Dimension = Dimension::Step { minutes: 1440 };

together! {
    /// What the figures are compared with.
    struct Before -> BeforeAnswers {
        sums: Option<TableSpec>,
        load: Option<LoadSpec>,
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FigureCardsProps {
    /// By steps of time, with delays.
    pub(super) steps: Held<Table>,
    pub(super) load: Held<Loads>,
    pub(super) axis: Rc<TimeAxis>,
    /// Newer ones are on their way.
    pub(super) pending: bool,
}

/// The figures of the selection, how they went, and how they changed.
#[component]
pub(super) fn FigureCards(props: &FigureCardsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let zone = use_memo(page.zone, |zone| zone.local());
    let baseline =
        page.unfiltered.period().map_or(Baseline::TooShort, |files| Baseline::of(&page.filter, files, &zone));
    let (other, queries) = match baseline {
        Baseline::Before(before) => {
            let whole = TableSpec::default().with_delays();
            let queries = Before { sums: Some(whole), load: Some(LoadSpec::default()) };
            (Some(before.in_place_of(&page.filter)), queries)
        }
        Baseline::Days(_) => (None, Before { sums: Some(TableSpec::by([DAY]).with_delays()), load: None }),
        Baseline::NotInFiles | Baseline::TooShort => (None, Before { sums: None, load: None }),
    };
    let compared = use_report(Slot::Other, other, queries);
    // What is compared must be of the same filter.
    let compared = compared.answers.filter(|_| !compared.pending && !props.pending);
    let figures = use_memo((props.steps.clone(), props.load.clone(), props.axis.clone()), |(steps, loads, axis)| {
        let now = Snapshot::of(steps, loads);
        let load = loads.whole();
        let series = load.map(|load| load.series(axis.over_time.step_seconds, &zone)).unwrap_or_default();
        let trends: Vec<_> = Figure::ALL.into_iter().map(|figure| trend(figure, &axis.over_time, &series)).collect();
        (now, trends)
    });
    let both = use_memo((compared, props.load.clone(), baseline), |(compared, load, baseline)| {
        snapshots(*baseline, compared.as_ref()?, load, &figures.0, &zone)
    });
    let (now, trends) = &*figures;
    let change = |figure| both.as_ref().as_ref().and_then(|(now, before)| Change::of(figure, now, before));
    html! {
        <section aria-label={page.word(OverviewWord::FiguresOfSelection)}>
            <h2 class="unseen">{ page.word(OverviewWord::FiguresOfSelection) }</h2>
            <ul class="cards">
                { for Figure::ALL
                    .into_iter()
                    .zip(trends)
                    .filter(|(figure, _)| now.value(*figure).is_some())
                    .map(|(figure, trend)| html! {
                        <FigureCard {figure} now={now.clone()} trend={trend.clone()} axis={props.axis.clone()}
                            change={change(figure)} />
                    }) }
            </ul>
            <p class="note">{ compared_with(&page, baseline, &zone) }</p>
            { for lacking(now).into_iter().map(|what| html! {
                <p class="note">{ page.sentence(ReportSentence::Lacks { what: page.word(what) }) }</p>
            }) }
        </section>
    }
}

/// What is compared: the figures of the later and of the earlier time.
fn snapshots(
    baseline: Baseline,
    compared: &BeforeAnswers,
    load: &Loads,
    now: &Snapshot,
    zone: &LocalZone,
) -> Option<(Snapshot, Snapshot)> {
    match baseline {
        Baseline::Before(_) => Some((now.clone(), Snapshot::of(compared.sums.as_deref()?, compared.load.as_deref()?))),
        Baseline::Days(days) => {
            let table = compared.sums.as_deref()?;
            let [later, earlier] = days.map(|day| Snapshot::of_day(day, table, load, zone));
            Some((later, earlier))
        }
        Baseline::NotInFiles | Baseline::TooShort => None,
    }
}

fn compared_with(page: &Page, baseline: Baseline, zone: &LocalZone) -> String {
    match baseline {
        Baseline::Before(before) => {
            let span = page.language.span(before.from, before.to, zone);
            page.sentence(ReportSentence::ChangesAgainst { span: &span })
        }
        Baseline::Days(days) => {
            let [later, earlier] = days.map(|day| page.language.day(day.from, zone));
            page.sentence(ReportSentence::ChangesOfDays { later: &later, earlier: &earlier })
        }
        Baseline::NotInFiles => page.word(ReportWord::NothingBefore).to_owned(),
        Baseline::TooShort => page.word(ReportWord::PeriodToCompare).to_owned(),
    }
}

/// What the files do not say, so that a card is missing.
fn lacking(now: &Snapshot) -> Vec<FileWord> {
    let parts =
        [(Metric::Pdd50, FileWord::NoDelays), (Metric::Fee, FileWord::NoFees), (Metric::Cost, FileWord::NoCosts)];
    parts.into_iter().filter(|(metric, _)| metric.value(&now.measures).is_none()).map(|(_, what)| what).collect()
}
