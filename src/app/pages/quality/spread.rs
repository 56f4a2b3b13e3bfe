use crate::app::action::FilterAction;
use crate::app::browser::address;
use crate::app::charts::{Chart, Kind, Series, Spec, Words};
use crate::app::components::group_name;
use crate::app::context::Page;
use insight::distribution::Distribution;
use query::{Dimension, Filter, FilterField, Held, Table};
use std::rc::Rc;
use words::{FigureWord, QualityWord, ReportSentence, ReportWord, Word};
use yew::prelude::*;

/// Of what lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// From the attempt to ringing or answer.
    Delays,
    /// Of answered calls.
    TalkTimes,
}

#[derive(Properties, PartialEq)]
pub(super) struct SpreadProps {
    /// By steps of the length.
    pub(super) table: Held<Table>,
    pub(super) of: Of,
}

/// How many calls had each length; a click on a bar filters by its calls.
#[component]
pub(super) fn Spread(props: &SpreadProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let spread = use_memo((props.table.clone(), props.of), |(table, of)| {
        Some(match of {
            Of::Delays => Distribution::of_delays(table),
            Of::TalkTimes => Distribution::of_talk(table),
        })
    });
    let Some(spread) = spread.as_ref() else { return Html::default() };
    let (title, hint, file) = match props.of {
        Of::Delays => (QualityWord::DelaySpread, QualityWord::DelaySpreadHint, "cdr-lens-post-dial-delays"),
        Of::TalkTimes => (QualityWord::TalkSpread, QualityWord::TalkSpreadHint, "cdr-lens-talk-times"),
    };
    let pick = {
        let (dispatch, of, steps) = (page.dispatch.clone(), props.of, spread.steps.clone());
        Callback::from(move |(series, step): (usize, usize)| {
            let Some(step) = steps.get(step) else { return };
            // The chart keeps what it was given as long as it looks the same: the filter may be another by now.
            let mut filter = Filter::of_query(&address::current().1);
            match of {
                Of::Delays => {
                    filter.set(FilterField::PostDialDelay, step);
                    filter.set(FilterField::Answered, if series == 0 { "yes" } else { "no" });
                }
                Of::TalkTimes => filter.set(FilterField::TalkTime, step),
            }
            dispatch.emit(FilterAction::Use(filter).into());
        })
    };
    html! {
        <section class="card">
            <h2>{ page.word(title) }</h2>
            if spread.calls() > 0 {
                <p class="note">{ page.word(hint) }</p>
                <Chart spec={Rc::new(spec(&page, props.of, title, spread))} on_pick={pick} {file} />
                if spread.not_said > 0 {
                    <p class="note">{ page.sentence(ReportSentence::LengthNotSaid { calls: spread.not_said }) }</p>
                }
            } else if props.of == Of::Delays {
                <p class="note">
                    { page.sentence(ReportSentence::Lacks { what: page.word(QualityWord::HowLongSetUpTook) }) }
                </p>
            } else {
                <p class="note">{ page.word(FigureWord::NoAnsweredCalls) }</p>
            }
        </section>
    }
}

fn spec(page: &Page, of: Of, title: QualityWord, spread: &Distribution) -> Spec {
    let by = match of {
        Of::Delays => Dimension::DelayBucket,
        Of::TalkTimes => Dimension::TalkBucket,
    };
    let series = |name: Word, calls: &[u64]| Series {
        name: page.word(name).to_owned(),
        values: calls.iter().map(|&calls| Some(calls as f64)).collect(),
        ..Series::default()
    };
    let mut shown = vec![series(FigureWord::Answered.into(), &spread.answered)];
    // Beside each other, the bars of two would have no gaps between steps.
    let kind = match of {
        Of::Delays => Kind::Bars,
        Of::TalkTimes => Kind::Histogram,
    };
    if of == Of::Delays {
        shown.push(series(ReportWord::NotAnswered.into(), &spread.unanswered));
    }
    Spec {
        categories: spread.steps.iter().map(|step| group_name(page, by, Some(step))).collect(),
        series: shown,
        units: vec!["count"],
        words: Words { axes: vec![page.word(FigureWord::Calls).to_owned()], ..Words::default() },
        ..Spec::new(kind, page.word(title))
    }
}
