use crate::app::browser::save;
use crate::app::components::ImportButton;
use crate::app::context::Environment;
use insight::alarms::AlarmSetups;
use insight::texts::AlarmTexts;
use words::{AlarmSentence, AlarmWord};
use yew::prelude::*;

const FILE: &str = "cdr-lens-alarms.json";

#[derive(Properties, PartialEq)]
pub(super) struct FileToolsProps {
    pub(super) setups: AlarmSetups,
    pub(super) on_keep: Callback<AlarmSetups>,
}

/// Alarms to a file, and from one.
#[component]
pub(super) fn FileTools(props: &FileToolsProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    // How the last import went: whether well, and what is to be said of it.
    let outcome = use_state_eq(|| None::<Result<usize, String>>);
    let export = {
        let text = props.setups.text();
        Callback::from(move |_: MouseEvent| {
            // Nothing is lost if the browser does not save it.
            let _ = save::text(FILE, "application/json", &text);
        })
    };
    let import = {
        let (outcome, setups, keep, language) =
            (outcome.clone(), props.setups.clone(), props.on_keep.clone(), env.language);
        Callback::from(move |text: String| match AlarmSetups::read(&text) {
            Ok(read) => {
                let mut now = setups.clone();
                outcome.set(Some(Ok(read.alarms.len())));
                now.take_over(read);
                keep.emit(now);
            }
            Err(problem) => outcome.set(Some(Err(language.alarms_problem(&problem)))),
        })
    };
    html! {
        <>
            <button type="button" onclick={export} disabled={props.setups.alarms.is_empty()}>
                { env.word(AlarmWord::ExportAlarms) }
            </button>
            <ImportButton label={env.word(AlarmWord::ImportAlarms)} on_text={import} />
            if let Some(outcome) = &*outcome {
                { match outcome {
                    Ok(alarms) => html! {
                        <p role="status">{ env.sentence(AlarmSentence::AlarmsImported { alarms: *alarms }) }</p>
                    },
                    Err(problem) => html! { <p role="alert" class="warning">{ problem }</p> },
                } }
            }
        </>
    }
}
