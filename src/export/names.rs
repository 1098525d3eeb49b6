//! Names of kinds in exports: those that `serde` gives them in [`super::rows()`].

use crate::{
    annotation::{Form, Medium, RelayKind, SourceKind},
    outlets::Control,
};

/// A kind of source.
pub fn source(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::NamedPerson => "named-person",
        SourceKind::Spokesperson => "spokesperson",
        SourceKind::Organisation => "organisation",
        SourceKind::UnnamedPerson => "unnamed-person",
        SourceKind::Group => "group",
        SourceKind::Document => "document",
        SourceKind::NewsAgency => "news-agency",
        SourceKind::StateMedia => "state-media",
        SourceKind::Outlet => "outlet",
        SourceKind::SocialPost => "social-post",
        SourceKind::Writer => "writer",
    }
}

/// What relays words.
pub fn relay(kind: RelayKind) -> &'static str {
    match kind {
        RelayKind::Source(kind) => source(kind),
        RelayKind::Medium(Medium::Statement) => "statement",
        RelayKind::Medium(Medium::Post) => "post",
        RelayKind::Medium(Medium::Message) => "message",
        RelayKind::Medium(Medium::Document) => "document",
        RelayKind::Medium(Medium::Interview) => "interview",
        RelayKind::Medium(Medium::Press) => "press",
        RelayKind::Medium(Medium::Speech) => "speech",
        RelayKind::Medium(Medium::Broadcast) => "broadcast",
        RelayKind::Medium(Medium::Book) => "book",
    }
}

/// How a statement is given.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Mixed => "mixed",
        Form::Indirect => "indirect",
    }
}

/// Who controls an outlet.
pub fn control(control: Control) -> &'static str {
    match control {
        Control::State => "state",
        Control::Public => "public",
        Control::Party => "party",
        Control::CoOperative => "co-operative",
        Control::Private => "private",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    fn same<T: Serialize + Copy>(all: &[T], name: fn(T) -> &'static str) {
        all.iter().for_each(|&one| assert_eq!(serde_json::to_value(one).unwrap(), name(one)));
    }

    #[test]
    fn names_are_those_of_the_rows() {
        use {Control as C, Medium as M, SourceKind as K};
        let kinds = [
            K::NamedPerson,
            K::Spokesperson,
            K::Organisation,
            K::UnnamedPerson,
            K::Group,
            K::Document,
            K::NewsAgency,
            K::StateMedia,
            K::Outlet,
            K::SocialPost,
            K::Writer,
        ];
        same(&kinds, source);
        same(&kinds.map(RelayKind::Source), relay);
        let media =
            [M::Statement, M::Post, M::Message, M::Document, M::Interview, M::Press, M::Speech, M::Broadcast, M::Book];
        same(&media.map(RelayKind::Medium), relay);
        same(&[Form::Direct, Form::Mixed, Form::Indirect], form);
        same(&[C::State, C::Public, C::Party, C::CoOperative, C::Private], control);
    }
}
