use crate::app::context::{Ask, Page};
use knowledge::{Contradictions, Dialect};
use query::{DialectChoice, DialectOverview};
use web_sys::HtmlSelectElement;
use words::{EndReasonSentence, EndReasonWord};
use yew::prelude::*;

const CHOICES: [(&str, DialectChoice, EndReasonWord); 3] = [
    ("evidence", DialectChoice::ByEvidence, EndReasonWord::DialectByEvidence),
    ("guide", DialectChoice::Chosen(Dialect::Guide), EndReasonWord::DialectGuide),
    ("live", DialectChoice::Chosen(Dialect::Live), EndReasonWord::DialectLive),
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
pub(in crate::app) fn DialectChooser() -> Html {
    let page = use_context::<Page>().expect("the root gives it");
    let onchange = page.ask.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let chosen = CHOICES.iter().find(|(key, ..)| *key == value);
        Ask::ReadNumbersAs(chosen.map_or(DialectChoice::ByEvidence, |&(_, choice, _)| choice))
    });
    let all = DialectOverview::of(&page.summary.dialects, page.session.dialect);
    // Whichever reading is chosen, it changes nothing where no number has two.
    let in_doubt = all.content.in_doubt > 0;
    let fits = EndReasonSentence::DialectByEvidence {
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
                            <option value={key} selected={page.session.dialect == choice}>{ page.word(word) }</option>
                        }) }
                    </select>
                </label>
                <span class="evidence">
                    if in_doubt { { page.sentence(fits) } } else { { page.word(EndReasonWord::NothingInDoubt) } }
                    { " " }
                    { page.sentence(EndReasonSentence::DialectFound { vocabularies: &all.vocabularies }) }
                    if all.unsure_files > 0 {
                        { " " }
                        { page.word(EndReasonWord::DialectWouldHelp) }
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
fn figures(page: &Page, all: &DialectOverview) -> Html {
    let (shown, other) = (all.against_shown, all.against_other);
    let line = EndReasonSentence::DialectRunnerUp {
        shown: all.shown,
        against_shown: shown.weighed(),
        against_other: other.weighed(),
    };
    html! {
        <details class="evidence">
            <summary>{ page.sentence(line) }</summary>
            <p>{ page.sentence(EndReasonSentence::DialectContent { content: all.content }) }</p>
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
            <p>{ page.word(EndReasonWord::DialectRule) }</p>
        </details>
    }
}
