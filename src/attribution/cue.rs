//! Cues: the words that attribute, each with the source beside it.

use super::{citing, phrase, view::View};
use crate::{
    lexicon::{self, cues::Class},
    pace::Pace,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Most tokens of what tells of a source at the end of its sentence.
const ASIDE: usize = 30;

/// Words that attribute, and who they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Tokens of the verb with its auxiliaries, or of "according to".
    pub group: Range<usize>,
    /// How it takes its content; `None` for "according to".
    pub class: Option<Class>,
    /// Tokens of the source; `None` where none stands beside it.
    pub source: Option<Range<usize>>,
    /// A form that may be a noun as well, or a verb of another meaning: it needs "that" or a quotation.
    pub doubtful: bool,
    /// "…, adding that": the subject is that of the clause before.
    pub participle: bool,
    /// Who relays the source's words, as in "the agency quoted Dravic as saying".
    pub relay: Option<Range<usize>>,
}

impl Cue {
    /// Tokens from the first of source and verb to the last.
    pub fn clause(&self) -> Range<usize> {
        let source = self.source.clone().unwrap_or(self.group.clone());
        source.start.min(self.group.start)..source.end.max(self.group.end)
    }

    /// Whether the source follows the verb.
    pub fn inverted(&self) -> bool {
        self.source.as_ref().is_some_and(|s| s.start >= self.group.end)
    }
}

/// Whether the subject of the cue at `span` is told rather than tells: "was warned that".
pub fn heard(doc: &Doc, span: Span) -> bool {
    let tells = |i: usize| {
        let verb = doc.lower(i);
        lexicon::one(verb, "told informed warned assured reminded asked urged advised")
    };
    let be = |i: &usize| doc.one(*i, "is are was were be been being");
    let tokens = doc.tokens_in(span);
    tokens.clone().find(be).is_some_and(|i| i + 1 < tokens.end && tells(i + 1))
}

/// All cues outside quotation marks, in text order.
pub async fn find(view: &View<'_>, pace: &Pace) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for (index, sentence) in view.doc.sentences.iter().enumerate() {
        for i in sentence.tokens.clone() {
            if !view.word(i) {
                continue;
            }
            let first = cues.last().is_none_or(|c| c.group.start < sentence.tokens.start);
            if let Some(group) = according(view, i, first) {
                let source = phrase::with_aside(view, group.end, sentence.tokens.end);
                cues.push(Cue { group, class: None, source, doubtful: false, participle: false, relay: None });
            } else if let Some((class, particle)) = class(view, i) {
                let last = cues.last().filter(|c| c.group.start >= sentence.tokens.start);
                let found = verb(view, i, class, index, last);
                cues.extend(found.map(|cue| with_particle(view, cue, particle, sentence.tokens.end)));
            }
        }
        pace.rest(2).await;
    }
    cues
}

/// "According to Lee", and, where nobody says it `first`, "…, per the health office", but not "twice per week".
fn according(view: &View, i: usize, first: bool) -> Option<Range<usize>> {
    let doc = view.doc;
    let comma = i.checked_sub(1).is_some_and(|before| view.is(before, ","));
    let per = first && comma && view.is(i, "per") && (doc.capital(i + 1) || view.is(i + 1, "the"));
    match view.is(i, "according") && view.is(i + 1, "to") {
        true => Some(i..i + 2),
        false => per.then_some(i..i + 1),
    }
}

