//! Which names the article uses for places.

use super::{names::Name, words};
use crate::{keyed::WordSet, lexicon, pace::Pace, text::Doc};

/// Endings that make the name of a land into that of its people.
const PEOPLE: &[&str] = &["i", "n", "an", "ian", "ese", "ish"];

/// Lone names that follow a preposition of place, and those whose people the article names too ("Orland", "Orlandian").
pub async fn find<'a>(doc: &'a Doc<'_>, names: &[Name], pace: &Pace) -> WordSet<'a> {
    let mut capital = WordSet::default();
    for i in (0..doc.tokens.len()).filter(|&i| words::capital(doc, i)) {
        capital.insert(doc.lower(i));
        pace.rest(1).await;
    }
    let lone = names.iter().filter(|n| n.tokens.len() == 1 && n.titles.is_empty() && !n.possessive(doc));
    let placed = lone.filter(|n| {
        let word = doc.lower(n.tokens.start);
        let before = n.tokens.start.checked_sub(1).map_or("", |i| doc.lower(i));
        // "The mayor tore into Lee."
        let tears = before == "into" && doc.one(n.tokens.start.wrapping_sub(2), "cut tore laid lit ran ripped bumped");
        let within = lexicon::one(before, "in near into across outside through") && !tears;
        within
            || word.len() > 3
                && !words::given(word)
                && PEOPLE.iter().any(|end| {
                    let stem = word.strip_suffix("ey").unwrap_or(word.trim_end_matches(['a', 'y', 'o']));
                    let people = |stem: &str| capital.has(&format!("{stem}{end}"));
                    people(word) || stem.len() > 3 && people(stem)
                })
    });
    placed.map(|n| doc.lower(n.tokens.start)).collect()
}
