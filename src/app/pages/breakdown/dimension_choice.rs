use crate::app::browser::chosen;
use crate::app::context::Page;
use query::Dimension;
use words::{Duration, ReportWord, Word};
use yew::prelude::*;

/// Steps of time that are offered, in minutes.
const STEPS: [u32; 8] = [1, 5, 15, 60, 180, 360, 1440, 10_080];

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) label: Word,
    pub(in crate::app) chosen: Option<Dimension>,
    /// It may be none.
    #[prop_or_default]
    pub(in crate::app) optional: bool,
    pub(in crate::app) on_choose: Callback<Option<Dimension>>,
}

/// A choice among all dimensions; beside it how many digits a prefix has, and how long a step of time is.
#[component]
pub(in crate::app) fn DimensionChoice(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let is_it = |offered: Dimension| {
        props.chosen.is_some_and(|chosen| std::mem::discriminant(&chosen) == std::mem::discriminant(&offered))
    };
    // Without a list of their own there are no own destinations.
    let has_rates = !page.session.rates.is_empty();
    let offered = Dimension::all().filter(|&by| by != Dimension::Destination || has_rates || is_it(by));
    let choose = props.on_choose.reform(|event: Event| Dimension::parse(&chosen(&event)));
    let label = page.word(props.label);
    html! {
        <>
            <label>
                { label }{ " " }
                <select onchange={choose.clone()}>
                    if props.optional {
                        <option value="" selected={props.chosen.is_none()}>{ page.word(ReportWord::Nothing) }</option>
                    }
                    { for offered.map(|offered| html! {
                        <option value={offered.key()} selected={is_it(offered)}>
                            { page.language.dimension(offered) }
                        </option>
                    }) }
                </select>
            </label>
            { size(&page, label, props.chosen, choose) }
        </>
    }
}

/// The choice of the size of a dimension that has one.
fn size(page: &Page, label: &str, chosen: Option<Dimension>, choose: Callback<Event>) -> Html {
    let Some(chosen) = chosen else { return Html::default() };
    let (word, sizes): (ReportWord, Vec<(Dimension, String)>) = match chosen {
        Dimension::Prefix { .. } => {
            (ReportWord::Digits, (1..=8).map(|digits| (Dimension::Prefix { digits }, digits.to_string())).collect())
        }
        Dimension::CallerPrefix { .. } => (
            ReportWord::Digits,
            (1..=8).map(|digits| (Dimension::CallerPrefix { digits }, digits.to_string())).collect(),
        ),
        Dimension::Step { .. } => {
            let length = |minutes: u32| page.language.duration(Duration(f64::from(minutes) * 60.0));
            (ReportWord::LengthOfSteps, STEPS.map(|minutes| (Dimension::Step { minutes }, length(minutes))).to_vec())
        }
        _ => return Html::default(),
    };
    html! {
        <label>
            { page.word(word) }{ " " }
            <select onchange={choose} aria-label={format!("{label}: {}", page.word(word))}>
                { for sizes.into_iter().map(|(offered, text)| html! {
                    <option value={offered.key()} selected={offered == chosen}>{ text }</option>
                }) }
            </select>
        </label>
    }
}
