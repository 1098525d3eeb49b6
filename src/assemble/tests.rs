use super::own;
use crate::{
    Engine,
    annotation::{Form, Quotation},
    article::{Article, BlockKind},
    attribution::Found,
    span::Span,
};

/// Holds that the first quotation of `text` that begins with `words` is spoken by `expected`, or that nobody can be
/// told.
fn check(text: &str, words: &str, expected: &str) {
    let article = Article::from_text(text);
    let found = Engine::shipped().annotate(&article);
    let begins = |q: &&Quotation| q.parts[0].of(text).starts_with(words);
    let quotation = found.quotations.iter().find(begins).expect("the quotation");
    let speaker = quotation.attribution.and_then(|i| found.attributions[i].speaker);
    assert_eq!(speaker.map_or("", |i| &found.speakers[i].name), expected, "{words:?} in {text:?}");
}

#[test]
fn whoever_is_clearly_present_speaks() {
    check("Ida Holm left the room at nine.\n“I am tired of it all, and so is everybody.”", "I am", "Ida Holm");
    check("Ida Holm and Eva Lund met.\nThe tide rose, and it rained.\n“I am tired of it all.”", "I am", "");
    check("Ida Holm left. “No, never,” she retorted. It rained.", "No", "Ida Holm");
}

#[test]
fn whoever_stands_beside_the_passage_speaks() {
    check("Ida Holm met Tom Falk. “No, never,” she retorted. It rained.", "No", "Ida Holm");
    check(
        "Ida Holm met Tom Falk. It rained.\n“I do not like it, not at all,” Falk weighed in, and left.",
        "I do",
        "Tom Falk",
    );
}

#[test]
fn the_statement_is_that_of_whoever_issued_one() {
    let text = "“It is wet,” the Berg Ferry Union said in a statement.\n“It rains,” said Ida Holm.\n“It is cold,” the statement said.";
    check(text, "It is cold", "Berg Ferry Union");
    check("“It rains,” said Ida Holm.\n“It is cold,” the statement said.", "It is cold", "the statement");
}

#[test]
fn words_in_quotation_marks_say_i_for_their_speaker() {
    check("“I think it rains,” said Ida Holm. “I said, ‘It rains.’”", "I said", "Ida Holm");
}

#[test]
fn a_lead_is_told_in_full_below() {
    let text = "The weather is “a total disgrace”, an expert has claimed.\nIt rained.\nIda Holm left.\nThe ferry sank.\n\
        “It is a total disgrace, and it is wet,” said Ida Holm.";
    check(text, "a total", "Ida Holm");
}

#[test]
fn a_name_amid_the_words_of_a_report_says_nothing() {
    check("The harbour choir sang “Slow Harbour” at the quay, Ida Holm said.", "Slow", "");
    check("According to Ida Holm, the ferry is called “Grey Goose” and leaves at nine.", "Grey", "");
    check("Her campaign “Boats for all” was a failure, Ida Holm said.", "Boats", "");
    check("The boats, dubbed “the sad bathtubs,” are old, Ida Holm said.", "the sad", "");
    check("Ida Holm said that “This is it” was all that she heard.", "This", "Ida Holm");
    check("The harbour is “a disgrace” to the town, Ida Holm said.", "a dis", "Ida Holm");
    check("The tide (see ‘Lindby’s tide and what it does’) is no danger, Ida Holm said.", "Lindby", "");
    check("The tide (see below) is ‘no danger’, Ida Holm said.", "no danger", "Ida Holm");
}

#[test]
fn a_line_between_paragraphs_is_not_said_by_those_in_them() {
    let line = |line: &str| format!("“It is wet!” a pilot shouts.\n{line}\nThe men left.\n“It rains!” a pilot cried.");
    check(&line("‘It holds!’: Lindby and the bridge after the storm"), "It holds", "");
    check(&line("“It holds, and it will hold for many years.”"), "It holds", "a pilot");
}

