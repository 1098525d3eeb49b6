//! A pull quote that repeats the body is the same quotation.

use hearsay::{
    Engine,
    annotation::QuotationKind,
    article::{self, Article},
    export::words,
};

const BODY: &str = "<p>The ferry between Ravensmoor and the islands will stop on Friday after ninety years, the board said.</p>
<p>“We have carried this town for ninety years, and we cannot carry it any further,” said Ann Lee, the harbour master.</p>";

const END: &str = "<p>“Nobody asked us on the quay,” said Tom Falk, a fisherman. The boat was built for forty people and their dogs.</p>
<p>The council is to vote on a bridge in the spring. Until then a bus will run along the coast four times a day.</p>";

/// Words, speaker and whether they are said again, of each quotation that is speech.
fn said(pulled: &str) -> Vec<(String, Option<String>, bool)> {
    let html = format!("<html><body><article><h1>The last ferry</h1>{BODY}{pulled}{END}</article></body></html>");
    let article = article::find(&hearsay_html::snapshot(&html, "")).expect("an article");
    let found = Engine::shipped().annotate(&article);
    let speech = found.quotations.iter().filter(|q| q.kind == QuotationKind::Speech);
    let speaker =
        |attribution: Option<usize>| Some(found.speakers[found.attributions[attribution?].speaker?].name.clone());
    speech.map(|q| (words(&article.text, &q.parts), speaker(q.attribution), q.again)).collect()
}

fn times(said: &[(String, Option<String>, bool)], again: bool) -> usize {
    said.iter()
        .filter(|(words, speaker, copy)| {
            words.contains("carried this town") && speaker.as_deref() == Some("Ann Lee") && *copy == again
        })
        .count()
}

#[test]
fn with_marks_without_a_name() {
    let said = said("<p>“We have carried this town for ninety years”</p>");
    assert_eq!((times(&said, false), times(&said, true), said.len()), (1, 1, 3), "{said:?}");
}

#[test]
fn with_a_name_below() {
    let said = said("<p>“We have carried this town for ninety years” – Ann Lee, harbour master</p>");
    assert_eq!((times(&said, false), times(&said, true), said.len()), (1, 1, 3), "{said:?}");
}

#[test]
fn other_words_are_another_quotation() {
    let said = said("<p>“We have carried far too many people home in the rain,” said Ann Lee.</p>");
    assert_eq!(said.iter().filter(|(.., again)| *again).count(), 0, "{said:?}");
    assert_eq!(said.len(), 3);
}

/// Who says the first passage in marks of a plain text, if anybody, and whether that is said again below.
fn first(text: &str) -> (Option<String>, bool) {
    let found = Engine::shipped().annotate(&Article::from_text(text));
    let speaker = |attribution: usize| Some(found.speakers[found.attributions[attribution].speaker?].name.clone());
    (found.quotations[0].attribution.and_then(speaker), found.quotations[0].again)
}

#[test]
fn words_of_a_headline_are_said_below() {
    let below = "\nIda Holm told the council on Monday that the mill was “like an open door, and nobody shuts it.”";
    let holm = (Some("Ida Holm".to_owned()), true);
    assert_eq!(first(&format!("Council Votes on Mill ‘Like an Open Door.’{below}")), holm);
    assert_eq!(first(&format!("Council Fears for Its Mill – ‘Nobody Shuts It’{below}")), holm);
}

#[test]
fn a_name_in_a_headline_is_nobodys_words() {
    let below = "\nThe mill will close. “The Green Deal is dead, and the mill is too,” said Ida Holm.";
    assert_eq!(first(&format!("Council Votes on ‘Green Deal’ for the Mill{below}")), (None, false));
    assert_eq!(first(&format!("Council Votes on the Term ‘Dead’ for the Mill{below}")), (None, false));
}
