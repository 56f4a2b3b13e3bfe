use crate::app::action::PageAction;
use crate::app::context::Page;
use knowledge::{Contradictions, Numbering};
use query::{NumberingChoice, NumberingOverview};
use web_sys::HtmlSelectElement;
use words::{EndReasonSentence, EndReasonWord};
use yew::prelude::*;

const CHOICES: [(&str, NumberingChoice, EndReasonWord); 3] = [
    ("evidence", NumberingChoice::ByEvidence, EndReasonWord::NumberingByEvidence),
    ("guide", NumberingChoice::Chosen(Numbering::Guide), EndReasonWord::NumberingGuide),
    ("live", NumberingChoice::Chosen(Numbering::Live), EndReasonWord::NumberingLive),
];

type Counted = fn(&Contradictions) -> u64;

/// The kinds of contradiction, as the table shows them.
const KINDS: [(EndReasonWord, Counted); 4] = [
    (EndReasonWord::AgainstNotInList, |against| against.not_in_list),
    (EndReasonWord::AgainstAnswered, |against| against.answered),
    (EndReasonWord::AgainstHangUpSide, |against| against.hang_up_side),
    (EndReasonWord::AgainstGateway, |against| against.gateway),
];

/// How the numbers of end reasons are read, and what speaks for it.
#[component]
pub(in crate::app) fn NumberingChooser() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let onchange = page.dispatch.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let chosen = CHOICES.iter().find(|(key, ..)| *key == value);
        PageAction::ReadNumbersAs(chosen.map_or(NumberingChoice::ByEvidence, |&(_, choice, _)| choice)).into()
    });
    let all = NumberingOverview::of(&page.summary.numberings, page.session.numbering);
    // Whichever reading is chosen, it changes nothing where no number has two.
    let in_doubt = all.content.in_doubt > 0;
    let fits = EndReasonSentence::NumberingByEvidence {
        guide_files: all.guide_files,
        live_files: all.live_files,
        unsure_files: all.unsure_files,
    };
    html! {
        <div class="dialect">
            <p>
                <label>
                    { page.word(EndReasonWord::NumbersReadAs) }
                    <select {onchange}>
                        { for CHOICES.iter().map(|&(key, choice, word)| html! {
                            <option value={key} selected={page.session.numbering == choice}>{ page.word(word) }</option>
                        }) }
                    </select>
                </label>
                <span class="evidence">
                    if in_doubt { { page.sentence(fits) } } else { { page.word(EndReasonWord::NothingInDoubt) } }
                    { " " }
                    { page.sentence(EndReasonSentence::NumberingFound { vocabularies: &all.vocabularies }) }
                    if all.unsure_files > 0 {
                        { " " }
                        { page.word(EndReasonWord::NumberingWouldHelp) }
                    }
                </span>
            </p>
            if in_doubt {
                { figures(&page, &all) }
            }
        </div>
    }
}

/// What speaks against either reading, in one line; by kind, when it is opened.
fn figures(page: &Page, all: &NumberingOverview) -> Html {
    let (shown, other) = (all.against_shown, all.against_other);
    let line = EndReasonSentence::NumberingRunnerUp {
        shown: all.shown,
        against_shown: shown.weighed(),
        against_other: other.weighed(),
    };
    html! {
        <details class="evidence">
            <summary>{ page.sentence(line) }</summary>
            <p>{ page.sentence(EndReasonSentence::NumberingContent { content: all.content }) }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ page.word(EndReasonWord::AgainstKind) }</th>
                        <th scope="col" class="number">{ page.word(EndReasonWord::AgainstShown) }</th>
                        <th scope="col" class="number">{ page.word(EndReasonWord::AgainstOther) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for KINDS.iter().map(|&(word, calls)| html! {
                        <tr>
                            <th scope="row">{ page.word(word) }</th>
                            <td class="number">{ page.language.count(calls(&shown)) }</td>
                            <td class="number">{ page.language.count(calls(&other)) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p>{ page.word(EndReasonWord::NumberingRule) }</p>
        </details>
    }
}
