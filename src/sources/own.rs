//! What a statement's own sentence says of the way that its words came.

use super::{
    Step,
    addressed::addressed,
    amid::amid,
    credited::credited,
    cued::{behind_words, in_cue, passive, verb, written},
    introduced::{REACH, elsewhere, introduced, programme},
    made::{at_home, behind, document, in_which, made_by},
    nouns,
    signed::posted,
    told::{Told, spoke_with, told},
};
use crate::{attribution::Found, lexicon, people::People, span::Span, text::Doc};
use std::ops::Range;

/// By what a statement came, outermost first, and whom it was said to.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The outlet that was told, then the medium.
    pub steps: Vec<Step>,
    /// The one who was told, where that is no outlet.
    pub to: Option<Span>,
}

/// What the sentence of `found` tells. Of those who are told, only an outlet and the press pass the words on.
pub fn own(doc: &Doc, people: &mut People, found: &Found) -> Own {
    let mut own = Own::default();
    let Some(cue) = found.cue.first().map(|cue| doc.tokens_in(*cue)).filter(|cue| !cue.is_empty()) else {
        own.steps.extend(posted(doc, found));
        return own;
    };
    let Some(clause) = Clause::of(doc, found, cue) else { return own };
    let rest = clause.told(people, &mut own);
    let attributing = clause.source.start.min(clause.whole.start)..clause.source.end.max(clause.whole.end);
    own.steps.splice(0..0, credited(doc, people, found, clause.sentence.clone(), attributing));
    let document = document(doc, people, clause.source.clone());
    let spoke = clause.spoke(people);
    let medium = clause.medium(people, rest, document);
    let medium = medium.filter(|medium| spoke.as_ref().is_none_or(|spoke| spoke.span != medium.span));
    own.steps.extend(spoke);
    own.steps.extend(medium);
    own
}

/// The words that attribute a statement, and where its medium may stand.
struct Clause<'a> {
    doc: &'a Doc<'a>,
    found: &'a Found,
    /// All tokens of the cue, which may hold the medium: "said in a statement".
    whole: Range<usize>,
    /// Its tokens up to the verb.
    cue: Range<usize>,
    /// The verb, where it is known to attribute.
    says: Option<usize>,
    /// The source; the cue where there is none.
    source: Range<usize>,
    sentence: Range<usize>,
    /// What follows cue and source, as far as a medium is looked for.
    after: Range<usize>,
}

impl<'a> Clause<'a> {
    /// The clause of `found`, whose cue is not empty.
    fn of(doc: &'a Doc<'a>, found: &'a Found, whole: Range<usize>) -> Option<Self> {
        let mut cue = whole.clone();
        // "began telling"
        let verb = |&i: &usize| lexicon::cues::class(doc.lower(i)).is_some() && !doc.says(i + 1, "telling");
        let says = cue.clone().find(verb);
        cue.end = says.map_or(cue.end, |verb| verb + 1);
        let source = found.source.map_or(cue.clone(), |s| doc.tokens_in(s));
        let sentence = doc.sentence_of(cue.start)?.tokens.clone();
        let end = if source.start >= cue.end && source.start <= cue.end + 1 { source.end } else { cue.end };
        let after = end..sentence.end.min(end + REACH);
        Some(Self { doc, found, whole, cue, says, source, sentence, after })
    }

    /// Whether the verb takes whoever is told.
    fn tells(&self) -> bool {
        let verb = self.cue.end - 1;
        match self.doc.lower(verb) {
            "told" => !passive(self.doc, verb),
            lower => matches!(lower, "tells" | "telling"),
        }
    }

    /// Notes in `own` who is told; where the medium may stand behind that.
    fn told(&self, people: &mut People, own: &mut Own) -> Range<usize> {
        let Self { doc, found, cue, source, after, .. } = self;
        let mut rest = after.start..self.sentence.end;
        if self.tells() {
            let to = found.content.last().map(|c| doc.token_at(c.start)).filter(|i| after.contains(&i.wrapping_sub(1)));
            let (told, end) = told(doc, people, after.start..to.unwrap_or(after.end), found.relay.is_some());
            rest.start = end;
            match told {
                Some(Told::Relay(step)) => own.steps.push(step),
                Some(Told::Person(span)) => own.to = Some(span),
                None => {}
            }
            return rest;
        }
        // "admitted to the newspaper"
        let paper = doc.has(&lexicon::OUTLETS, cue.end + 2);
        if paper && doc.says(cue.end, "to") && doc.says(cue.end + 1, "the") {
            let named = |step: &Step| step.text.contains(char::is_uppercase);
            own.steps.extend(relay(doc, people, cue.end + 1..after.end).filter(named));
        }
        own.to = addressed(doc, people, found, cue.end.saturating_sub(1), after.end);
        // "She told Delta News that it held and predicted it would", "on Monday told Delta News that"
        let verb = (source.end..cue.start).find(|&i| !doc.says(i, "on") && !nouns::time(doc.lower(i)));
        own.steps.extend(verb.filter(|&i| doc.says(i, "told")).and_then(|i| relay(doc, people, i + 1..cue.start)));
        rest
    }

