use crate::app::action::FilterAction;
use crate::app::browser;
use crate::app::context::Page;
use crate::app::time_step::usual_step;
use query::{Dimension, Metric, Period, StepChoice};
use words::{ReportSentence, ReportWord, TimeWord};
use yew::prelude::*;

/// Names of the choices in the address.
const METRIC: &str = "of";
const BY: &str = "each";
const STEP: &str = "step";
const DRAWN: &str = "drawn";

/// What stands there for lines where values could be stacked.
const LINES: &str = "lines";

/// What a person chose to see over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chosen {
    pub(super) metric: Metric,
    /// The groups that are drawn apart.
    pub(super) by: Option<Dimension>,
    step: StepChoice,
    /// The minutes of a step.
    pub(super) minutes: u32,
    /// Groups are stacked.
    pub(super) is_stacked: bool,
}

impl Chosen {
    /// As the address says.
    pub(super) fn of(page: &Page) -> Self {
        let get = |key| page.choices.get(key);
        let metric = get(METRIC).and_then(Metric::parse).unwrap_or(Metric::Calls);
        let step = get(STEP).map(StepChoice::parse).unwrap_or_default();
        Self {
            metric,
            by: get(BY).and_then(Dimension::parse).filter(|by| is_offered(*by)),
            step,
            minutes: step.minutes(period(page), usual_step(page)),
            is_stacked: metric.adds_up() && get(DRAWN) != Some(LINES),
        }
    }
}

fn period(page: &Page) -> Period {
    page.summary.period().map_or(Period::new(0, 0), |(first, last)| Period::new(first.0, last.0))
}

/// Not time itself, nor what has as many groups as calls.
fn is_offered(by: Dimension) -> bool {
    !matches!(
        by,
        Dimension::Step { .. } | Dimension::HourOfDay | Dimension::Weekday | Dimension::Caller | Dimension::Callee
    )
}

#[derive(Properties, PartialEq)]
pub(super) struct ChartChoicesProps {
    pub(super) chosen: Chosen,
}

/// The choices: what is measured, of which groups, in which steps, and how it is drawn.
#[component]
pub(super) fn ChartChoices(props: &ChartChoicesProps) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let Chosen { metric, by, step, minutes, is_stacked } = props.chosen;
    let choose = |key: &'static str| {
        page.dispatch.reform(move |event: Event| {
            FilterAction::Choose { filter: None, chosen: vec![(key, browser::chosen(&event))] }.into()
        })
    };
    let step_name = |choice: StepChoice| match choice {
        StepChoice::Automatic => page.word(TimeWord::AutomaticStep).to_owned(),
        StepChoice::Minutes(minutes) => page.sentence(ReportSentence::StepsOf { minutes }),
    };
    let span = period(&page);
    let is_longer = matches!(step, StepChoice::Minutes(wanted) if wanted != minutes);
    html! {
        <>
            <div class="choices">
                <label title={page.language.define_metric(metric)}>
                    { page.word(ReportWord::MeasuredBy) }{ " " }
                    <select onchange={choose(METRIC)}>
                        { for Metric::ALL.iter().map(|&offered| html! {
                            <option value={offered.key()} selected={offered == metric}>
                                { page.language.metric(offered) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(TimeWord::ChartBy) }{ " " }
                    <select onchange={choose(BY)}>
                        <option value="" selected={by.is_none()}>{ page.word(ReportWord::Nothing) }</option>
                        { for Dimension::all().filter(|by| is_offered(*by)).map(|offered| html! {
                            <option value={offered.key()} selected={by == Some(offered)}>
                                { page.language.dimension(offered) }
                            </option>
                        }) }
                    </select>
                </label>
                <label>
                    { page.word(ReportWord::LengthOfSteps) }{ " " }
                    <select onchange={choose(STEP)}>
                        { for StepChoice::ALL.into_iter().map(|offered| html! {
                            <option value={offered.key()} selected={offered == step} disabled={!offered.fits(span)}>
                                { step_name(offered) }
                            </option>
                        }) }
                    </select>
                </label>
                if metric.adds_up() && by.is_some() {
                    <label>
                        { page.word(ReportWord::ShownAs) }{ " " }
                        <select onchange={choose(DRAWN)}>
                            <option value="" selected={is_stacked}>{ page.word(TimeWord::StackedUp) }</option>
                            <option value={LINES} selected={!is_stacked}>{ page.word(TimeWord::AsLines) }</option>
                        </select>
                    </label>
                }
            </div>
            if is_longer {
                <p class="note" role="status">{ page.word(TimeWord::LongerSteps) }</p>
            }
        </>
    }
}
