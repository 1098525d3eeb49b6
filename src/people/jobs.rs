//! Words for what somebody does for a living, told by how they are built.

use super::words;
use crate::lexicon;

/// Whether a noun that no list holds is surely one for a trade or a post: "cellist", "mapmaker", "editor-in-chief".
pub fn sure(lower: &str) -> bool {
    const ENDS: [&str; 24] = [
        "ist",
        "ician",
        "eer",
        "maker",
        "keeper",
        "grapher",
        "wright",
        "smith",
        "monger",
        "herder",
        "surgeon",
        "writer",
        "runner",
        "holder",
        "player",
        "owner",
        "worker",
        "leader",
        "onaire",
        "sman",
        "swoman",
        "seman",
        "ontman",
        "ordinator",
    ];
    const THINGS: &str = "checklist playlist shortlist career talisman typewriter placeholder candleholder";
    let part = lower.rsplit('-').next().filter(|part| part.len() < lower.len());
    let compound = part.is_some_and(words::title_word) || lower.ends_with("-in-chief");
    let built = lower.len() > 5 && ENDS.iter().any(|end| lower.ends_with(end)) && !lexicon::one(lower, THINGS);
    compound || built || lexicon::TRADES.has(lower)
}

/// Whether a noun is one for a trade or a person where a determiner says that it describes somebody: "a shrimper".
pub fn likely(lower: &str) -> bool {
    const ENDS: [&str; 6] = ["er", "or", "ian", "man", "woman", "person"];
    sure(lower) || lower.len() > 5 && ENDS.iter().any(|end| lower.ends_with(end)) && !lexicon::LOOKALIKES.has(lower)
}

/// Whether a verb tells what somebody does for a living.
pub fn works(lower: &str) -> bool {
    lexicon::LIVELIHOODS.has(lower)
}
