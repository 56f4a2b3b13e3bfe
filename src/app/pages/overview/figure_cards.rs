use super::figure_card::FigureCard;
use crate::app::components::TimeAxis;
use crate::app::context::Page;
use crate::app::reports::{Answers, Slot, use_report};
use calls::LocalZone;
use insight::snapshot::{Change, Figure, Snapshot, trend};
use query::{Asked, Baseline, Dimension, LoadSpec, Metric, TableSpec};
use std::rc::Rc;
use words::{FileWord, OverviewWord, ReportSentence, ReportWord};
use yew::prelude::*;

const DAY: Dimension = Dimension::Step { minutes: 1440 };

#[derive(Properties, PartialEq)]
pub(super) struct FigureCardsProps {
    /// The table by steps of time with delays, and the load.
    pub(super) answers: Answers,
    pub(super) axis: Rc<TimeAxis>,
    /// Newer ones are on their way.
    pub(super) pending: bool,
}

/// The figures of the selection, how they went, and how they changed.
#[component]
pub(super) fn FigureCards(props: &FigureCardsProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let zone = use_memo(page.zone, |zone| zone.local());
    let baseline = page.whole.period().map_or(Baseline::TooShort, |files| Baseline::of(&page.filter, files, &zone));
    let (other, asked) = match baseline {
        Baseline::Before(before) => {
            let whole = TableSpec::default().with_delays();
            (Some(before.in_place_of(&page.filter)), vec![Asked::Table(whole), Asked::Load(LoadSpec::default())])
        }
        Baseline::Days(_) => (None, vec![Asked::Table(TableSpec::by([DAY]).with_delays())]),
        Baseline::NotInFiles | Baseline::TooShort => (None, Vec::new()),
    };
    let compared = use_report(Slot::Other, other, asked);
    // What is compared must be of the same filter.
    let compared = compared.answers.filter(|_| !compared.pending && !props.pending);
    let figures = use_memo((props.answers.clone(), props.axis.clone()), |(answers, axis)| {
        let now = answers.table(0).zip(answers.loads(1)).map(|(table, loads)| Snapshot::of(table, loads));
        let load = answers.loads(1).and_then(|loads| loads.whole());
        let series = load.map(|load| load.series(axis.over_time.step_seconds, &zone)).unwrap_or_default();
        let trends: Vec<_> = Figure::ALL.into_iter().map(|figure| trend(figure, &axis.over_time, &series)).collect();
        (now.unwrap_or_default(), trends)
    });
    let both = use_memo((compared, props.answers.clone(), baseline), |(compared, answers, baseline)| {
        snapshots(*baseline, compared.as_ref()?, answers, &figures.0, &zone)
    });
    let (now, trends) = &*figures;
    let change = |figure| both.as_ref().as_ref().and_then(|(now, before)| Change::of(figure, now, before));
    html! {
        <section aria-label={page.word(OverviewWord::FiguresOfSelection)}>
            <h2 class="unseen">{ page.word(OverviewWord::FiguresOfSelection) }</h2>
            <ul class="cards">
                { for Figure::ALL.into_iter().zip(trends).filter(|(figure, _)| now.value(*figure).is_some()).map(|(figure, trend)| html! {
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
    compared: &Answers,
    answers: &Answers,
    now: &Snapshot,
    zone: &LocalZone,
) -> Option<(Snapshot, Snapshot)> {
    match baseline {
        Baseline::Before(_) => Some((now.clone(), Snapshot::of(compared.table(0)?, compared.loads(1)?))),
        Baseline::Days(days) => {
            let (table, loads) = (compared.table(0)?, answers.loads(1)?);
            let [later, earlier] = days.map(|day| Snapshot::of_day(day, table, loads, zone));
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
