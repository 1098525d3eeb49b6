//! How an article uses capital letters.

use super::words;
use crate::{
    article::BlockKind,
    keyed::WordSet,
    lexicon::{self, cues::Class},
    outlets,
    pace::Pace,
    text::Doc,
};

/// Which words the article writes with a capital, and where that means a name.
pub struct Usage<'a> {
    /// Words seen with a small letter.
    small: WordSet<'a>,
    /// Words seen with a capital where a sentence does not begin.
    capital: WordSet<'a>,
    /// Words seen with a capital behind a given name or a form of address.
    surnames: WordSet<'a>,
    /// Blocks written in title case.
    headings: Vec<bool>,
}

impl<'a> Usage<'a> {
    /// Reads all of `doc`.
    pub async fn of(doc: &'a Doc<'_>, pace: &Pace) -> Self {
        let (small, capital, surnames) = (WordSet::default(), WordSet::default(), WordSet::default());
        let mut usage = Usage { small, capital, surnames, headings: headings(doc, pace).await };
        for s in doc.sentences.iter().filter(|s| !usage.headings[s.block]) {
            for i in s.tokens.clone().filter(|&i| doc.tokens[i].is_word()) {
                if !words::capital(doc, i) {
                    usage.small.insert(doc.lower(i));
                } else if !opens(doc, i, s.tokens.start) {
                    usage.capital.insert(doc.lower(i));
                    // "Ona Page, a baker", whose given name nobody knows
                    let named =
                        || doc.has(&lexicon::DOUBTFUL, i) && (words::is(doc, i + 1, ",") || words::cue(doc, i + 1));
                    let called =
                        |first: usize| words::given(doc.lower(first)) || words::honorific(doc, first) || named();
                    if i > 0 && words::joins(doc, i - 1) && called(i - 1) {
                        usage.surnames.insert(doc.lower(i));
                    }
                }
            }
            pace.rest(1).await;
        }
        usage
    }

    /// Whether capitals tell nothing in `block`.
    pub fn heading(&self, block: usize) -> bool {
        self.headings.get(block).copied().unwrap_or(false)
    }

    /// Whether the capital of token `i`, in a sentence that begins at token `sentence`, can be that of a name's first
    /// word.
    pub fn begins_name(&self, doc: &Doc, i: usize, sentence: usize) -> bool {
        let lower = doc.lower(i);
        // "AS Mayor Ann Lee said" begins an article.
        let first = i == sentence && doc.one(i, "as at after when while with on if the");
        let shouted = words::all_capitals(doc, i) && !words::all_capitals(doc, i + 1) && !first;
        if words::opener(doc, i) && !shouted
            || lower.contains('\'') && lexicon::OPENERS.has(lower.split('\'').next().unwrap_or(""))
        {
            return false;
        }
        let joined = words::joins(doc, i + 1);
        // "Page said" after "Ann Page"
        let say = |i: usize| matches!(lexicon::cues::class(doc.lower(i)), Some(Class::Say | Class::Tell));
        if (say(i + 1) || say(i.wrapping_sub(1))) && self.surnames.has(lower) {
            return true;
        }
        if !opens(doc, i, sentence) {
            // "her mother, Grace,"
            let kin = i > 1 && words::is(doc, i - 1, ",") && doc.has(&lexicon::KIN, i - 2);
            return joined || kin || !lexicon::DOUBTFUL.has(lower);
        }
        let often = self.capital.has(lower);
        // "Continued Lee:"
        if lower.ends_with("ed") && lexicon::cues::class(lower).is_some() {
            return false;
        }
        if lexicon::DOUBTFUL.has(lower) || words::imperative(lower) {
            joined && (often || words::given(lower) || lower == "new")
        } else if self.small.has(lower) && !words::title(doc, i) && !words::all_capitals(doc, i) {
            joined && (often || words::given(lower))
        } else {
            true
        }
    }

    /// Whether a lone capitalised word at `i` is nothing but the start of a sentence, as far as can be seen.
    pub fn doubtful(&self, doc: &Doc, i: usize, sentence: usize) -> bool {
        let lower = doc.lower(i);
        // "Lee said", but not "Critics said" or "Research shows".
        let thing = lexicon::THINGS.has(lower) || lexicon::MEDIA.has(lower) || words::organisation(lower);
        if outlets::named(doc.word(i), false).is_some() {
            return false;
        }
        let plural = lower.ends_with('s') && !words::given(lower);
        let speaks = words::cue(doc, i + 1) && !plural && !thing;
        opens(doc, i, sentence)
            && !apposed(doc, i + 1)
            && !self.capital.has(lower)
            && !words::all_capitals(doc, i)
            && !speaks
    }
}

/// Whether a description of a person stands at token `comma`: ", 34,", ", the mayor,", ", Vasko’s aide,".
fn apposed(doc: &Doc, comma: usize) -> bool {
    if doc.says(comma + 1, "who") && doc.one(comma, ", — –") {
        return true;
    }
    if !words::is(doc, comma, ",") {
        return false;
    }
    let led = doc.has(&lexicon::DETERMINERS, comma + 1) || doc.says(comma + 2, "'s");
    let ends = (comma + 2..comma + 6).find(|&i| !doc.tokens.get(i).is_some_and(|t| t.is_word()));
    let office = led && ends.is_some_and(|end| words::title(doc, end - 1));
    office || words::age(doc.lower(comma + 1)) && words::is(doc, comma + 2, ",")
}

/// Whether token `i` would have a capital anyway: at the start of a sentence, of a quotation or after a colon.
fn opens(doc: &Doc, i: usize, sentence: usize) -> bool {
    let after_mark = i > 0 && !doc.tokens[i - 1].is_word();
    i == sentence || after_mark && !lexicon::one(doc.word(i - 1), ", ; ) & ’ ' - / +")
}

/// For each block up to the last with a sentence whether it is a heading, by its kind or because most of its words have
/// a capital.
async fn headings(doc: &Doc<'_>, pace: &Pace) -> Vec<bool> {
    let blocks = doc.sentences.iter().map(|s| s.block + 1).max().unwrap_or(0);
    let mut counts = vec![(0, 0, false); blocks];
    for s in &doc.sentences {
        let (long, capital, stops) = &mut counts[s.block];
        for i in s.tokens.clone().filter(|&i| doc.tokens[i].is_word() && doc.word(i).len() > 3) {
            *long += 1;
            // "A 3-Word Answer"
            let counted = || doc.word(i).split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase));
            *capital += usize::from(words::capital(doc, i) || counted());
        }
        *stops |= matches!(doc.word(s.tokens.end - 1), "." | "?" | "!" | ":" | "”" | "\"");
        pace.rest(1).await;
    }
    let title_case = |long: usize, capital: usize, stops: bool| {
        let (least, share) = if stops { (5, 9) } else { (4, 7) };
        long >= least && capital * 10 >= long * share
    };
    let block = |i: usize| doc.article.blocks.get(i).map(|b| b.kind);
    let heading = |i: usize| block(i) == Some(BlockKind::Subhead);
    let mostly =
        |i: usize, (long, capital, stops)| title_case(long, capital, stops) || heading(i) && capital * 2 > long;
    counts.into_iter().enumerate().map(|(i, count)| mostly(i, count)).collect()
}
