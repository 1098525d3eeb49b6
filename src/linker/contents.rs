//! Which contents each cue has: those that are linked to it, but for passages whose own words tell of another.

use super::{Links, scene::Scene};
use crate::{annotation::Form, attribution::Found, span::Span};
use std::ops::Range;

/// For each cue of `scene` the indices of its contents.
pub fn of_cues(scene: &Scene, links: &Links) -> Vec<Vec<usize>> {
    let mut contents = vec![Vec::new(); scene.tagged.cues.len()];
    for (c, cue) in across_paragraphs(scene, &links.cue).into_iter().enumerate() {
        if let Some(q) = cue.filter(|&q| !answers(scene, c, q) && !elsewhere(scene, c, q) && !introduced(scene, c, q)) {
            contents[q].push(c);
        }
    }
    contents
}

/// Whether content `c`, a paragraph in marks, follows a question that cue `q`, which stands above it, was asked with:
/// the one who answers is another.
fn answers(scene: &Scene, c: usize, q: usize) -> bool {
    let (content, cue) = (&scene.tagged.contents[c], &scene.tagged.cues[q]);
    let passage = scene.quote(content.start).filter(|_| scene.quoted(content) == 2);
    let Some(before) = passage.and_then(|q| q.checked_sub(1)) else { return false };
    let asked = &scene.quotes[before];
    let question = scene.doc.at(scene.doc.quotes[scene.outer[before]].inner).trim_end().ends_with('?');
    let above = cue.end <= content.start && scene.blocks(cue.start, content.start) == 1;
    let whole = passage.is_some_and(|q| scene.begins_block(scene.quotes[q].start));
    question && above && whole && scene.blocks(asked.start, content.start) == 1
}

/// Whether content `c`, which has marks, has words in its own paragraph that attribute it, where cue `q` stands in
/// another.
fn elsewhere(scene: &Scene, c: usize, q: usize) -> bool {
    let (content, cue) = (&scene.tagged.contents[c], &scene.tagged.cues[q]);
    let rule = scene.rule_of(content).filter(|rule| scene.quoted(content) == 2 || rule.form == Form::Mixed);
    let here = |cue: &Span| within_block(scene, content, cue);
    !here(&scene.doc.span(cue.clone())) && rule.is_some_and(|rule| rule.source.is_some() && rule.cue.iter().any(here))
}

/// Whether content `c`, all in marks and with no words that attribute it, follows a sentence that tells what another
/// says than cue `q` above it: "“…,” Lee said. Falk says it is late. “…”"
fn introduced(scene: &Scene, c: usize, q: usize) -> bool {
    let (content, cue) = (&scene.tagged.contents[c], &scene.tagged.cues[q]);
    let bare = |rule: &&Found| scene.quoted(content) == 2 && rule.cue.is_empty();
    let source = scene.rule_of(content).filter(bare).and_then(|rule| rule.source);
    let Some(at) = source.map(|source| scene.doc.token_at(source.start)) else { return false };
    let told = scene.tagged.cues.partition_point(|cue| cue.start < content.start).checked_sub(1);
    let told = told.filter(|&told| scene.cue_facts[told].speech());
    told.is_some_and(|told| scene.sentences(at, scene.tagged.cues[told].start) == 0)
        && cue.end <= at
        && at < content.start
        && scene.sentences(cue.start, at) > 0
}

/// Whether `cue` stands in the paragraph in which `content` begins.
pub fn within_block(scene: &Scene, content: &Range<usize>, cue: &Span) -> bool {
    let at = scene.doc.token_at(cue.start);
    scene.blocks(at.min(content.start), at.max(content.start)) == 0
}

/// The cue of each content, where a quotation that is opened again at each paragraph has one: the first that any of its
/// paragraphs has.
fn across_paragraphs(scene: &Scene, cues: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut cues = cues.to_vec();
    let mut start = 0;
    while start < scene.quotes.len() {
        let mut end = start;
        while end + 1 < scene.quotes.len() && scene.doc.quotes[scene.outer[end]].continues {
            end += 1;
        }
        if end > start {
            let of = |q: usize| {
                let tokens = &scene.quotes[q];
                let from = scene.tagged.contents.partition_point(|c| c.start < tokens.start);
                scene.tagged.contents.get(from).filter(|c| c.end <= tokens.end).map(|_| from)
            };
            let members: Vec<usize> = (start..=end).filter_map(of).collect();
            let cue = members.iter().find_map(|&c| cues[c]);
            members.iter().for_each(|&c| cues[c] = cue);
        }
        start = end + 1;
    }
    cues
}
