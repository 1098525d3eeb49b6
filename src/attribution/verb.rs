//! The cue around a verb: which words belong to it, and who stands beside it.

use super::{
    citing,
    cue::{Cue, heard, told},
    phrase,
    view::View,
};
use crate::lexicon::{self, cues::Class};
use std::ops::Range;

/// How somebody is who says something.
const QUICK: &str = "quick keen careful eager";

/// Most tokens of what tells of a source at the end of its sentence.
const ASIDE: usize = 30;

/// The cue whose main verb is token `i` of sentence `sentence`; `last` is the cue before it in that sentence.
pub fn around(view: &View, i: usize, class: Class, sentence: usize, last: Option<&Cue>) -> Option<Cue> {
    let doc = view.doc;
    let floor = floor(view, i, doc.sentences[sentence].tokens.start);
    let mut start = i;
    while start > floor && (view.adverb(start - 1) || doc.has(&lexicon::AUXILIARIES, start - 1) && view.word(start - 1))
    {
        start -= 1;
    }
    start -= 3 * usize::from(quick(view, floor..start));
    let before = if start > floor { doc.lower(start - 1) } else { "" };
    let (word, gerund) = (doc.lower(i), doc.lower(i).ends_with("ing"));
    let auxiliary = (start..i).rev().find(|&k| doc.has(&lexicon::AUXILIARIES, k));
    let be = !doc.one(start + 1, QUICK) && auxiliary.is_some_and(|k| doc.be(k) || doc.says(k, "am"));
    let noun = start == i && !gerund && noun(before) || before == "'s";
    // "was told by the board that"
    let by = be && told(word) && view.is(i + 1, "by");
    if before == "to" || noun || be && !gerund && !by {
        return None;
    }
    if before == "as" && gerund {
        return citing::as_saying(view, i, floor);
    }
    if citing::begins(view, i, doc.sentences[sentence].tokens.end) {
        return None;
    }
    let mut cue = Cue {
        group: start..i + 1,
        class: Some(class),
        source: None,
        doubtful: doubtful(word),
        participle: gerund && !be,
        relay: None,
    };
    let joined = matches!(before, "and" | "but" | "then") || before == "," && last.is_some_and(|c| !c.inverted());
    if by {
        cue.source = agent(view, i, doc.sentences[sentence].tokens.end);
    } else if heard(doc, view.span(&cue.group)) {
        return None;
    } else if let Some(source) = closing(view, i, start, doc.sentences[sentence].tokens.end) {
        cue.source = Some(source);
    } else if cue.participle {
        cue.source = last.and_then(|c| c.source.clone()).or_else(|| phrase::leading(view, sentence, start));
    } else if lexicon::PREPOSITIONS.has(before) {
        return None;
    } else if let Some(found) = phrase::before(view, start, floor) {
        let many = plural(view, &found) || view.is(i + 1, "that") && doc.lower(found.start).ends_with('s');
        if start == i && cue.doubtful && !word.ends_with('s') && !many {
            return None;
        }
        // "Contrary to what she says, it holds": the clause after the comma is another's.
        if found.start > floor && view.is(found.start - 1, "what") && view.is(i + 1, ",") {
            return None;
        }
        cue.source = Some(antecedent(view, found, floor));
    } else if joined && start > floor {
        cue.source = last.and_then(|c| c.source.clone()).or_else(|| phrase::leading(view, sentence, start));
    } else if start == i && (start == floor || before == ",") {
        cue.source = phrase::after(view, i + 1, doc.sentences[sentence].tokens.end);
    }
    Some(cue)
}

/// Whether "was quick to" ends `tokens`, before the verb.
fn quick(view: &View, tokens: Range<usize>) -> bool {
    let word = |n: usize, words: &str| view.word(tokens.end - n) && view.doc.one(tokens.end - n, words);
    tokens.len() > 3 && word(1, "to") && word(2, QUICK) && word(3, "is are was were")
}

/// Whether the word before a form that is a verb or a noun makes it a noun: "the claims", but not "all claim".
fn noun(before: &str) -> bool {
    lexicon::DETERMINERS.has(before) && !lexicon::one(before, "all both many most some this that")
}

/// By whom somebody is told, of which verb `i` tells before token `limit`: "was told by Falk officials that".
fn agent(view: &View, i: usize, limit: usize) -> Option<Range<usize>> {
    let whom = phrase::after(view, i + 2, limit).filter(|whom| !phrase::time_word(view.doc.lower(whom.start)))?;
    let cut = view.is(whom.end + 1, "that") && view.word(whom.end);
    Some(whom.start..whom.end + usize::from(cut))
}

