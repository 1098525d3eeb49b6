//! A statement to take along: its words with where they come from, and a link that finds them again.

use super::{kinds, options::Words, statement::Statement, view::View};
use crate::{
    annotation::Form,
    article,
    export::fragment,
    pace::{Pace, finish},
};

/// The address of the page, opened at the words of a statement.
pub fn passage_link(view: &View, index: usize) -> String {
    let (page, pace) = (view.snapshot(), Pace::unhurried());
    let all = finish(article::all(page, &pace));
    let directives = finish(fragment::directives(&all, &view.article, &[&view.statement(index).content], &pace));
    fragment::address(&page.url, &directives[0])
}

/// The statement as a block of text to paste.
pub fn citation(view: &View, index: usize, words: &Words) -> String {
    let statement = view.statement(index);
    let page = view.snapshot();
    let credits = &view.article.credits;
    let title = if credits.headline.is_empty() { &page.title } else { &credits.headline };
    let published = article::published(page);
    let facts = [Some(title.as_str()), credits.publisher.as_deref(), published.as_deref()];
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
