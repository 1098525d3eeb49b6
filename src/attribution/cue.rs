//! Cues: the words that attribute, each with the source beside it.

use super::{phrase, verb, view::View};
use crate::{
    lexicon::{self, cues::Class},
    pace::Pace,
    span::Span,
    text::Doc,
};
use std::ops::Range;

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
    /// Tokens from the first of source, verb and relay to the last.
    pub fn clause(&self) -> Range<usize> {
        let source = self.source.clone().unwrap_or(self.group.clone());
        // "…,” | the agency quoted Dravic as saying"
        let relay = self.relay.as_ref().map_or(source.start, |relay| relay.start);
        source.start.min(self.group.start).min(relay)..source.end.max(self.group.end)
    }

    /// Whether the source follows the verb.
    pub fn inverted(&self) -> bool {
        self.source.as_ref().is_some_and(|s| s.start >= self.group.end)
    }
}

/// Most tokens from the first to the second of two verbs of what is done to somebody.
const JOINED: usize = 14;

/// Whether the subject of the cue at `span` is told rather than tells: "was warned that".
pub fn heard(doc: &Doc, span: Span) -> bool {
    let tokens = doc.tokens_in(span);
    // "were taken off the boat and told they could go"
    let (first, next) = (tokens.start, tokens.end);
    let joined = tokens.len() == 1 && doc.says(first, "told") && doc.one(first.wrapping_sub(1), "and or");
    if joined && doc.one(next, "that they he she there to") && (first.saturating_sub(JOINED)..first).any(|i| doc.be(i))
    {
        return true;
    }
    tokens.clone().find(|&i| doc.be(i)).is_some_and(|i| i + 1 < tokens.end && told(doc.lower(i + 1)))
}

/// Whether one is told or asked something where one "was" what the verb `lower` says.
pub fn told(lower: &str) -> bool {
    lexicon::one(lower, "told asked informed warned reminded assured advised urged")
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
                let found = verb::around(view, i, class, index, last);
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
