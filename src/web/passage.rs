//! A statement to take along: its words with where they come from, and a link that finds them again.

use super::{kinds, options::Words, statement::Statement, view::View};
use crate::{annotation::Form, article};
use js_sys::encode_uri_component;

/// Words at each end of a passage that a link tells.
const ENDS: usize = 6;

/// The address of the page, with the words of a statement, or of its first part, as its text fragment.
pub fn passage_link(view: &View, index: usize) -> String {
    // Parts that stand apart are not found as one.
    let first = view.statement(index).content.first().map_or("", |span| span.of(&view.article.text));
    let all: Vec<&str> = first.split_whitespace().collect();
    let part = |words: &[&str]| {
        let encoded = String::from(encode_uri_component(&words.join(" ")));
        // A dash has a meaning of its own there.
        encoded.split('-').collect::<Vec<_>>().join("%2D")
    };
    let text = match all.len() {
        0..=12 => part(&all),
        count => format!("{},{}", part(&all[..ENDS]), part(&all[count - ENDS..])),
    };
    format!("{}#:~:text={text}", view.snapshot().url)
}

/// The statement as a block of text to paste.
pub fn citation(view: &View, index: usize, words: &Words) -> String {
    let statement = view.statement(index);
    let page = view.snapshot();
    let credits = &view.article.credits;
    let title = if credits.headline.is_empty() { &page.title } else { &credits.headline };
    let facts = [Some(title.as_str()), credits.publisher.as_deref(), article::published(page)];
    let facts: Vec<&str> = facts.into_iter().flatten().collect();
    [view.words(index), format!("— {}", source(statement, words)), facts.join(" · "), passage_link(view, index)]
        .join("\n")
}

/// Speaker, role, the way that the words came, and whether they are the writer's.
fn source(statement: &Statement, words: &Words) -> String {
    let mut said = statement.name(words);
    if let Some(role) = statement.speaker.as_ref().and_then(|speaker| speaker.role.as_ref()) {
        said += &format!(", {role}");
    }
    if !statement.chain.is_empty() {
        said += &format!(", {} {}", words.get("card_via"), kinds::path(&statement.chain));
    }
    if statement.form == Form::Indirect {
        said += &format!(" · {}", words.get("card_indirect"));
    }
    said
}
