//! Kinds of source and relays in the reader's words.

use super::{
    bind::{Countries, NamesOptions},
    options::Words,
    statement::Statement,
};
use crate::{
    annotation::{Relay, RelayKind, SourceKind},
    outlets::{Control, Outlet},
};

/// What stands between the steps of a chain.
pub const STEP: &str = " › ";

/// A kind of source.
pub fn kind(kind: SourceKind, words: &Words) -> String {
    words.get(match kind {
        SourceKind::NamedPerson => "kind_named_person",
        SourceKind::Spokesperson => "kind_spokesperson",
        SourceKind::Organisation => "kind_organisation",
        SourceKind::UnnamedPerson => "kind_unnamed_person",
        SourceKind::Group => "kind_group",
        SourceKind::Document => "kind_document",
        SourceKind::NewsAgency => "kind_news_agency",
        SourceKind::StateMedia => "kind_state_media",
        SourceKind::Outlet => "kind_outlet",
        SourceKind::SocialPost => "kind_social_post",
        SourceKind::Writer => "kind_writer",
    })
}

/// What a reader should know of an outlet: where it sits and who controls it.
pub fn outlet(outlet: &Outlet, words: &Words) -> String {
    let control = outlet.control.map(|control| {
        words.get(match control {
            Control::State => "control_state",
            Control::Public => "control_public",
            Control::Party => "control_party",
            Control::CoOperative => "control_co_operative",
            Control::Private => "control_private",
        })
    });
    let mut facts: Vec<String> = control.into_iter().collect();
    facts.push(country(outlet.country, words));
    facts.join(", ")
}

/// The name of a country in the reader's language; its code where the browser knows none.
fn country(code: &str, words: &Words) -> String {
    let options = NamesOptions::new();
    options.set_type("region");
    let name = Countries::new(&words.get("language"), &options).and_then(|names| names.of(code));
    name.unwrap_or_else(|_| code.to_owned())
}

/// Whether a state controls what is relayed so.
pub fn of_state(relay: &Relay) -> bool {
    relay.kind == RelayKind::Source(SourceKind::StateMedia)
        || relay.outlet.is_some_and(|outlet| outlet.control == Some(Control::State))
}

/// The steps of a chain, outermost first, in one line.
pub fn path(chain: &[Relay]) -> String {
    chain.iter().map(|relay| relay.text.as_str()).collect::<Vec<_>>().join(STEP)
}

/// The line that a statement has for its kind of source, by the name in `highlights.css`.
pub fn line(statement: &Statement) -> &'static str {
    use SourceKind::{Document, NewsAgency, Outlet, SocialPost, StateMedia};
    match &statement.speaker {
        Some(speaker) if speaker.kind == Document => "document",
        Some(speaker) if matches!(speaker.kind, NewsAgency | StateMedia | Outlet | SocialPost) => "outlet",
        Some(speaker) if !speaker.unnamed => "named",
        _ => "unnamed",
    }
}
