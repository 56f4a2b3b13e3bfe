use crate::app::context::{Ask, Page};
use crate::knowledge::{Dialect, DialectFinding};
use crate::query::DialectChoice;
use crate::words::{Sentence, Word};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const CHOICES: [(&str, DialectChoice, Word); 3] = [
    ("evidence", DialectChoice::ByEvidence, Word::DialectByEvidence),
    ("guide", DialectChoice::Chosen(Dialect::Guide), Word::DialectGuide),
    ("live", DialectChoice::Chosen(Dialect::Live), Word::DialectLive),
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
    let findings = &page.summary.dialects;
    let count = |holds: fn(&DialectFinding) -> bool| findings.iter().filter(|finding| holds(finding)).count();
    let evidence = Sentence::DialectByEvidence {
        guide_files: count(|finding| finding.dialect == Dialect::Guide),
        live_files: count(|finding| finding.dialect == Dialect::Live),
        unsure_files: count(|finding| !finding.sure),
    };
    let contradictions = Sentence::DialectContradictions {
        against_guide: findings.iter().map(|finding| finding.against_guide).sum(),
        against_live: findings.iter().map(|finding| finding.against_live).sum(),
    };
    html! {
        <p class="dialect">
            <label>
                { page.word(Word::NumbersReadAs) }
                <select {onchange}>
                    { for CHOICES.iter().map(|&(key, choice, word)| html! {
                        <option value={key} selected={page.session.dialect == choice}>{ page.word(word) }</option>
                    }) }
                </select>
            </label>
            <span class="evidence">{ page.sentence(evidence) }{ " " }{ page.sentence(contradictions) }</span>
        </p>
    }
}
