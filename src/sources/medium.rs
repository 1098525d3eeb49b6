//! What a statement's own sentence says of the way that its words came.

use super::{
    Step,
    addressed::addressed,
    amid::amid,
    credited::credited,
    introduced::{REACH, elsewhere, introduced, programme},
    nouns,
    phrase::{noun_at, phrase},
    signed::posted,
    told::{Told, spoke_with, told},
};
use crate::{
    annotation::Medium,
    attribution::Found,
    lexicon,
    people::{Kind, People},
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// By what a statement came, outermost first, and whom it was said to.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The outlet that was told, then the medium.
    pub steps: Vec<Step>,
    /// The one who was told, where that is no outlet.
    pub to: Option<Span>,
}

/// What the sentence of `found` tells. Whoever is told passes the words on only where it is an outlet or the press: a person
/// is just the one addressed.
pub fn own(doc: &Doc, people: &mut People, found: &Found) -> Own {
    let mut own = Own::default();
    let Some(mut cue) = found.cue.first().map(|cue| doc.tokens_in(*cue)).filter(|cue| !cue.is_empty()) else {
        own.steps.extend(posted(doc, found));
        return own;
    };
    let whole = cue.clone();
    // A cue may hold the medium: "said in a statement".
    let says = cue.clone().find(|&i| lexicon::cues::class(doc.lower(i)).is_some());
    cue.end = says.map_or(cue.end, |verb| verb + 1);
    let source = found.source.map_or(cue.clone(), |s| doc.tokens_in(s));
    let Some(sentence) = doc.sentence_of(cue.start).map(|s| s.tokens.clone()) else { return own };
    let end = if source.start >= cue.end && source.start <= cue.end + 1 { source.end } else { cue.end };
    let after = end..sentence.end.min(end + REACH);
    let mut rest = end..sentence.end;
    let tells = match doc.lower(cue.end - 1) {
        "told" => !passive(doc, cue.end - 1),
        lower => matches!(lower, "tells" | "telling"),
    };
    if tells {
        let told = told(doc, people, after.start..after.end, found.relay.is_some());
        rest.start = told.1;
        match told.0 {
            Some(Told::Relay(step)) => own.steps.push(step),
            Some(Told::Person(span)) => own.to = Some(span),
            None => {}
        }
    } else {
        // "admitted to the newspaper"
        let paper = doc.one(cue.end + 2, "newspaper paper magazine publication outlet website site station");
        if paper && doc.says(cue.end, "to") && doc.says(cue.end + 1, "the") {
            let told = told(doc, people, cue.end + 1..after.end, false).0;
            let named = |step: &Step| step.text.contains(char::is_uppercase);
            own.steps.extend(
                told.and_then(|told| if let Told::Relay(step) = told { Some(step) } else { None }).filter(named),
            );
        }
        own.to = addressed(doc, people, found, cue.end.saturating_sub(1), after.end);
        // "She told Delta News that it held and predicted it would"
        if doc.says(source.end, "told") && source.end < cue.start {
            let told = told(doc, people, source.end + 1..cue.start, false).0;
            own.steps.extend(told.and_then(|told| if let Told::Relay(step) = told { Some(step) } else { None }));
        }
    }
    let attributing = source.start.min(whole.start)..source.end.max(whole.end);
    own.steps.splice(0..0, credited(doc, people, found, sentence.clone(), attributing));
    let document = document(doc, people, source.clone());
    let aside = if doc.says(source.end, "who") { sentence.end } else { source.end };
    let spoke = spoke_with(doc, people, source.start..aside.min(source.end + REACH).max(source.end));
    // "Speaking to Delta News, Lee said"
    let speaking = doc.one(sentence.start, "speaking talking") && !people.quoted(sentence.start);
    let lead = sentence.start..if speaking { source.start } else { sentence.start };
    let spoke = spoke.or_else(|| spoke_with(doc, people, lead));
    let inner = behind(doc, source.clone()).unwrap_or(source.end)..source.end;
    let source = source.start..inner.start;
    let free = |tokens: Range<usize>| tokens.start..tokens.clone().find(|&i| people.quoted(i)).unwrap_or(tokens.end);
    let between = if source.end < cue.start { source.end..cue.start } else { 0..0 };
    let before = sentence.start..cue.start.min(source.start);
    // "His talk on Delta News was long, and Lee said": a main clause ends between them, where none but what stands first
    // belongs to both.
    let joins = |i: usize| doc.word(i) == "," && doc.one(i + 1, "and but so");
    let first = doc.has(&lexicon::PREPOSITIONS, before.start);
    let other =
        |at: Span| !first && (doc.token_at(at.end)..before.end).any(joins) || elsewhere(doc, doc.token_at(at.start));
    let clause = |step: &Step| !step.span.is_some_and(other);
    let medium = programme(doc, people, rest.clone())
        .or_else(|| introduced(doc, free(rest)))
        .or_else(|| introduced(doc, inner))
        .or_else(|| programme(doc, people, between.clone()))
        .or_else(|| introduced(doc, between))
        .or_else(|| programme(doc, people, before.start..before.end.min(before.start + REACH)))
        .or_else(|| introduced(doc, free(before.clone())).filter(clause))
        .filter(|step| !amid(doc, people, found, step, says))
        .or_else(|| behind_words(doc, found, sentence.end))
        .or(document)
        .or_else(|| written(doc, people, cue.clone(), free(after)))
        .or_else(|| written(doc, people, whole.clone(), free(whole.end..sentence.end.min(whole.end + REACH))))
        .or_else(|| in_which(doc, people, sentence.start..source.start))
        .or_else(|| made_by(doc, sentence.start..source.start))
        .or_else(|| at_home(doc, source.clone()))
        .or_else(|| verb(doc, cue))
        .or_else(|| in_cue(doc, whole))
        .or_else(|| posted(doc, found));
    let medium = medium.filter(|medium| spoke.as_ref().is_none_or(|spoke| spoke.span != medium.span));
    own.steps.extend(spoke);
    own.steps.extend(medium);
    own
}