/// The class of the verb at token `i`, and whether a particle belongs to it ("pointed out").
fn class(view: &View, i: usize) -> Option<(Class, bool)> {
    let doc = view.doc;
    let word = doc.lower(i);
    // "went on to build a mill" tells a deed.
    let deed = doc.says(i + 1, "on") && doc.says(i + 2, "to");
    if doc.one(i + 1, "out on back in up") && !deed {
        let phrasal = lexicon::cues::class(&format!("{word}_{}", doc.lower(i + 1)));
        if let Some(class) = phrasal {
            return Some((class, true));
        }
    }
    // Any verb attributes a passage that it or its pronoun follows at once: "“…!” beamed Ann Lee", "“…?” she rejoined".
    let led = |k: usize| view.quote(k).is_some_and(|q| matches!(view.last_char(q), ',' | '!' | '?'));
    let named = doc.capital(i + 1) || doc.one(i + 1, "the a his her");
    let pronoun = i > 1 && doc.one(i - 1, "he she they") && !view.word(i + 1);
    let follows = i > 0 && led(i - 1) && named || pronoun && led(i - 2);
    let verb = follows && word.len() > 3 && word.ends_with("ed");
    // "the United States" is a name.
    let name = doc.capital(i) && i > 0 && view.word(i - 1) && doc.sentence_of(i).is_some_and(|s| s.tokens.start < i);
    // "continued to fish" is no speech.
    if word.starts_with("continu") && doc.says(i + 1, "to") {
        return None;
    }
    // "EU states will meet", "helped them respond to the fire"
    let next = doc.lower(i + 1);
    let noun = lexicon::AUXILIARIES.has(next)
        && lexicon::one(word, "states claims reports calls demands charges pledges promises estimates");
    if noun || word == "states" && lexicon::one(next, "to from with and like") || word == "respond" && next == "to" {
        return None;
    }
    // "TV shows" and "phone calls" are nouns.
    let before = i.checked_sub(1).map_or("", |i| doc.lower(i));
    if matches!(word, "show" | "shows") && lexicon::one(before, "tv television radio talk game reality")
        || matches!(word, "call" | "calls") && lexicon::one(before, "phone telephone conference earnings video")
    {
        return None;
    }
    let class = lexicon::cues::class(word).or(verb.then_some(Class::Quote)).filter(|_| !name);
    class.map(|class| (class, false))
}

/// `cue` with the particle after its verb; a source after the verb begins after the particle.
fn with_particle(view: &View, mut cue: Cue, particle: bool, limit: usize) -> Cue {
    if particle {
        cue.group.end += 1;
        if cue.inverted() || cue.source.as_ref().is_some_and(|s| s.start + 1 == cue.group.end) {
            cue.source = phrase::after(view, cue.group.end, limit);
        }
    }
    cue
}

/// The cue whose main verb is token `i` of sentence `sentence`; `last` is the cue before it in that sentence.
fn verb(view: &View, i: usize, class: Class, sentence: usize, last: Option<&Cue>) -> Option<Cue> {
    let doc = view.doc;
    let floor = floor(view, i, doc.sentences[sentence].tokens.start);
    let mut start = i;
    while start > floor && (view.adverb(start - 1) || doc.has(&lexicon::AUXILIARIES, start - 1) && view.word(start - 1))
    {
        start -= 1;
    }
    let before = if start > floor { doc.lower(start - 1) } else { "" };
    let word = doc.lower(i);
    let gerund = word.ends_with("ing");
    let auxiliary = (start..i).rev().map(|k| doc.lower(k)).find(|w| lexicon::AUXILIARIES.has(w));
    let be = auxiliary.is_some_and(|w| lexicon::one(w, "is are was were be been being am"));
    let noun = lexicon::DETERMINERS.has(before)
        && !gerund
        && start == i
        && !lexicon::one(before, "all both many most some this that")
        || before == "'s";
    if before == "to" || noun || be && !gerund {
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
    if let Some(source) = closing(view, i, start, doc.sentences[sentence].tokens.end) {
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

/// The source after a verb that ends its sentence: "…, says Ann Lee.", "…, say experts.", "…, explains Ann Lee, a nurse."
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
    let pronoun = subject.len() == 1 && lexicon::PRONOUNS.has(last);
    let list = subject.clone().any(|i| view.is(i, "and"));
    pronoun || list || last.ends_with('s') || lexicon::one(last, "people men women children police")
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
        let verb = at < found.start || doc.lower(at).ends_with("ed");
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