#[test]
fn a_subhead_says_again_what_is_quoted_below() {
    let again = |line: &str| {
        let text = format!("Ida Holm left.\n{line}\n“We fed this town, and nobody thanked us at all,” said Ida Holm.");
        let mut article = Article::from_text(&text);
        article.blocks[1].kind = BlockKind::Subhead;
        let found = Engine::shipped().annotate(&article);
        let quotation = &found.quotations[0];
        let speaker = quotation.attribution.and_then(|i| found.attributions[i].speaker);
        (quotation.again, speaker.map(|i| found.speakers[i].name.clone()))
    };
    let said = |again: bool, by: &str| (again, Some(by.to_owned()));
    assert_eq!(again("“Nobody thanked us”"), said(true, "Ida Holm"));
    assert_eq!(again("“Nobody thanked us,” said Tom Falk"), said(false, "Tom Falk"));
}

#[test]
fn a_few_words_of_a_quotation_are_its_speakers() {
    let said = "It rained.\n“This town has a lot of hidden sailors, and they are mostly women,” said Ida Holm.";
    let again = |line: &str, words: &str, by: &str| check(&format!("Tom Falk left.\n{line}\n{said}"), words, by);
    again("Harbour tries to reach ‘hidden’ women", "hidden", "Ida Holm");
    again("The board took the “mostly women” of the town for a crew.", "mostly", "Ida Holm");
    // A name, a term that the writer has as well, and one word amid a paragraph.
    again("The “Mostly Women” choir sang at the old quay of the town for an hour, and nobody left it.", "Mostly", "");
    again("Harbour tries to reach ‘hidden’ women, who stay hidden", "hidden", "");
    again(
        "There were “hidden” doors in the old quay of the town for an hour or two, and then nobody of it left.",
        "hidden",
        "",
    );
}

#[test]
fn what_another_article_of_the_page_says_makes_no_term() {
    let text = "Tom Falk left.\nHarbour tries to reach ‘hidden’ women\nIt rained.\n“This town has a lot of hidden sailors, \
        and they are mostly women,” said Ida Holm.\nThe hidden door of the old mill is open.";
    let mut article = Article::from_text(text);
    let speaker = |article: &Article| {
        let found = Engine::shipped().annotate(article);
        let said = found.quotations[0].attribution.and_then(|i| found.attributions[i].speaker);
        said.map(|i| found.speakers[i].name.clone())
    };
    assert_eq!(speaker(&article), None);
    article.further = vec![4];
    assert_eq!(speaker(&article).as_deref(), Some("Ida Holm"));
}

#[test]
fn what_goes_by_a_name_is_told_by_the_noun_behind_it() {
    check("The “opt out” movement grows, Ida Holm said.", "opt", "");
    check("The “deeply unfair” system grows, Ida Holm said.", "deeply", "Ida Holm");
    check("The town has no money for “a small shed,” Ida Holm said.", "a small", "Ida Holm");
}

#[test]
fn a_quotation_over_paragraphs_holds_no_more_than_its_statement() {
    let text = "The report at one point speaks of President Ann Lee.\n\
        \"Unlike Governor Bell, President Lee spoke of \"executive privilege\" in refusing to hand out the papers. Rather, \
        Governor Bell has declined on the grounds that the council lacks authority, or both.\n\
        \"The \"Lee case made it clear that the claim of executive privilege by a president should be viewed with extreme \
        skepticism. Where the council has authority, a refusal to comply without even a fig leaf of a claim should be met \
        with skepticism.\"\n\
        The report seems to indicate Dora Mason ran Lindby First:\n\
        \"Shortly after it was formed, Governor Bell revealed that Mason was going to be involved in it,\" the report states.";
    let found = Engine::shipped().annotate(&Article::from_text(text));
    let first = &found.quotations[0];
    let statement = &found.attributions[first.attribution.expect("a statement")];
    assert_eq!(first.parts.len(), 2);
    assert!(
        first.parts.iter().all(|part| statement.content.iter().any(|content| content.contains(*part))),
        "{statement:?}"
    );
}

#[test]
fn the_inner_of_two_statements_that_begin_together_has_the_words() {
    let said = |end| Found {
        form: Form::Mixed,
        attitude: false,
        content: vec![Span::new(0, end)],
        cue: vec![],
        source: None,
        relay: None,
        quotes: vec![0],
        confidence: 1.0,
    };
    for (ends, inner) in [([10, 30], 0), ([30, 10], 1)] {
        let mut owner = [None];
        own(&ends.map(said), &mut owner);
        assert_eq!(owner, [Some(inner)], "{ends:?}");
    }
}