/// Where a source ends that holds the medium as well: "the army in a statement".
pub fn behind(doc: &Doc, source: Range<usize>) -> Option<usize> {
    let place = |i: &usize| doc.one(*i, "in on during via");
    let clause = |i: &usize| doc.one(*i, "who which that whose");
    let limit = source.clone().find(clause).unwrap_or(source.end);
    let at = (source.start + 1..limit.max(source.start + 1)).find(place)?;
    // "a person briefed on the call", "a video posted on Facebook": no medium of the person's or the video's.
    if doc.lower(at - 1).ends_with("ed") && !doc.capital(at - 1) {
        return None;
    }
    let via = doc.says(at, "via") && at + 1 < source.end && doc.capital(at + 1);
    let found = nouns::medium(doc, at + 1, source.end, false).filter(|found| found.medium.is_some());
    (via || found.is_some()).then_some(at)
}

/// The document that a source begins with where its maker speaks: "a survey by Ann Lee", "the statement".
fn document(doc: &Doc, people: &mut People, source: Range<usize>) -> Option<Step> {
    let found = nouns::medium(doc, source.start, source.end, false)?;
    let medium = found.medium?;
    // "the letter by Lee", "the letter signed by Lee"
    let end = found.tokens.end;
    let by = end + usize::from(doc.one(end, "signed written released issued published prepared"));
    let by = by < source.end && doc.one(by, "by from");
    let span = doc.span(found.tokens.clone());
    let whole = found.tokens.end == source.end && people.document(doc, span).is_some();
    (by || whole).then(|| Step::medium(doc, span, medium))
}

/// The medium right behind the last words in marks: "wrote “a great day” on Instagram".
fn behind_words(doc: &Doc, found: &Found, limit: usize) -> Option<Step> {
    let last = doc.quotes.get(*found.quotes.last()?)?.outer;
    let start = doc.token_at(last.end);
    let place = doc.one(start, "in on via during through over");
    if !place || start >= limit {
        return None;
    }
    // "changed its name to “the keeper” during a debate between Lee and Ek" is all of it what was done.
    let runs_on = |span: Span| found.content.last().is_some_and(|content| content.end > span.end);
    let next = |step: &Step| step.span.is_some_and(|span| doc.token_at(span.start) == start + 1 && !runs_on(span));
    introduced(doc, start..limit).filter(next)
}

/// The medium in a long cue: "closed a text message by writing".
fn in_cue(doc: &Doc, cue: Range<usize>) -> Option<Step> {
    // "took to Facebook to say"
    if let Some(step) = cue.clone().find(|&i| doc.says(i, "to")).and_then(|to| introduced(doc, to..cue.end)) {
        return Some(step);
    }
    // "the crew’s statement declares"
    let noun = cue.start + usize::from(doc.says(cue.start, "'s"));
    let tells = |i: usize| lexicon::cues::class(doc.lower(i)).is_some() || doc.says(i, "was");
    let owned = noun > 0 && doc.says(noun - 1, "'s") && cue.clone().any(tells);
    let begins = |i: &usize| doc.one(*i, "a an the his her its their") || owned && *i == noun;
    // Who "continued her remarks" just went on.
    let goes_on = doc.one(cue.start, "continued continues resumed");
    let found = cue.clone().filter(begins).find_map(|i| nouns::medium(doc, i, cue.end, false)).filter(|_| !goes_on)?;
    Some(Step::medium(doc, doc.span(found.tokens), found.medium?))
}

