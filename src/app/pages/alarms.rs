use crate::app::components::ReportFrame;
use crate::words::Word;
use yew::prelude::*;

/// To come.
#[component]
pub(in crate::app) fn AlarmsPage() -> Html {
    html! { <ReportFrame title={Word::PageAlarms} ready={true} /> }
}
