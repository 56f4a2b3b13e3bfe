use super::ColumnChoice;
use crate::app::action::CallAction;
use crate::app::browser::timing::drawn;
use crate::app::calls::ShownCall;
use crate::app::context::{ListedCalls, Page};
use calls::Field;
use query::{EndReasonRow, RowOrder, RowSort};
use web_sys::{HtmlElement, WheelEvent};
use words::{CallWord, Duration, FilterSentence, PageWord, ReportSentence};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) columns: ColumnChoice,
    pub(in crate::app) order: RowOrder,
    pub(in crate::app) on_order: Callback<RowSort>,
    pub(in crate::app) on_open: Callback<(u64, ShownCall)>,
}

const ROW_PIXELS: f64 = 32.0;

/// Rows in sight.
const IN_SIGHT: usize = 18;

/// Browsers cut elements that are higher than some 17 million pixels (Firefox) or 33 million (Chromium): beyond this
/// the scrollbar stands for more than it measures.
const MOST_PIXELS: f64 = 8_000_000.0;

/// All calls of the filter: the rows in sight are those of the table, and the scrollbar is that of all.
#[component]
pub(in crate::app) fn CallTable(props: &Props) -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let listed = use_context::<ListedCalls>().expect("the root gives it");
    drawn("calls");
    let found = listed.found.unwrap_or(0);
    let scroller = use_node_ref();
    let first = use_state_eq(|| 0_u64);
    let last_first = found.saturating_sub(IN_SIGHT as u64 - 1);
    let head_and_rows = (found as f64 + 1.0) * ROW_PIXELS;
    let height = head_and_rows.min(MOST_PIXELS);
    let in_sight = (IN_SIGHT + 1) as f64 * ROW_PIXELS;
    // Pixels that a row takes on the scrollbar.
    let scale = if last_first == 0 { ROW_PIXELS } else { (height - in_sight).max(1.0) / last_first as f64 };
    {
        // Another filter or order begins at its first call.
        let (first, scroller) = (first.clone(), scroller.clone());
        use_effect_with((page.filter.clone(), props.order), move |_| {
            first.set(0);
            if let Some(element) = scroller.cast::<HtmlElement>() {
                element.set_scroll_top(0);
            }
        });
    }
    {
        let dispatch = page.dispatch.clone();
        use_effect_with((*first, found), move |&(first, found)| {
            if found > 0 {
                dispatch.emit(CallAction::Show(first, IN_SIGHT + 1).into());
            }
        });
    }
    let go = {
        let (first, scroller) = (first.clone(), scroller.clone());
        move |to: u64| {
            let to = to.min(last_first);
            first.set(to);
            if let Some(element) = scroller.cast::<HtmlElement>() {
                element.set_scroll_top((to as f64 * scale).round() as i32);
            }
        }
    };
    let onscroll = {
        let first = first.clone();
        Callback::from(move |event: Event| {
            let top = f64::from(event.target_unchecked_into::<HtmlElement>().scroll_top());
            // A move by the keyboard or the wheel set it already, more exactly than pixels can.
            if ((*first as f64 * scale).round() - top).abs() > 1.0 {
                first.set(((top / scale).round() as u64).min(last_first));
            }
        })
    };
    let onwheel = {
        let (first, go) = (first.clone(), go.clone());
        Callback::from(move |event: WheelEvent| {
            if height < head_and_rows && event.delta_y() != 0.0 {
                event.prevent_default();
                let rows = (event.delta_y() / ROW_PIXELS).round() as i64;
                go(first.saturating_add_signed(if rows == 0 { event.delta_y().signum() as i64 } else { rows }));
            }
        })
    };
    let onkeydown = {
        let (first, go) = (first.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let page = IN_SIGHT as u64 - 1;
            let to = match event.key().as_str() {
                "ArrowDown" => *first + 1,
                "ArrowUp" => first.saturating_sub(1),
                "PageDown" => *first + page,
                "PageUp" => first.saturating_sub(page),
                "Home" => 0,
                "End" => last_first,
                _ => return,
            };
            event.prevent_default();
            go(to);
        })
    };
    let head = |&field: &Field| {
        let name = page.language.field(field);
        let Some(by) = sort_of(field) else { return html! { <th scope="col">{ name }</th> } };
        let onclick = props.on_order.reform(move |_: MouseEvent| by);
        let sorted = (props.order.by == by).then_some(props.order.descending);
        html! {
            <th scope="col" aria-sort={sorted.map(|descending| if descending { "descending" } else { "ascending" })}>
                <button type="button" class="sort" {onclick}
                    title={page.sentence(ReportSentence::SortBy { column: name })}>
                    { name }
                    <span class="arrow" aria-hidden="true">
                        { match sorted { Some(true) => "▼", Some(false) => "▲", None => "" } }
                    </span>
                </button>
            </th>
        }
    };
    let rows = listed.rows.iter().enumerate().filter_map(|(at, call)| {
        let number = listed.at + at as u64;
        (*first..*first + IN_SIGHT as u64).contains(&number).then(|| row(&page, props, number, call))
    });
    let style = format!("height: {height}px");
    let box_style = format!("max-height: {in_sight}px");
    html! {
        <div class="calls" ref={scroller} tabindex="0" role="region" aria-label={page.word(PageWord::PageCalls)}
            style={box_style}
            {onscroll} {onwheel} {onkeydown}>
            <div {style}>
                <table aria-rowcount={(found + 1).to_string()}>
                    <thead><tr aria-rowindex="1">{ for props.columns.0.iter().map(head) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </div>
    }
}