/// The source after a verb that ends its sentence: "…, says Ann Lee.", "…, say experts.", "…, explains Ann Lee, a
/// nurse."
fn closing(view: &View, i: usize, start: usize, end: usize) -> Option<Range<usize>> {
    let doc = view.doc;
    let word = doc.lower(i);
    let plain = lexicon::one(word, "say says said");
    let known = lexicon::cues::class(word) == Some(Class::Say) && !word.ends_with("ing");
    if !known || start != i || i == 0 || !view.is(i - 1, ",") || !(plain || doc.capital(i + 1)) {
        return None;
    }
    let source = phrase::after(view, i + 1, end)?;
    let ends = (source.end..end).all(|k| view.quote(k).is_none() && !view.word(k) && !view.is(k, ","));
    (ends || describes(view, source.end, end)).then_some(source)
}

/// Whether all that stands from token `start`, where a name ends, to `end` tells who that is.
pub fn describes(view: &View, start: usize, end: usize) -> bool {
    let doc = view.doc;
    let word = doc.lower(start + 1);
    let goes_on = lexicon::PREPOSITIONS.has(word)
        || lexicon::SUBORDINATORS.has(word)
        || lexicon::one(word, "and but or who")
        || word.ends_with("ing")
        || view.adverb(start + 1);
    let plain = |i: usize| view.quote(i).is_none() && !doc.has(&lexicon::AUXILIARIES, i);
    end <= start + ASIDE
        && view.is(start, ",")
        && doc.capital(start.wrapping_sub(1))
        && !goes_on
        && (start..end).all(plain)
}

/// Where to stop looking back from token `i`: at the sentence's start, or the last passage in marks that ends a clause.
fn floor(view: &View, i: usize, sentence: usize) -> usize {
    let long = |k: usize| {
        view.quote(k).is_some_and(|q| view.words(q) > 3 || matches!(view.last_char(q), ',' | '?' | '!' | '.' | '—'))
    };
    (sentence..i).rev().find(|&k| long(k)).map_or(sentence, |k| k + 1)
}

/// Forms that are nouns or mean something else as often as not.
fn doubtful(word: &str) -> bool {
    let past = word.ends_with("ed") || word.ends_with("ing");
    !past
        && !lexicon::one(
            word,
            "said says say told tells wrote writes adds found thought swore went shot began heard sang",
        )
}

/// Whether `subject` can go with a verb in its base form: "critics call", but not "a conference call".
fn plural(view: &View, subject: &Range<usize>) -> bool {
    let doc = view.doc;
    let last = doc.lower(subject.end - 1);
    // "police in Osby report"
    let many = "people men women children police data officials documents figures";
    let placed = subject.clone().skip(1).find(|&i| doc.one(i, "in from"));
    let head = placed.map_or(last, |i| doc.lower(i - 1));
    let pronoun = subject.len() == 1 && lexicon::PRONOUNS.has(last);
    let list = subject.clone().any(|i| view.is(i, "and"));
    pronoun || list || last.ends_with('s') || lexicon::one(head, many)
}

/// For a relative pronoun, or for words within its clause, the phrase that it stands for; any other phrase as it is.
fn antecedent(view: &View, found: Range<usize>, floor: usize) -> Range<usize> {
    let doc = view.doc;
    let mut at = found.start;
    if !(view.is(at, "who") && found.len() == 1) {
        // "A man who was briefed on the call said": the phrase found is "briefed on the call".
        while at > floor && (view.adverb(at - 1) || doc.has(&lexicon::AUXILIARIES, at - 1)) {
            at -= 1;
        }
        // "the force that patrols the bay said"
        let present = doc.lower(at).ends_with('s') && doc.has(&lexicon::DETERMINERS, at + 1);
        let verb = at < found.start || doc.lower(at).ends_with("ed") || present;
        let relative = at > floor
            && !doc.capital(found.start)
            && (view.is(at - 1, "who") || verb && (view.is(at - 1, "that") || view.is(at - 1, "which")));
        if !relative {
            return found;
        }
        at -= 1;
    }
    let end = if at > floor && view.is(at - 1, ",") { at - 1 } else { at };
    phrase::before(view, end, floor).unwrap_or(found)
}
