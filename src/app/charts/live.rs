//! A chart on the page.

use super::spec::Spec;
use crate::app::browser::{charts, save};
use crate::app::context::Environment;
use std::rc::Rc;
use web_sys::HtmlElement;
use words::ReportWord;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct ChartProps {
    pub(in crate::app) spec: Rc<Spec>,
    /// A point was clicked: its series and category (in a heat map: row and column; in a scatter: 0 and the point).
    #[prop_or_default]
    pub(in crate::app) on_pick: Option<Callback<(usize, usize)>>,
    /// Categories were chosen by dragging: the first and the last.
    #[prop_or_default]
    pub(in crate::app) on_drag: Option<Callback<(usize, usize)>>,
    /// What the file is called that it is saved as, without its ending.
    #[prop_or_default]
    pub(in crate::app) file: AttrValue,
    /// The data as a table stands right there already.
    #[prop_or_default]
    pub(in crate::app) has_table: bool,
}

/// A chart, and behind it a table of its data; the table alone where charts cannot be drawn.
#[component]
pub(in crate::app) fn Chart(props: &ChartProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let element = use_node_ref();
    let state = use_state_eq(charts::state);
    let mounted = use_mut_ref(|| None::<charts::Mounted>);
    {
        let state = state.clone();
        use_effect_with((), move |()| charts::when_ready(move || state.set(charts::state())));
    }
    let ready = *state == charts::State::Ready;
    {
        let (element, mounted) = (element.clone(), mounted.clone());
        use_effect_with((props.spec.clone(), ready), move |(spec, ready)| {
            let mut mounted = mounted.borrow_mut();
            let Some(element) = element.cast::<HtmlElement>().filter(|_| *ready && spec.has_data()) else {
                // Its element is not there any more.
                *mounted = None;
                return;
            };
            let spec = spec.to_js();
            match mounted.as_mut() {
                Some(chart) => chart.update(&spec),
                None => *mounted = charts::Mounted::new(&element, &spec),
            }
        });
    }
    {
        let mounted = mounted.clone();
        let callbacks = (props.on_pick.clone(), props.on_drag.clone(), ready, props.spec.has_data());
        use_effect_with(callbacks, move |(on_pick, on_drag, ..)| {
            if let Some(chart) = mounted.borrow_mut().as_mut() {
                chart.listen(on_pick.clone(), on_drag.clone());
            }
        });
    }
    {
        let mounted = mounted.clone();
        use_effect_with((), move |()| move || drop(mounted.borrow_mut().take()));
    }
    let save_svg = {
        let (spec, file) = (props.spec.clone(), props.file.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = charts::svg(&spec.to_js(), 1200.0) {
                // Nothing is lost if the browser does not save it.
                let _ = save::text(&format!("{file}.svg"), "image/svg+xml", &text);
            }
        })
    };
    let save_png = {
        let (mounted, file) = (mounted.clone(), props.file.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(chart) = mounted.borrow().as_ref() {
                chart.save_png(format!("{file}.png"));
            }
        })
    };
    // A long table is only made for those who want to see it.
    let unfolded = use_state_eq(|| false);
    let ontoggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: Event| unfolded.set(true))
    };
    let spec = &props.spec;
    if !spec.has_data() {
        return html! { <p class="hint">{ env.word(ReportWord::NothingToDraw) }</p> };
    }
    html! {
        <figure class="chart">
            if *state != charts::State::Never {
                <div class="canvas" ref={element}></div>
                if !props.file.is_empty() {
                    <figcaption class="buttons">
                        <button type="button" class="quiet" onclick={save_png}
                            aria-label={format!("{} PNG: {}", env.word(ReportWord::SaveChart), spec.title)}>
                            { "PNG" }
                        </button>
                        <button type="button" class="quiet" onclick={save_svg}
                            aria-label={format!("{} SVG: {}", env.word(ReportWord::SaveChart), spec.title)}>
                            { "SVG" }
                        </button>
                    </figcaption>
                }
            }
            if !props.has_table {
                <details open={*state == charts::State::Never} {ontoggle}>
                    <summary>{ env.word(ReportWord::DataOfChart) }</summary>
                    if *unfolded || *state == charts::State::Never {
                        { table(spec) }
                    }
                </details>
            }
        </figure>
    }
}

/// So many rows of the data are shown.
const MOST_ROWS: usize = 500;

fn table(spec: &Spec) -> Html {
    let value = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{}", (value * 1000.0).round() / 1000.0))
    };
    if !spec.points.is_empty() {
        return html! {
            <div class="scroll" tabindex="0" role="group" aria-label={spec.title.clone()}>
            <table aria-label={spec.title.clone()}>
                <thead>
                    <tr>
                        <td></td>
                        { for spec.words.axes.iter().map(|axis| html! {
                            <th scope="col" class="number">{ axis }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for spec.points.iter().take(MOST_ROWS).map(|point| html! {
                    <tr><th scope="row">{ &point.name }</th>
                        { for [point.x, point.y, point.size].into_iter().map(|number| html! {
                            <td class="number">{ value(Some(number)) }</td>
                        }) }
                    </tr>
                }) }</tbody>
            </table></div>
        };
    }
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={spec.title.clone()}>
        <table aria-label={spec.title.clone()}>
            <thead><tr>
                <td></td>
                { for spec.series.iter().map(|series| html! { <th scope="col" class="number">{ &series.name }</th> }) }
            </tr></thead>
            <tbody>{ for spec.categories.iter().enumerate().take(MOST_ROWS).map(|(at, category)| html! {
                <tr>
                    <th scope="row">{ category }</th>
                    { for spec.series.iter().map(|series| html! {
                        <td class="number">{ value(series.values.get(at).copied().flatten()) }</td>
                    }) }
                </tr>
            }) }</tbody>
        </table></div>
    }
}