fn sort_of(field: Field) -> Option<RowSort> {
    match field {
        Field::Start => Some(RowSort::Start),
        Field::HoldTime => Some(RowSort::TalkTime),
        Field::PostDialDelay => Some(RowSort::PostDialDelay),
        Field::Fee => Some(RowSort::Fee),
        _ => None,
    }
}

fn row(page: &Page, props: &Props, number: u64, call: &ShownCall) -> Html {
    let open = {
        let call = call.clone();
        props.on_open.reform(move |_: MouseEvent| (number, call.clone()))
    };
    let index = (number + 2).to_string();
    let Some(_) = &call.row else {
        return html! {
            <tr aria-rowindex={index}>
                <td colspan={props.columns.0.len().to_string()}>{ page.word(CallWord::CannotReadRow) }</td>
            </tr>
        };
    };
    html! {
        <tr aria-rowindex={index} key={number.to_string()}>
            { for props.columns.0.iter().enumerate().map(|(at, &field)| {
                let text = cell(page, call, field);
                if at == 0 {
                    // There is something to click on where the cell is empty, too.
                    let text = if text.is_empty() { "–".to_owned() } else { text };
                    let label = page.sentence(FilterSentence::CallAt { number: number + 1, cell: &text });
                    html! {
                        <td>
                            <button type="button" class="link" onclick={open.clone()} aria-label={label}
                                title={text.clone()}>
                                { text }
                            </button>
                        </td>
                    }
                } else {
                    html! { <td title={text.clone()}>{ text }</td> }
                }
            }) }
        </tr>
    }
}

/// What a field of a call says, as a person reads it.
pub(in crate::app) fn cell(page: &Page, call: &ShownCall, field: Field) -> String {
    let Some(row) = &call.row else { return String::new() };
    match (&row.read, field) {
        (Some(read), Field::Start) => page.zone.show(read.start),
        (Some(read), Field::HoldTime) => page.language.duration(Duration(f64::from(read.talk_seconds))),
        (Some(read), Field::PostDialDelay) => {
            let seconds = read.post_dial_delay_millis.map(|millis| format!("{:.1} s", f64::from(millis) / 1000.0));
            seconds.unwrap_or_default()
        }
        (Some(_), Field::EndReason) => {
            reason_of(page, call).map(|row| page.language.end_reason_name(&row)).unwrap_or_default()
        }
        _ => row.get(field).unwrap_or_default().to_owned(),
    }
}

/// The end reason of a call, read as those of its file are.
pub(in crate::app) fn reason_of(page: &Page, call: &ShownCall) -> Option<EndReasonRow> {
    let read = call.row.as_ref()?.read.as_ref()?;
    let interpretation = page.session.interpretation_of(call.key.file, call.key.part)?;
    let mut row = EndReasonRow::of(&read.end_reason, interpretation.numbering, interpretation.reasons_of);
    row.personal = page.session.personal.get(&row.personal_key()).cloned();
    Some(row)
}
