//! What verbs of saying tell without anybody who says it: thoughts and wishes, what things show, questions put to
//! somebody, and what was kept back.

use super::{Found, Told, passive::passive};
use crate::lexicon::{self, one};

/// Verbs that go with a thing that shows something as well as with somebody who says it.
const SHOWS: &str = "show suggest indicat reveal reflect explain underscor emphasi illustrat demonstrat signal";

/// Nouns of what shows something and says nothing.
const SIGNS: &str = "fact facts way case cases test tests testing image images photo photos photograph photographs \
    picture pictures imagery video videos clip footage decision move result results evidence sign signs glance look \
    trend trends history experience examination scan autopsy event events it this that these those which";

/// Whether the statement tells a thought, what a thing shows, a question or a silence.
pub fn is(told: &Told, found: &Found) -> bool {
    thought(told) || shown(told, found) || put(told, found) || withheld(told) || topic(told, found) || cites(told)
}

/// Whether the subject hears what is said: "The inquiry has heard evidence that".
fn hears(told: &Told) -> bool {
    let (doc, last) = (told.doc, told.cue.end - 1);
    let verb = last - usize::from(doc.says(last, "evidence"));
    doc.one(verb, "heard hears") && told.follows() && doc.says(told.content.start, "that")
}

/// Whether an event raises what nobody in particular fears or hopes: "The blast raised fears that".
pub fn nobodys(told: &Told) -> bool {
    const RAISES: &str =
        "raised raises raise raising sparked sparking stoked stoking fuelled fuelling fueled fueling heightened";
    let doc = told.doc;
    if hears(told) {
        return true;
    }
    let raises = |&i: &usize| doc.one(i, RAISES) && doc.one(i + 1, "fears concerns hopes worries speculation alarm");
    let Some(verb) = told.cue.clone().find(raises) else { return false };
    let Some(noun) = (verb.saturating_sub(2)..verb).rev().find(|&i| !doc.one(i, "has had have also")) else {
        return false;
    };
    let word = doc.lower(noun);
    let speaks = [
        &lexicon::TITLES,
        &lexicon::ORGANISATIONS,
        &lexicon::MAKERS,
        &lexicon::OUTLETS,
        &lexicon::THINGS,
        &lexicon::MEDIA,
    ];
    let someone = speaks.iter().any(|list| list.has(word)) || doc.has(&lexicon::PRONOUNS, noun) || word.ends_with('s');
    let person = ["er", "or", "ist", "ent", "ant"].iter().any(|end| word.ends_with(end));
    doc.tokens[noun].is_word() && !doc.capital(noun) && !someone && !person
}

/// "Lee believes that", "was thought to", "wonders whether", "were shown to"
fn thought(told: &Told) -> bool {
    let be = told.cue.clone().any(|i| told.doc.be(i)) || told.doc.says(told.content.start, "to");
    let shown = told.doc.one(told.verb, "shown projected") && be;
    shown || told.verb_of("believ think thought hop wonder") && !told.cue_has("said says say told tells tell")
}

/// "…, which shows that", "the pictures suggest that", "“…,” she said, showing that": the writer concludes.
fn shown(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let Some(source) = found.source.map(|source| doc.tokens_in(source)) else {
        // "data that showed that"
        let document = told.cue.start > 1 && doc.has(&lexicon::THINGS, told.cue.start - 2);
        return told.follows()
            && told.verb_of(SHOWS)
            && !passive(told)
            && !document
            && !doc.says(told.verb, "revealed");
    };
    let comment = doc.one(told.cue.start, "showing indicating underscoring reflecting demonstrating illustrating")
        && told.cue.start > 0
        && doc.one(told.cue.start - 1, ", ” \"");
    let head = |&i: &usize| doc.has(&lexicon::PREPOSITIONS, i) || doc.one(i, "that which");
    let end = source.clone().skip(1).find(head).unwrap_or(source.end);
    // "a look at the crews shows that"
    let look = doc.says(source.start.wrapping_sub(1), "at") && doc.one(source.start.wrapping_sub(2), "look glance");
    let way = look || doc.says(source.start + 1, "way");
    // "Lee showed that he was not ready"
    let conduct = told.verb_of("show demonstrat")
        && doc.says(told.content.start, "that")
        && doc.one(told.content.start + 1, "he she")
        && (doc.capital(end.wrapping_sub(1)) && !doc.lower(end - 1).ends_with('s') || doc.one(source.start, "he she"));
    // "the law that describes the harbour", but "a letter that describes"
    let relative = if doc.one(told.cue.start, "that which") { told.cue.start } else { source.start };
    let thing = doc.one(relative, "that which")
        && told.verb_of("descri encourag")
        && !doc.has(&lexicon::THINGS, relative.wrapping_sub(1));
    comment
        || thing
        || conduct
        || told.verb_of(SHOWS) && (way || one(doc.lower(end.wrapping_sub(1)), SIGNS)) && !doc.says(end, "by")
}

/// "Asked why it closed, Lee replied": whoever asks is not told of.
fn put(told: &Told, found: &Found) -> bool {
    let led = told.cue.start.checked_sub(1).is_none_or(|i| told.doc.one(i, "when if , . ” \""));
    found.source.is_none() && told.follows() && told.verb_of("asked questioned") && (passive(told) || led)
}

/// "would not say whether", "cannot explain why", "her refusal to say which", "was tasked with finding out why", "tests
/// will show whether"
pub fn withheld(told: &Told) -> bool {
    let doc = told.doc;
    let not = |i: usize| {
        let word = doc.lower(i);
        one(word, "not never cannot refuse refuses refused refusal refusing decline declines declined declining tasked")
            || word.ends_with("n't")
    };
    doc.one(told.content.start, "whether if how why what which who when where") && told.cue.clone().any(not)
        || doc.one(told.content.start, "whether if") && told.cue_has("can could will")
}

/// "Here is what the coach said about the match:", "measures, including calling for a vote": no words of anybody.
fn topic(told: &Told, found: &Found) -> bool {
    let doc = told.doc;
    let first = found.source.map_or(told.cue.start, |source| doc.token_at(source.start).min(told.cue.start));
    let before = first.checked_sub(1).map_or("", |i| doc.lower(i));
    let last = told.cue.start.checked_sub(1).map_or("", |i| doc.lower(i));
    before == "what" && told.cue_has("about") && told.follows() || last == "including"
}

/// "…, citing the health office": whom the words come from, not words.
fn cites(told: &Told) -> bool {
    let doc = told.doc;
    let content = told.content.clone();
    let stops = |&i: &usize| {
        let word = doc.lower(i);
        lexicon::PREPOSITIONS.has(word) || word.ends_with("ing") || !doc.tokens[i].is_word() && word != "-"
    };
    let end = content.clone().skip(1).find(stops).unwrap_or(content.end);
    let noun = doc.lower(end.wrapping_sub(1));
    let noun = noun.strip_suffix('s').unwrap_or(noun);
    let speaks = [&lexicon::THINGS, &lexicon::TITLES, &lexicon::ORGANISATIONS, &lexicon::OUTLETS];
    let body = speaks.iter().any(|list| list.has(noun)) || one(noun, "source people participant witnesse official");
    doc.says(told.verb, "citing") && told.follows() && body
}
