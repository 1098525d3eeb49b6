mod bodies;
mod names;
mod pronouns;
mod roles;

use super::{EntityId, People, read};
use crate::{article::Article, span::Span, text};

fn resolved<T>(text: &str, mention: &str, show: impl Fn(&People, Option<EntityId>) -> T) -> T {
    let article = Article::from_text(text);
    let doc = text::read(&article);
    let mut people = read(&doc);
    let start = text.rfind(mention).expect("the mention stands in the text");
    let id = people.resolve(&doc, Span::new(start, start + mention.len()), &[]);
    show(&people, id)
}

/// Resolves the last occurrence of `mention` in `text` and compares the name; an empty `expected` stands for nobody.
fn check(text: &str, mention: &str, expected: &str) {
    let name = resolved(text, mention, |people, id| id.map_or(String::new(), |id| people.entity(id).name.clone()));
    assert_eq!(name, expected, "{mention:?} in {text:?}");
}

/// The same for the role.
fn check_role(text: &str, mention: &str, expected: &str) {
    let role = resolved(text, mention, |people, id| id.and_then(|id| people.entity(id).role.clone()));
    assert_eq!(role.as_deref().unwrap_or(""), expected, "{mention:?} in {text:?}");
}