/// The medium of whose words the clause tells: "a letter in which she said".
fn in_which(doc: &Doc, people: &People, before: Range<usize>) -> Option<Step> {
    let which = before.end.checked_sub(1).filter(|&i| i > before.start + 1 && doc.says(i, "which"))?;
    let end = which - 1 - usize::from(doc.word(which - 2) == ",");
    let begins = |i: &usize| doc.says(which - 1, "in") && doc.has(&lexicon::DETERMINERS, *i) && !people.quoted(*i);
    let starts = before.start.max(end.saturating_sub(REACH))..end;
    // "a radio show host" is none.
    let goes_on = |i: usize| noun_at(doc, i, end) && !doc.lower(i).ends_with("ed");
    let medium = |i: usize| nouns::medium(doc, i, end, false).filter(|found| !goes_on(found.tokens.end));
    let found = starts.rev().filter(begins).find_map(medium)?;
    Some(Step::medium(doc, doc.span(found.tokens), found.medium?))
}

/// What somebody "wrote in", whatever it is: "wrote in a log", "wrote in Harbour Notes",
/// "was quoted as saying in the Delta Courier".
fn written(doc: &Doc, people: &People, cue: Range<usize>, after: Range<usize>) -> Option<Step> {
    let writes = |i: usize| doc.one(i, "wrote writes written quoted");
    if !cue.into_iter().any(writes) || !doc.one(after.start, "in on") {
        return None;
    }
    let tokens = phrase(doc, after.start + 1, after.end);
    let names =
        tokens.len() > 1 && tokens.clone().all(|i| nouns::name(doc, i) || i == tokens.start && doc.says(i, "the"));
    if names && doc.says(after.start, "in") && nouns::may_be_outlet(doc, tokens.clone()) {
        let whom = people.named_at(tokens.end).map(|id| people.entity(id).kind);
        let other =
            matches!(whom, Some(Kind::Place | Kind::Person)) || tokens.clone().any(|i| nouns::time(doc.lower(i)));
        return (!other).then(|| Step::named(doc, doc.span(tokens)));
    }
    let determined = doc.one(tokens.start, "a an the his her its their");
    let other = |lower: &str| lexicon::one(lower, "way effort bid attempt response case end time");
    let last = tokens.end.checked_sub(1).filter(|&i| i > tokens.start && determined)?;
    let tells = !nouns::time(doc.lower(last)) && !other(doc.lower(last));
    tells.then(|| Step::medium(doc, doc.span(tokens), Medium::Document))
}

/// The document whose maker the source is, where it stands right before them: "a statement by a spokesman".
fn made_by(doc: &Doc, before: Range<usize>) -> Option<Step> {
    let by = before.end.checked_sub(1).filter(|&i| before.contains(&i) && doc.one(i, "by from"))?;
    let determiner = |i: &usize| doc.has(&lexicon::DETERMINERS, *i);
    let start = (before.start.max(by.saturating_sub(5))..by).rev().find(determiner)?;
    let found = nouns::medium(doc, start, by, false).filter(|found| found.tokens.end == by)?;
    Some(Step { medium: found.medium, ..Step::named(doc, doc.span(found.tokens)) })
}

/// The site whose user the source is: "a Reddit user", but not "a friend who has a Reddit account".
fn at_home(doc: &Doc, source: Range<usize>) -> Option<Step> {
    let user = |i: &usize| doc.one(*i, "user users account poster commenter thread");
    let at = source.clone().find(user)?.checked_sub(1).filter(|&i| i >= source.start && doc.capital(i))?;
    let clause = (source.start..at).any(|i| doc.one(i, "who which that whose"));
    let medium = nouns::medium(doc, at, at + 1, true)?.medium.filter(|medium| *medium == Medium::Post)?;
    (!clause || doc.says(at - 1, "the")).then(|| Step::medium(doc, doc.span(at..at + 1), medium))
}

/// Whether the verb at token `i` is passive: "was posted", but not "has posted".
pub fn passive(doc: &Doc, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |i| doc.lower(i));
    let perfect = before.starts_with("ha") || before.ends_with("'ve") || before.ends_with("'d");
    lexicon::AUXILIARIES.has(before) && !perfect
}

