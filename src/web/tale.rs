//! What the card tells of a statement.

use super::{host::Host, kinds, label::marks, options::Words, statement::Statement};
use crate::annotation::{Form, Relay, SourceKind};
use web_sys::Element;

/// The id of the speaker's name within the shadow root, which the card is called by.
pub const NAME: &str = "hearsay-name";

/// From here on a statement counts as sure: by the engine's own reckoning four in five are right as a whole, or more.
const SURE: f32 = 0.8;
/// From here on it counts as probable: more likely right than not. What is below is uncertain.
const PROBABLE: f32 = 0.5;

/// Fills `tale` with all that is known of `statement`.
pub fn tell(host: &Host, tale: &Element, statement: &Statement, words: &Words) {
    tale.set_text_content(None);
    let add = if statement.speaker.is_some() { Host::quote } else { Host::add };
    let head = add(host, tale, "div", &format!("name {}", marks(statement)), &statement.name(words));
    head.set_id(NAME);
    let _ = head.set_attribute("dir", "auto");
    if let Some(role) = statement.speaker.as_ref().and_then(|speaker| speaker.role.as_ref()) {
        host.quote(tale, "div", "role", role);
    }
    if !statement.chain.is_empty() {
        chain(host, tale, &statement.chain, words);
    }
    if let Some(to) = &statement.to {
        host.add(tale, "div", "to", &words.with("card_to", &[to]));
    }
    if let Some(speaker) = &statement.speaker {
        let kind = host.add(tale, "div", "kind", &kinds::kind(speaker.kind, words));
        if let Some(outlet) = &speaker.outlet {
            host.add(&kind, "span", "note", &kinds::outlet(outlet, words));
        }
    }
    let form = match statement.form {
        Form::Direct => "card_direct",
        Form::Mixed => "card_mixed",
        Form::Indirect => "card_indirect",
    };
    let facts = host.add(tale, "div", "form", &words.get(form));
    for note in notes(statement) {
        host.add(&facts, "span", "note", &words.get(note));
    }
    if !statement.evidence.is_empty() {
        let proof = host.add(tale, "div", "proof", "");
        host.add(&proof, "span", "because", &words.get("card_because"));
        let quote = host.quote(&proof, "q", "", "");
        for (text, marked) in &statement.evidence {
            host.add(&quote, if *marked { "b" } else { "span" }, "", text);
        }
    }
}

/// What else is to be said of `statement`, as keys of messages: that no name is given, and how sure it is.
fn notes(statement: &Statement) -> impl Iterator<Item = &'static str> {
    // The kind says it of a person.
    let unnamed = statement.speaker.as_ref().is_some_and(|s| s.unnamed && s.kind != SourceKind::UnnamedPerson);
    let sure = match (&statement.fix, statement.confidence) {
        (Some(_), _) if statement.hidden() => Some("card_hidden"),
        (Some(_), _) => Some("card_corrected"),
        (None, Some(sure)) if sure >= SURE => Some("card_sure"),
        (None, Some(sure)) if sure >= PROBABLE => Some("card_probable"),
        (None, sure) => sure.map(|_| "card_unsure"),
    };
    unnamed.then_some("card_unnamed").into_iter().chain(sure)
}

/// The path that the words came by, outermost first.
fn chain(host: &Host, tale: &Element, chain: &[Relay], words: &Words) {
    let path = host.add(tale, "div", "via", &words.get("card_via"));
    for (index, relay) in chain.iter().enumerate() {
        let step = if index > 0 { kinds::STEP } else { " " };
        host.add(&path, "span", "", step);
        let class = if kinds::of_state(relay) { "relay state" } else { "relay" };
        host.quote(&path, "bdi", class, &relay.text);
        if let Some(outlet) = &relay.outlet {
            host.add(&path, "span", "about", &format!(" ({})", kinds::outlet(outlet, words)));
        }
    }
}
