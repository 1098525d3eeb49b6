//! What speaks for and against a link, as numbers of features.
//!
//! A feature is the hash of a few answers taken together; the linker has a weight for each of [`BUCKETS`] hashes.

use super::{
    facts::{ContentFacts, CueFacts},
    scene::{Scene, between},
};
use crate::{
    lexicon,
    tagger::{features::fold, vocabulary::hash},
};
use std::ops::Range;

/// Number of weights for each kind of link.
pub const BUCKETS: usize = 1 << 13;

/// Features of a link or of its absence: indices of weights.
#[derive(Default)]
pub struct Features(pub Vec<u16>);

impl Features {
    fn add(&mut self, name: u32, answers: &[u32]) {
        let mut h = 0x811c_9dc5 ^ name.wrapping_mul(0x9e37_79b9);
        for a in answers {
            h = (h ^ a).wrapping_mul(0x0100_0193);
            h ^= h >> 15;
        }
        h = h.wrapping_mul(0x2c1b_3c6d);
        h ^= h >> 13;
        self.0.push((h as usize % BUCKETS) as u16);
    }
}

fn bucket(n: usize) -> u32 {
    match n {
        0..=3 => n as u32,
        4..=5 => 4,
        6..=9 => 5,
        10..=16 => 6,
        17..=30 => 7,
        31..=60 => 8,
        _ => 9,
    }
}

fn few(n: usize) -> u32 {
    n.min(3) as u32
}

/// The tokens between two ranges, and whether the first stands before the second.
fn gap(a: &Range<usize>, b: &Range<usize>) -> (Range<usize>, bool) {
    if a.end <= b.start { (a.end..b.start, true) } else { (b.end.min(a.start)..a.start, false) }
}

/// The words of a short gap, or the marks of a longer one.
fn filling(scene: &Scene, gap: &Range<usize>) -> u32 {
    if gap.len() <= 2 {
        return gap.clone().fold(1, |h, i| h ^ hash(scene.folded(i)).rotate_left(5));
    }
    gap.clone().take(40).fold(2, |bits, i| bits | u32::from(scene.signs[i]) << 8)
}

/// Features of the content at index `c` as that of the cue at index `q`.
pub fn content_cue(scene: &Scene, c: usize, q: usize) -> Features {
    let CueFacts { verb, class, tight, company, .. } = scene.cue_facts[q];
    let ContentFacts { form, ending, begins, closes, opens, that } = scene.content_facts[c];
    let (content, cue) = (&scene.tagged.contents[c], &scene.tagged.cues[q]);
    let (gap, first) = gap(content, cue);
    let side = u32::from(first);
    let ends = (content.start.min(cue.start), (content.end.max(cue.end)) - 1);
    let distance = bucket(gap.len());
    let blocks = few(scene.blocks(ends.0, ends.1));
    let near = if first { (content.end - 1, cue.start) } else { (cue.end - 1, content.start) };
    let sentences = few(scene.sentences(near.0, near.1));
    let cues = few(between(&scene.tagged.cues, &gap));
    let contents = few(between(&scene.tagged.contents, &gap));
    let sources = few(between(&scene.tagged.sources, &gap));
    let filling = filling(scene, &gap);
    let mut f = Features::default();
    f.add(1, &[side, distance, form, blocks]);
    f.add(2, &[side, cues, form, sentences]);
    f.add(3, &[side, contents, cues, form]);
    f.add(4, &[side, filling]);
    f.add(5, &[side, filling, form]);
    f.add(6, &[side, verb]);
    f.add(7, &[side, verb, form, sentences]);
    f.add(8, &[side, tight, form, distance.min(3)]);
    f.add(9, &[side, ending, begins, closes, form]);
    f.add(10, &[side, company, distance.min(3), form]);
    f.add(11, &[side, class, form, that]);
    f.add(12, &[side, tight, ending, cues, contents]);
    f.add(13, &[side, blocks, begins, closes, opens, form]);
    f.add(14, &[side, sentences, cues, contents, sources]);
    f.add(15, &[side, blocks, sentences, tight, form]);
    f.add(16, &[side, ending, distance.min(4), cues, tight]);
    f.add(17, &[side, opens, sentences, form, contents]);
    let tie = scene.rules_tie(content, cue);
    f.add(18, &[tie, form]);
    f.add(19, &[tie, form, side, cues, sentences]);
    f.add(20, &[tie, tight, form]);
    f
}

/// Features of the content at index `c` as having no cue.
pub fn content_alone(scene: &Scene, c: usize) -> Features {
    let content = &scene.tagged.contents[c];
    let ContentFacts { form, ending, begins, .. } = scene.content_facts[c];
    let mut f = Features::default();
    f.add(101, &[form, begins]);
    f.add(102, &[form, bucket(content.len())]);
    f.add(103, &[form, ending]);
    let rule = scene
        .rule_of(content)
        .map_or(0, |found| 1 + u32::from(found.cue.is_empty()) + 2 * u32::from(found.source.is_none()));
    f.add(104, &[form, rule]);
    f
}

/// Features of the source at index `s` as that of the cue at index `q`.
pub fn cue_source(scene: &Scene, q: usize, s: usize) -> Features {
    let CueFacts { verb, tight, company, gerund, .. } = scene.cue_facts[q];
    let (cue, source) = (&scene.tagged.cues[q], &scene.tagged.sources[s]);
    let (gap, first) = gap(source, cue);
    let side = u32::from(first);
    let distance = bucket(gap.len());
    let near = if first { (source.end - 1, cue.start) } else { (cue.end - 1, source.start) };
    let sentences = few(scene.sentences(near.0, near.1));
    let blocks = few(scene.blocks(near.0, near.1));
    let cues = few(between(&scene.tagged.cues, &gap));
    let contents = few(between(&scene.tagged.contents, &gap));
    let sources = few(between(&scene.tagged.sources, &gap));
    let filling = filling(scene, &gap);
    let pronoun = u32::from(scene.doc.has(&lexicon::PRONOUNS, source.start));
    let begins = u32::from(scene.begins_sentence(source.start));
    let mut f = Features::default();
    f.add(1, &[side, distance, sentences]);
    f.add(2, &[side, filling]);
    f.add(3, &[side, cues, sources, contents, sentences]);
    f.add(4, &[side, verb]);
    f.add(5, &[side, gerund, distance, cues]);
    f.add(6, &[side, company, distance.min(3)]);
    f.add(7, &[side, tight, distance.min(3), company]);
    f.add(8, &[side, pronoun, distance, sources]);
    f.add(9, &[side, begins, sentences, sources]);
    f.add(10, &[side, blocks, sentences, contents, company]);
    f.add(11, &[side, contents, company, tight, sources]);
    f.add(12, &[side, verb, distance.min(3)]);
    f.add(13, &[side, filling, company]);
    let named = scene.rules_name(cue, source);
    f.add(14, &[named, side]);
    f.add(15, &[named, side, company, distance.min(3)]);
    f
}

/// Features of the cue at index `q` as having no source.
pub fn cue_alone(scene: &Scene, q: usize) -> Features {
    let cue = &scene.tagged.cues[q];
    let CueFacts { verb, tight, company, gerund, .. } = scene.cue_facts[q];
    let mut f = Features::default();
    f.add(101, &[company, gerund]);
    f.add(102, &[verb, company]);
    f.add(103, &[tight, company]);
    f.add(104, &[hash(fold(scene.doc.lower(cue.start.wrapping_sub(1)))), company]);
    f
}
