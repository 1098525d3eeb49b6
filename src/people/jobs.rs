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
    const OTHER: &str = "number letter winter summer newspaper border corner quarter chapter center disaster former another earlier \
        reminder gender latter either neither rather together whether however weather danger finger computer server \
        dinner answer transfer murder terror mirror factor harbor corridor sector behavior flavor interior exterior \
        superior senior junior forever shoulder chamber cluster counter folder hunger ladder poster shelter silver \
        soccer theater trigger december november october september further thunder cancer career banner sticker \
        matter manner container trailer helicopter printer scanner transmitter charter register roster semester \
        booster thriller bestseller boiler hammer drawer burger timber lumber sensor reactor generator elevator \
        processor indicator monster oyster lobster spider beaver badger powder sweater slipper";
    sure(lower) || lower.len() > 5 && ENDS.iter().any(|end| lower.ends_with(end)) && !lexicon::one(lower, OTHER)
}

/// Whether a verb tells what somebody does for a living.
pub fn works(lower: &str) -> bool {
    const VERBS: [&str; 54] = [
        "researches",
        "researched",
        "investigates",
        "specializes",
        "specialises",
        "chronicles",
        "heads",
        "leads",
        "runs",
        "chairs",
        "represents",
        "represented",
        "founded",
        "directs",
        "directed",
        "manages",
        "managed",
        "owns",
        "owned",
        "wrote",
        "teaches",
        "taught",
        "studies",
        "studied",
        "works",
        "worked",
        "served",
        "serves",
        "led",
        "headed",
        "ran",
        "chaired",
        "oversees",
        "oversaw",
        "coaches",
        "coached",
        "edits",
        "edited",
        "hosts",
        "hosted",
        "farms",
        "fishes",
        "grazes",
        "rents",
        "sells",
        "bakes",
        "builds",
        "designs",
        "designed",
        "follows",
        "covers",
        "keeps",
        "plays",
        "advises",
    ];
    VERBS.contains(&lower)
}
