use crate::app::browser::save;
use crate::app::components::CopyButton;
use crate::app::context::Environment;
use insight::block_list::{BlockList, BlockListForm, HeldBack, is_jail, unreadable};
use insight::sources::{RefusedSource, attempts};
use query::{Held, Table};
use std::collections::BTreeSet;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use words::{SecuritySentence, SecurityWord};
use yew::prelude::*;

/// What a jail of fail2ban is called until a person says otherwise.
const JAIL: &str = "vos3000";

#[derive(Properties, PartialEq)]
pub(super) struct BlockListCardProps {
    pub(super) sources: Rc<Vec<RefusedSource>>,
    /// Those of them that are to be shut out.
    pub(super) chosen: Rc<BTreeSet<String>>,
    /// All addresses of the files.
    pub(super) everywhere: Held<Table>,
}

/// The chosen addresses as a list that a firewall takes.
#[component]
pub(super) fn BlockListCard(props: &BlockListCardProps) -> Html {
    let env = use_context::<Environment>().expect("the root gives it");
    let form = use_state_eq(|| BlockListForm::Plain);
    let jail = use_state_eq(|| JAIL.to_owned());
    let allowed = use_state_eq(String::new);
    let private = use_state_eq(|| false);
    let list = BlockList::of(&attempts(&props.sources, &props.chosen, &props.everywhere), allowed.lines(), *private);
    let text = list.text(*form, &jail);
    let copied = {
        let text = text.clone();
        Callback::from(move |()| text.clone())
    };
    let download = {
        let (text, name) = (text.clone(), file_name(*form));
        Callback::from(move |_: MouseEvent| {
            // Nothing is lost if the browser does not save it: it is on the page.
            let _ = save::text(name, "text/plain", &text);
        })
    };
    let choose_form = {
        let form = form.clone();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            if let Some(chosen) = usize::try_from(place).ok().and_then(|place| BlockListForm::ALL.get(place)) {
                form.set(*chosen);
            }
        })
    };
    let set_jail = {
        let jail = jail.clone();
        Callback::from(move |event: InputEvent| jail.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let set_allowed = {
        let allowed = allowed.clone();
        Callback::from(move |event: InputEvent| {
            allowed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        })
    };
    let set_private = {
        let private = private.clone();
        Callback::from(move |event: Event| private.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let not_read = unreadable(allowed.lines());
    let held_back = list.held_back.iter().filter(|(address, _)| props.chosen.contains(*address));
    html! {
        <section class="card">
            <h2>{ env.word(SecurityWord::BlockList) }</h2>
            <p class="note">{ env.word(SecurityWord::BlockListHint) }</p>
            <div class="choices">
                <label>
                    { env.word(SecurityWord::BlockListFor) }{ " " }
                    <select onchange={choose_form}>
                        { for BlockListForm::ALL.into_iter().map(|offered| html! {
                            <option selected={offered == *form}>{ env.word(form_name(offered)) }</option>
                        }) }
                    </select>
                </label>
                if *form == BlockListForm::Fail2ban {
                    <label>
                        { env.word(SecurityWord::Jail) }{ " " }
                        <input value={(*jail).clone()} oninput={set_jail} aria-invalid={(!is_jail(&jail)).to_string()}
                            />
                    </label>
                }
                <label class="check">
                    <input type="checkbox" checked={*private} onchange={set_private} />
                    { env.word(SecurityWord::BlockPrivate) }
                </label>
            </div>
            <label class="note">
                { env.word(SecurityWord::NeverBlock) }
                <textarea class="list" rows="2" oninput={set_allowed} value={(*allowed).clone()} spellcheck="false" />
            </label>
            if let Some(first) = not_read.first() {
                <p class="warning" role="alert">{ env.sentence(SecuritySentence::NoAddress { text: first }) }</p>
            }
            if *form == BlockListForm::Fail2ban && !is_jail(&jail) {
                <p class="warning" role="alert">{ env.word(SecurityWord::NoJail) }</p>
            }
            if list.has_private {
                <p class="warning">{ env.word(SecurityWord::HasPrivate) }</p>
            }
            <p role="status">{ env.sentence(SecuritySentence::AddressesBlocked { addresses: list.blocked.len() }) }</p>
            if !text.is_empty() {
                <textarea class="list" readonly=true rows={text.lines().count().clamp(2, 14).to_string()}
                    value={text.clone()}
                    aria-label={env.word(SecurityWord::BlockList)} spellcheck="false" />
                <div class="buttons">
                    <CopyButton text={copied} label={env.word(SecurityWord::CopyBlockList)}>
                        { env.word(SecurityWord::CopyBlockList) }
                    </CopyButton>
                    <button type="button" onclick={download}>{ env.word(SecurityWord::SaveBlockList) }</button>
                </div>
            }
            <ul class="note">
                { for held_back.map(|(address, why)| html! {
                    <li>{ address }{ ": " }{ env.word(held_back_word(*why)) }</li>
                }) }
            </ul>
        </section>
    }
}

fn form_name(form: BlockListForm) -> SecurityWord {
    match form {
        BlockListForm::Plain => SecurityWord::PlainList,
        BlockListForm::Iptables => SecurityWord::Iptables,
        BlockListForm::Nftables => SecurityWord::Nftables,
        BlockListForm::Fail2ban => SecurityWord::Fail2ban,
    }
}

fn file_name(form: BlockListForm) -> &'static str {
    match form {
        BlockListForm::Plain => "cdr-lens-block-list.txt",
        BlockListForm::Iptables => "cdr-lens-iptables.sh",
        BlockListForm::Nftables => "cdr-lens.nft",
        BlockListForm::Fail2ban => "cdr-lens-fail2ban.sh",
    }
}

fn held_back_word(why: HeldBack) -> SecurityWord {
    match why {
        HeldBack::NotAnAddress => SecurityWord::HeldNotAnAddress,
        HeldBack::Allowed => SecurityWord::HeldAllowed,
        HeldBack::CarriesCalls => SecurityWord::HeldCarriesCalls,
        HeldBack::Private => SecurityWord::HeldPrivate,
        HeldBack::NoSource => SecurityWord::HeldNoSource,
    }
}
