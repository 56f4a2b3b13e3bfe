use super::CopyButton;
use crate::app::browser::timing::drawn;
use crate::app::context::Environment;
use words::ReportSentence;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct FigureProps {
    pub(in crate::app) name: AttrValue,
    /// What its name stands for, or what it is.
    #[prop_or_default]
    pub(in crate::app) title: Option<AttrValue>,
    pub(in crate::app) value: Html,
    /// The value as text, with its unit; `None` where there is none.
    pub(in crate::app) copied: Option<String>,
    /// It is less than nothing.
    #[prop_or_default]
    pub(in crate::app) is_negative: bool,
    /// What stands beside its name.
    #[prop_or_default]
    pub(in crate::app) children: Html,
}

/// A figure with its name; one click copies both. It belongs in a `dl`.
#[component]
pub(in crate::app) fn Figure(props: &FigureProps) -> Html {
    drawn("figure");
    html! {
        <div class="figure">
            <dt>
                <span title={props.title.clone()}>{ &props.name }</span>
                if let Some(value) = &props.copied {
                    <CopyFigure name={props.name.clone()} value={value.clone()} />
                }
                { props.children.clone() }
            </dt>
            <dd class={classes!(props.is_negative.then_some("negative"))}>{ props.value.clone() }</dd>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::app) struct CopyFigureProps {
    pub(in crate::app) name: AttrValue,
    /// With its unit.
    pub(in crate::app) value: String,
}

/// The small button that copies a figure with its name.
#[component]
pub(in crate::app) fn CopyFigure(props: &CopyFigureProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let text = env.sentence(ReportSentence::CopiedFigure { name: &props.name, value: &props.value });
    let text = Callback::from(move |()| text.clone());
    html! {
        <CopyButton label={env.sentence(ReportSentence::CopyFigure { name: &props.name })} {text} is_small={true} />
    }
}
