//! Whether a passage in marks is somebody's words: a few words may as well be a name, a term or the title of a work.

use super::scene::Scene;
use crate::{
    attribution::{is_title, named_work},
    lexicon,
};
use std::ops::Range;

/// Most words of a name, a term or a title in marks.
const FEW: usize = 4;

/// What bears the words of many.
pub const BANNERS: &str = "sign signs placard placards banner banners poster posters chant chants";

/// What is known of the statement that a passage would belong to.
pub struct Teller {
    /// Whether its cue is a verb of saying.
    pub says: bool,
    /// Whether it has a source and is rather sure.
    pub sure: bool,
    /// Its cue, as tokens.
    pub cue: Range<usize>,
}

/// Whether the passage in marks at index `quote` of the text's is its teller's: "Lang, nicknamed “the Fridge”" says
/// nothing.
pub fn said(scene: &Scene, quote: usize, teller: &Teller) -> bool {
    let judges = || teller.sure && !names(scene, &teller.cue) && (judgement(scene, quote) || seen(scene, quote));
    teller.says || words(scene, quote) > FEW || judges() || sentence(scene, quote)
}

/// Words of the passage in marks at index `quote` of the text's.
fn words(scene: &Scene, quote: usize) -> usize {
    let tokens = scene.doc.tokens_in(scene.doc.quotes[quote].inner);
    tokens.filter(|&i| scene.doc.tokens[i].is_word()).count()
}

/// Whether the passage at index `quote` reads like what somebody thinks of a thing ("“utterly careless”") rather than
/// like its name: more than one word, the first without a capital.
fn judgement(scene: &Scene, quote: usize) -> bool {
    let first = scene.doc.tokens_in(scene.doc.quotes[quote].inner).find(|&i| scene.doc.tokens[i].is_word());
    words(scene, quote) > 1 && first.is_some_and(|i| !scene.doc.capital(i))
}

/// Whether the passage at index `quote` is what somebody takes a thing for: "sees it as its “Achilles heel”".
fn seen(scene: &Scene, quote: usize) -> bool {
    let start = scene.doc.token_at(scene.doc.quotes[quote].outer.start);
    let determined = start > 0 && scene.doc.has(&lexicon::DETERMINERS, start - 1);
    start.checked_sub(1 + usize::from(determined)).is_some_and(|i| scene.doc.says(i, "as"))
}

/// Whether the passage at index `quote` is a sentence of its own for which the rules know a source: "“They both
/// count.”".
fn sentence(scene: &Scene, quote: usize) -> bool {
    let words = scene.doc.tokens_in(scene.doc.quotes[quote].inner);
    let ends = words.clone().next_back().is_some_and(|i| matches!(scene.doc.lower(i), "." | "!" | "?"));
    let begins = words.clone().next().is_some_and(|i| scene.doc.capital(i));
    ends && begins && words.len() > 2 && scene.rule_of(&words).is_some_and(|rule| rule.source.is_some())
}

/// Whether a cue tells how something is called rather than what is said of it.
fn names(scene: &Scene, cue: &Range<usize>) -> bool {
    let naming = ["named", "nicknamed", "renamed", "christened", "titled", "entitled", "known"];
    cue.clone().any(|i| naming.contains(&scene.doc.lower(i)))
}

/// Whether a cue leads the very word that somebody finds for a thing: "spoke of “regret”", "compared them to
/// “pirates”", "held signs with “No mill”".
pub fn voiced(scene: &Scene, cue: &Range<usize>) -> bool {
    let voices = "expressed expresses expressing voiced voices compared compares likened likens";
    let spoke = |i: usize| scene.doc.one(i, "spoke speaks speaking") && scene.doc.says(i + 1, "of");
    cue.clone().any(|i| scene.doc.one(i, voices) || scene.doc.one(i, BANNERS) || spoke(i))
}

/// Whether a content is the title of a work rather than words that somebody said: the rules hear nobody say it.
pub fn title(scene: &Scene, content: &Range<usize>) -> bool {
    let passage = scene.quote(content.start).filter(|_| scene.quoted(content) == 2);
    // "the “Boats in Lindby” report shows": the noun is no verb of saying.
    let report = |q: usize| scene.doc.one(scene.quotes[q].end, "report study survey index");
    // "“Still Water,” by Ann Lee"
    let by = |q: usize| scene.doc.says(scene.quotes[q].end, "by") && scene.doc.capital(scene.quotes[q].end + 1);
    let work = |q: usize| scene.rule_of(content).is_none() || report(q) || by(q);
    passage.is_some_and(|q| is_title(scene.doc, scene.outer[q]) && work(q))
        || passage.is_some_and(|q| named_work(scene.doc, scene.quotes[q].start))
}
