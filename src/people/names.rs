//! Where the names of an article stand, and which words before them are titles.

mod kinds;
mod posts;
mod split;

use super::{EntityId, Kind, initials::Acronyms, runs, usage::Usage, words};
use crate::{lexicon, pace::Pace, text::Doc};
pub use posts::{body, employed, posted};
use split::split;
use std::ops::Range;

/// One name in the text.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name itself.
    pub tokens: Range<usize>,
    /// The words with a capital before it that tell an office or an address ("Chinese President", "Mr."); may be empty.
    pub titles: Range<usize>,
    /// What its words alone say that it is.
    pub kind: Option<Kind>,
    /// Index into [`Doc::sentences`].
    pub sentence: usize,
    /// Whether it stands within quotation marks.
    pub quoted: bool,
    /// Whether it is a name only if a fuller one with it stands elsewhere.
    pub doubtful: bool,
}

impl Name {
    /// The first token with its titles.
    pub fn start(&self) -> usize {
        self.titles.start.min(self.tokens.start)
    }

    /// Whether it only tells what sort a thing is of ("a Berg ferry", "the Lind campaign").
    pub fn attributive(&self, doc: &Doc) -> bool {
        let before = self.start().checked_sub(1).map_or("", |i| doc.lower(i));
        let post = matches!(before, "a" | "an") && words::cue(doc, self.tokens.end);
        self.titles.is_empty() && lexicon::DETERMINERS.has(before) && (post || words::noun(doc, self.tokens.end))
    }

    /// Whether it is where an article was written: "LINDBY (AP) —".
    pub fn dateline(&self, doc: &Doc) -> bool {
        words::all_capitals(doc, self.tokens.end.wrapping_sub(1)) && doc.one(self.tokens.end, "( — – -")
    }

    /// Whether it owns what follows ("Dravic's").
    pub fn possessive(&self, doc: &Doc) -> bool {
        let next = doc.word(self.tokens.end);
        doc.says(self.tokens.end, "'s") || matches!(next, "’" | "'") && doc.lower(self.tokens.end - 1).ends_with('s')
    }
}

/// What members of a party are called before their names.
pub const PARTIES: &str = "republican democrat";

/// What a name is joined to that only tells more of another.
const BASED: &str = "based majority led backed born ruled held controlled run dominated occupied owned";

/// Longest name taken, in tokens: longer runs of capitals are shouting.
const LONGEST: usize = 12;

/// All names in text order; headings in title case have none.
pub async fn find(doc: &Doc<'_>, pace: &Pace) -> Vec<Name> {
    let usage = Usage::of(doc, pace).await;
    let quoted = quoted(doc);
    let acronyms = Acronyms::of(doc);
    let mut names = Vec::new();
    for (sentence, s) in doc.sentences.iter().enumerate() {
        if usage.heading(s.block) {
            continue;
        }
        let mut i = s.tokens.start;
        while i < s.tokens.end {
            // "the Orland-based company"
            let based = doc.lower(i).rsplit_once('-').is_some_and(|(_, last)| lexicon::one(last, BASED));
            if !words::capital(doc, i) || based || words::date(doc, i) || !usage.begins_name(doc, i, s.tokens.start) {
                i += 1;
                continue;
            }
            let shortened = acronyms.end(doc, i, s.tokens.end);
            let run = shortened.unwrap_or_else(|| runs::end(doc, i, s.tokens.end));
            // "the Osby South MP" is an office.
            let someone = |i: usize| words::given(doc.lower(i)) || words::honorific(doc, i);
            let member = doc.one(run - 1, "mp mep msp") && !(i..run).any(someone);
            if run > i + 1 && i > 0 && doc.says(i - 1, "the") && member {
                i = run;
                continue;
            }
            // "Luke Holm MP" is called Luke Holm.
            // The "Ann Lee Show" is named for its host.
            let show = run == i + 3 && doc.says(run - 1, "show") && words::given(doc.lower(i));
            let behind = show || run > i + 2 && words::post_nominal(doc.lower(run - 1));
            let end = if behind { run - 1 } else { run };
            if let Some((titles, tokens)) = split(doc, i..end).filter(|(_, tokens)| tokens.len() <= LONGEST) {
                let lone = tokens.len() == 1 && titles.is_empty();
                let doubtful = lone && (words::title(doc, i) || usage.doubtful(doc, i, s.tokens.start));
                // Whoever is posted somewhere is a person: "the envoy to Orland Li Ona".
                let kind = if titles.start > i { Some(Kind::Person) } else { kinds::kind(doc, &titles, &tokens) };
                names.push(Name { quoted: quoted[tokens.start], titles, tokens, kind, sentence, doubtful });
            }
            i = run;
        }
        pace.rest(1).await;
    }
    names
}

/// Those of `names` that begin before `token`, titles left out.
pub fn before(names: &[(Name, EntityId)], token: usize) -> &[(Name, EntityId)] {
    &names[..names.partition_point(|(n, _)| n.tokens.start < token)]
}

/// For each token whether it stands within quotation marks.
pub fn quoted(doc: &Doc) -> Vec<bool> {
    let mut quoted = vec![false; doc.tokens.len()];
    let mut done = 0;
    for quote in &doc.quotes {
        let tokens = doc.tokens_in(quote.inner);
        if let Some(inside) = quoted.get_mut(tokens.start.max(done)..tokens.end) {
            inside.fill(true);
        }
        done = done.max(tokens.end);
    }
    quoted
}