/// The medium that the verb itself tells: "tweeted".
pub fn verb(doc: &Doc, cue: Range<usize>) -> Option<Step> {
    let (text, medium) = cue.clone().find_map(|i| {
        Some(match doc.lower(i) {
            "tweeted" | "tweets" | "tweeting" | "retweeted" => ("Twitter", Medium::Post),
            "emailed" | "e-mailed" | "emails" => ("email", Medium::Message),
            "texted" => ("text message", Medium::Message),
            "phoned" => ("phone", Medium::Interview),
            "testified" | "testifies" | "testifying" => ("testimony", Medium::Speech),
            "posted" if !passive(doc, i) && !put_up(doc, i) => ("a post", Medium::Post),
            _ => return None,
        })
    })?;
    Some(Step::untold(text, medium))
}

/// Whether what is "posted" at token `i` hangs somewhere: "posted pictures on the wall".
fn put_up(doc: &Doc, i: usize) -> bool {
    let place = |i: &usize| doc.one(*i, "on in at outside") && doc.one(*i + 1, "the a an his her their its");
    let limit = doc.sentence_of(i).map_or(i, |s| s.tokens.end.min(i + REACH));
    let Some(at) = (i + 1..limit).find(place) else { return false };
    let where_to = phrase(doc, at + 1, limit);
    let site =
        |i: usize| doc.one(i, "platform app forum page account board feed internet") || doc.has(&lexicon::OUTLETS, i);
    nouns::medium(doc, at + 1, limit, true).is_none() && !where_to.into_iter().any(site)
}

#[cfg(test)]
mod tests {
    use crate::{article::Article, attribution, people, span::Span, text};

    /// Holds that the first statement of `text`, whose cue is `cue` where that is not empty, came by `expected`.
    fn check_cue(text: &str, cue: &str, expected: &[&str]) {
        let article = Article::from_text(text);
        let doc = text::read(&article);
        let mut found = attribution::find(&doc).swap_remove(0);
        if !cue.is_empty() {
            let start = text.find(cue).expect("the cue");
            found.cue = vec![Span::new(start, start + cue.len())];
        }
        let own = super::own(&doc, &mut people::read(&doc), &found);
        assert_eq!(own.steps.iter().map(|step| &*step.text).collect::<Vec<_>>(), expected, "{text}");
    }

    fn check(text: &str, expected: &[&str]) {
        check_cue(text, "", expected);
    }

    #[test]
    fn media() {
        check("“It holds,” Ann Lee said in a statement.", &["a statement"]);
        check("In an interview on Monday, Ann Lee said it held.", &["an interview"]);
        check("“It holds,” Ann Lee wrote on Twitter.", &["Twitter"]);
        check("“It holds,” Ann Lee wrote in a post on X.", &["a post on X"]);
        check("Ann Lee told reporters that it held.", &["reporters"]);
        check_cue("“It holds,” Ann Lee said in a statement.", "said in a statement", &["a statement"]);
        check("Ann Lee in a news briefing in Osby said that it held.", &["a news briefing"]);
        check("“It holds,” Ann Lee tweeted.", &["Twitter"]);
        check("“It holds,” Ann Lee said on Monday, reading a prepared statement.", &["a prepared statement"]);
        check("“It holds,” Ann Lee said in an interview with Delta News.", &["an interview with Delta News"]);
        check("Ann Lee wrote “it holds” on Instagram.", &["Instagram"]);
        check("At the opening of the broadcast, Ann Lee said that it held.", &["the broadcast"]);
        let cue = "closed a text message to her crew by writing";
        check_cue(
            "Ann Lee closed a text message to her crew by writing, “It holds.”",
            cue,
            &["a text message to her crew"],
        );
        check_cue("Ann Lee praised the crew on Instagram for “a great day”.", "praised", &["Instagram"]);
    }

    #[test]
    fn outlets_that_are_told() {
        check_cue("Ann Lee told the Orrin Courier it held.", "told the Orrin Courier", &["the Orrin Courier"]);
        check("Ann Lee told the Orrin Courier that it held.", &["the Orrin Courier"]);
        check("“It holds,” Ann Lee told theWAVE.", &["theWAVE"]);
        check("“It holds,” Ann Lee told the Orrin Courier in an email.", &["the Orrin Courier", "an email"]);
        check("“It holds,” said a sailor who spoke with the Orrin Courier.", &["the Orrin Courier"]);
    }

    #[test]
    fn no_media() {
        check("Ann Lee said it held.", &[]);
        check("Ann Lee told Mr. Park that it held.", &[]);
        check("Ann Lee told Premier Ida Park that it held.", &[]);
        check("Ann Lee said in the kitchen that it held.", &[]);
        check("Ann Lee said “it holds” on Monday.", &[]);
        check("Ann Lee said “it holds” and spoke in an interview of the crew.", &[]);
        check("Workers learned of it by text message, said Ann Lee.", &[]);
        check("“It holds,” Ann Lee said in response to a report.", &[]);
    }
}
