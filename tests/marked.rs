//! Which passages in marks are somebody's words: a few words in marks may as well be a name, a term or a title.

use hearsay::{Engine, annotation::QuotationKind, article::Article};

/// The passages of `text` with whoever speaks them; "-" where nobody is known to, nothing where they are no speech.
fn passages(text: &str) -> Vec<(String, Option<String>)> {
    let found = Engine::shipped().annotate(&Article::from_text(text));
    let passage = |quotation: &hearsay::annotation::Quotation| {
        let words = quotation.parts.iter().map(|part| part.of(text)).collect::<String>();
        let speaker = quotation.attribution.and_then(|a| found.attributions[a].speaker);
        let name = speaker.map_or("-".to_owned(), |s| found.speakers[s].name.clone());
        (words, (quotation.kind == QuotationKind::Speech).then_some(name))
    };
    found.quotations.iter().map(passage).collect()
}

#[track_caller]
fn said(text: &str, expected: &[(&str, Option<&str>)]) {
    let found = passages(text);
    let found: Vec<_> = found.iter().map(|(words, speaker)| (words.as_str(), speaker.as_deref())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_somebody_thinks_of_a_thing_is_theirs() {
    let orland = Some("Orland");
    said("Orland rejected the ruling of the court as “reckless and one-sided”.", &[("reckless and one-sided", orland)]);
    let union = Some("Teachers’ Union");
    said(
        "The Teachers’ Union has slammed the “utterly careless” repair of the school.",
        &[("utterly careless", union)],
    );
}

#[test]
fn names_and_terms_are_not() {
    said("Divers nicknamed the wreck “the old lady”.", &[("the old lady", None)]);
    said("The team at the institute named the tiny machines “driftbots”.", &[("driftbots", None)]);
}

#[test]
fn whole_sentences_in_marks_are_speech_even_where_nobody_is_named() {
    said(
        "A man on a ladder rode past the hall shouting “sell it, sell it all, sell it now”.",
        &[("sell it, sell it all, sell it now", Some("a man"))],
    );
}

#[test]
fn a_nickname_is_part_of_a_name_and_nobody_says_it() {
    let text = "“The boat is ready,” said Robert “Buddy” Holm, the ferryman. “Nobody should miss it.” Holm said he would \
        sail. Buddy Holm waved.";
    let holm = Some("Robert “Buddy” Holm");
    said(text, &[("The boat is ready,", holm), ("Buddy", None), ("Nobody should miss it.", holm)]);
}

#[test]
fn an_answer_over_two_paragraphs_is_one_speaker_s() {
    let text = "“I did, and it took ten years of my life,” said Ann Holm, a diver who lives in Osby.\n\
        And would she do it again?\n\
        “I would, if the boat were mine and the weather were kind to me.\n\
        “And I would take my daughter along, because she asks me every day.”";
    let found = Engine::shipped().annotate(&Article::from_text(text));
    let names = found.attributions.iter().map(|a| a.speaker.map(|s| found.speakers[s].name.as_str()));
    assert!(found.quotations.last().is_some_and(|q| q.parts.len() == 2 && q.attribution.is_some()));
    assert!(names.clone().all(|name| name == Some("Ann Holm")), "{:?}", names.collect::<Vec<_>>());
}