    /// The outlet that the source spoke with.
    fn spoke(&self, people: &mut People) -> Option<Step> {
        let Self { doc, source, sentence, .. } = self;
        let aside = if doc.says(source.end, "who") { sentence.end } else { source.end };
        let spoke = spoke_with(doc, people, source.start..aside.min(source.end + REACH).max(source.end));
        // "Speaking to Delta News, Lee said"
        let speaking = doc.one(sentence.start, "speaking talking") && !people.quoted(sentence.start);
        let lead = sentence.start..if speaking { source.start } else { sentence.start };
        spoke.or_else(|| spoke_with(doc, people, lead))
    }

    /// The medium: the first told in `rest`, the source, the words before them or the cue; `document` is what the
    /// source is.
    fn medium(&self, people: &People, rest: Range<usize>, document: Option<Step>) -> Option<Step> {
        let Self { doc, found, whole, cue, sentence, .. } = self;
        let inner = behind(doc, self.source.clone()).unwrap_or(self.source.end)..self.source.end;
        let source = self.source.start..inner.start;
        let free =
            |tokens: Range<usize>| tokens.start..tokens.clone().find(|&i| people.quoted(i)).unwrap_or(tokens.end);
        let between = if source.end < cue.start { source.end..cue.start } else { 0..0 };
        let before = sentence.start..cue.start.min(source.start);
        let near = before.start..before.end.min(before.start + REACH);
        programme(doc, people, rest.clone())
            .or_else(|| introduced(doc, free(rest)))
            .or_else(|| introduced(doc, inner))
            .or_else(|| programme(doc, people, between.clone()))
            .or_else(|| introduced(doc, between))
            .or_else(|| programme(doc, people, near))
            .or_else(|| introduced(doc, free(before.clone())).filter(|step| !self.parted(step, &before)))
            .filter(|step| !amid(doc, people, found, step, self.says))
            .or_else(|| behind_words(doc, found, sentence.end))
            .or(document)
            .or_else(|| written(doc, people, cue.clone(), free(self.after.clone())))
            .or_else(|| written(doc, people, whole.clone(), free(whole.end..sentence.end.min(whole.end + REACH))))
            .or_else(|| in_which(doc, people, sentence.start..source.start, false))
            .or_else(|| in_which(doc, people, source.end..cue.start.max(source.end), true))
            .or_else(|| made_by(doc, sentence.start..source.start))
            .or_else(|| at_home(doc, source))
            .or_else(|| verb(doc, cue.clone()))
            .or_else(|| self.besides())
            .or_else(|| in_cue(doc, whole.clone()))
            .or_else(|| posted(doc, found))
    }

    /// The medium of what the source does besides: "wrote Lee, | tweeting | a picture".
    fn besides(&self) -> Option<Step> {
        let (doc, next) = (self.doc, self.after.start + 1);
        let does = doc.word(next - 1) == "," && next < self.after.end && doc.lower(next).ends_with("ing");
        does.then(|| verb(doc, next..next + 1)).flatten()
    }

    /// "His talk on Delta News was long, and Lee said": whether a main clause ends between `step`, which stands among
    /// `before`, and the words that attribute, where none but what stands first belongs to both.
    fn parted(&self, step: &Step, before: &Range<usize>) -> bool {
        let doc = self.doc;
        let joins = |i: usize| doc.word(i) == "," && doc.one(i + 1, "and but so");
        let first = doc.has(&lexicon::PREPOSITIONS, before.start);
        step.span.is_some_and(|at| {
            !first && (doc.token_at(at.end)..before.end).any(joins) || elsewhere(doc, doc.token_at(at.start))
        })
    }
}

/// The outlet or the press that the noun phrase at the start of `tokens` is.
fn relay(doc: &Doc, people: &mut People, tokens: Range<usize>) -> Option<Step> {
    match told(doc, people, tokens, false).0 {
        Some(Told::Relay(step)) => Some(step),
        _ => None,
    }
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
