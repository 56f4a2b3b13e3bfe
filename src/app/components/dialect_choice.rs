use crate::app::context::{Ask, Page};
use crate::knowledge::{Contradictions, Dialect};
use crate::query::{DialectChoice, DialectOverview};
use crate::words::{Sentence, Word};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const CHOICES: [(&str, DialectChoice, Word); 3] = [
    ("evidence", DialectChoice::ByEvidence, Word::DialectByEvidence),
    ("guide", DialectChoice::Chosen(Dialect::Guide), Word::DialectGuide),
    ("live", DialectChoice::Chosen(Dialect::Live), Word::DialectLive),
];

/// The kinds of contradiction, as the table shows them.
const KINDS: [(Word, fn(&Contradictions) -> u64); 4] = [
    (Word::AgainstNotInList, |against| against.not_in_list),
    (Word::AgainstAnswered, |against| against.answered),
    (Word::AgainstHangUpSide, |against| against.hang_up_side),
    (Word::AgainstGateway, |against| against.gateway),
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
    let fits = Sentence::DialectByEvidence {
        guide_files: all.guide_files,
        live_files: all.live_files,
        unsure_files: all.unsure_files,
    };
    html! {
        <div class="dialect">
            <p>
                <label>
                    { page.word(Word::NumbersReadAs) }
                    <select {onchange}>
                        { for CHOICES.iter().map(|&(key, choice, word)| html! {
                            <option value={key} selected={page.session.dialect == choice}>{ page.word(word) }</option>
                        }) }
                    </select>
                </label>
                <span class="evidence">
                    if in_doubt { { page.sentence(fits) } } else { { page.word(Word::NothingInDoubt) } }
                    { " " }
                    { page.sentence(Sentence::DialectFound { vocabularies: &all.vocabularies }) }
                    if all.unsure_files > 0 {
                        { " " }
                        { page.word(Word::DialectWouldHelp) }
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
    let line =
        Sentence::DialectRunnerUp { shown: all.shown, against_shown: shown.weighed(), against_other: other.weighed() };
    html! {
        <details class="evidence">
            <summary>{ page.sentence(line) }</summary>
            <p>{ page.sentence(Sentence::DialectContent { content: all.content }) }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ page.word(Word::AgainstKind) }</th>
                        <th scope="col" class="number">{ page.word(Word::AgainstShown) }</th>
                        <th scope="col" class="number">{ page.word(Word::AgainstOther) }</th>
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
            <p>{ page.word(Word::DialectRule) }</p>
        </details>
    }
}
