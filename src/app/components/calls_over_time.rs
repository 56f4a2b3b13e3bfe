use crate::app::action::FilterAction;
use crate::app::context::Page;
use calls::EpochMillis;
use query::FilterField;
use web_sys::{Element, PointerEvent};
use words::{FilterWord, ReportSentence};
use yew::prelude::*;

const HEIGHT: f64 = 48.0;

/// The calls of the filter over time, as bars; dragging over them filters by a period.
#[component]
pub(in crate::app) fn CallsOverTime() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    // The first and the last bar that the pointer was over since it was pressed.
    let dragged = use_state_eq(|| None::<(usize, usize)>);
    let trend = &page.summary.total.trend;
    let steps: Vec<(EpochMillis, u64)> = all_steps(trend.steps().collect(), trend.step_millis());
    if steps.len() < 2 {
        return Html::default();
    }
    let most = steps.iter().map(|&(_, calls)| calls).max().unwrap_or(1).max(1) as f64;
    let count = steps.len();
    let bar_under = move |event: &PointerEvent| {
        let bounds = event.target_unchecked_into::<Element>().closest("svg").ok().flatten()?.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - bounds.x()) / bounds.width().max(1.0);
        Some((share * count as f64).clamp(0.0, count as f64 - 1.0) as usize)
    };
    let onpointerdown = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(bar) = bar_under(&event) {
                dragged.set(Some((bar, bar)));
            }
        })
    };
    let onpointermove = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some((first, _)), Some(bar)) = (*dragged, bar_under(&event)) {
                dragged.set(Some((first, bar)));
            }
        })
    };
    let onpointerup = {
        let (dragged, dispatch, steps, step) =
            (dragged.clone(), page.dispatch.clone(), steps.clone(), trend.step_millis());
        Callback::from(move |_: PointerEvent| {
            if let Some((first, last)) = *dragged {
                let (from, to) = (steps[first.min(last)].0, EpochMillis(steps[first.max(last)].0.0 + step));
                dispatch.emit(
                    FilterAction::By(FilterField::Period, format!("{}..{}", from.rfc3339(), to.rfc3339())).into(),
                );
                dragged.set(None);
            }
        })
    };
    let onpointerleave = {
        let dragged = dragged.clone();
        Callback::from(move |_: PointerEvent| dragged.set(None))
    };
    let is_dragged = |bar: usize| dragged.is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&bar));
    html! {
        <figure class="trend over-time">
            <svg viewBox={format!("0 0 {count} {HEIGHT}")} preserveAspectRatio="none" role="img"
                aria-label={page.word(FilterWord::CallsOverTime)}
                {onpointerdown} {onpointermove} {onpointerup} {onpointerleave}>
                { for steps.iter().enumerate().map(|(bar, &(at, calls))| {
                    let height = calls as f64 / most * HEIGHT;
                    let title = page.sentence(ReportSentence::BarOfCalls { calls, at: &page.zone.show(at) });
                    html! {
                        <g class={classes!(is_dragged(bar).then_some("dragged"))}>
                            <rect class="ground" x={bar.to_string()} y="0" width="1" height={HEIGHT.to_string()} />
                            <rect x={bar.to_string()} y={format!("{:.2}", HEIGHT - height)} width="0.85"
                                height={format!("{height:.2}")} />
                            <title>{ title }</title>
                        </g>
                    }
                }) }
            </svg>
            <figcaption>{ page.word(FilterWord::DragOverTime) }</figcaption>
        </figure>
    }
}

/// With the steps in which there was no call, as long as these are not far more than the others.
fn all_steps(steps: Vec<(EpochMillis, u64)>, step: i64) -> Vec<(EpochMillis, u64)> {
    let (Some(&(first, _)), Some(&(last, _))) = (steps.first(), steps.last()) else { return steps };
    let count = (last.0 - first.0) / step + 1;
    if count > 400 {
        return steps;
    }
    let mut all: Vec<_> = (0..count).map(|at| (EpochMillis(first.0 + at * step), 0)).collect();
    for (at, calls) in steps {
        all[((at.0 - first.0) / step) as usize].1 = calls;
    }
    all
}
