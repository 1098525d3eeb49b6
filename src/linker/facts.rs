//! What is asked of a cue or a content in every pair that it is looked at in, answered once.

use super::scene::Scene;
use crate::{
    lexicon,
    tagger::{features::fold, vocabulary::hash},
};
use std::ops::Range;

/// What is asked of a cue in every pair.
#[derive(Clone, Debug)]
pub struct CueFacts {
    pub(super) verb: u32,
    pub(super) class: u32,
    pub(super) tight: u32,
    pub(super) company: u32,
    pub(super) gerund: u32,
}

impl CueFacts {
    /// Whether the cue has a verb of saying.
    pub fn speech(&self) -> bool {
        self.class > 0
    }
}

/// What is asked of a content in every pair.
#[derive(Clone, Debug)]
pub struct ContentFacts {
    pub(super) form: u32,
    pub(super) ending: u32,
    pub(super) begins: u32,
    pub(super) closes: u32,
    pub(super) opens: u32,
    pub(super) that: u32,
}

/// The facts of the cue `cue`.
pub(super) fn cue_facts(scene: &Scene, cue: &Range<usize>) -> CueFacts {
    CueFacts {
        verb: head(scene, cue),
        class: class(scene, cue),
        tight: tight(scene, cue),
        company: company(scene, cue),
        gerund: u32::from(scene.doc.lower(cue.start).ends_with("ing")),
    }
}

/// The facts of the content `content`.
pub(super) fn content_facts(scene: &Scene, content: &Range<usize>) -> ContentFacts {
    let (doc, start) = (scene.doc, content.start);
    let before = start.saturating_sub(1);
    let after = content.end.min(doc.tokens.len() - 1);
    ContentFacts {
        form: scene.quoted(content),
        ending: ending(scene, content),
        begins: u32::from(scene.begins_block(start) || scene.begins_block(before)),
        closes: u32::from(scene.ends_block(after)),
        opens: u32::from(scene.begins_sentence(start) || start > 0 && scene.begins_sentence(before)),
        that: u32::from(doc.says(start, "that") || doc.says(start.wrapping_sub(1), "that")),
    }
}

/// The last word of `tokens` that is in the verb list, or else the last.
fn head(scene: &Scene, tokens: &Range<usize>) -> u32 {
    let doc = scene.doc;
    let verb = tokens.clone().rev().find(|&i| lexicon::cues::class(doc.lower(i)).is_some());
    hash(fold(doc.lower(verb.unwrap_or(tokens.end - 1))))
}

fn class(scene: &Scene, tokens: &Range<usize>) -> u32 {
    let doc = scene.doc;
    tokens.clone().rev().find_map(|i| lexicon::cues::class(doc.lower(i))).map_or(0, |c| c as u32 + 1)
}

/// How the words inside a passage end, which tells whether it goes on.
fn ending(scene: &Scene, tokens: &Range<usize>) -> u32 {
    match scene.folded(tokens.end) {
        "," => 1,
        "." => 2,
        "?" | "!" => 3,
        "\"" | "'" => 4,
        ":" => 5,
        "…" | "—" => 6,
        _ => 0,
    }
}

/// Which side of `cue` has a content within two tokens of it, and whether that is in marks.
fn tight(scene: &Scene, cue: &Range<usize>) -> u32 {
    let contents = &scene.tagged.contents;
    let next = contents.partition_point(|c| c.start < cue.end);
    let after = contents.get(next).filter(|c| c.start <= cue.end + 3);
    let before = next.checked_sub(1).and_then(|i| contents.get(i)).filter(|c| c.end + 4 >= cue.start);
    before.map_or(0, |c| scene.quoted(c) + 1) * 4 + after.map_or(0, |c| scene.quoted(c) + 1)
}

/// Which side of `cue` has a source within one token.
fn company(scene: &Scene, cue: &Range<usize>) -> u32 {
    let sources = &scene.tagged.sources;
    let next = sources.partition_point(|s| s.start < cue.end);
    let after = sources.get(next).is_some_and(|s| s.start <= cue.end + 1);
    let before = next.checked_sub(1).is_some_and(|i| sources[i].end + 2 >= cue.start);
    u32::from(before) * 2 + u32::from(after)
}
