//! From linked spans to statements.

use super::{
    Linker, Links,
    confidence::{confidence, numbers},
    contents, nested,
    passage::{self, Teller, title},
    phrased, rules,
    scene::Scene,
    unclaimed,
};
use crate::{
    annotation::Form,
    attribution::{Found, claims, heard, sort},
    pace::Pace,
    span::Span,
    text::tokens::Kind,
};
use std::ops::Range;

/// The least confidence of a statement, and of one whose cue is no verb of saying and that is either all in marks, as
/// titles and nicknames are, or not at all, as attitudes are. What somebody says all in marks needs none.
const LEAST: [f32; 2] = [0.1, 0.3];

/// The least confidence in a statement to take a few words in marks for its source's, where the cue is no verb of
/// saying.
const TOLD: f32 = 0.5;

/// The statements of `scene`: one for each cue that has contents, and one for each passage in marks that has no cue. In
/// text order of their contents.
pub async fn statements(scene: &Scene<'_>, linker: &Linker, pace: &Pace) -> Vec<Found> {
    let links = &linker.link_at(scene, pace).await;
    let mut contents = contents::of_cues(scene, links);
    contents.iter_mut().for_each(|contents| contents.retain(|&c| !title(scene, &scene.tagged.contents[c])));
    let mut linked = vec![false; scene.tagged.contents.len()];
    contents.iter().flatten().for_each(|&c| linked[c] = true);
    pace.look().await;
    let mut found: Vec<Found> = (0..linked.len()).filter(|&c| !linked[c]).filter_map(|c| alone(scene, c)).collect();
    for (q, contents) in contents.iter().enumerate().filter(|(_, contents)| !contents.is_empty()) {
        pace.rest(1).await;
        found.extend(told(scene, linker, links, q, contents));
    }
    pace.look().await;
    let nested = nested::find(scene, &found);
    found.extend(nested);
    pace.look().await;
    let unclaimed = unclaimed::find(scene, &mut found);
    found.extend(unclaimed);
    pace.look().await;
    sort(&mut found);
    found
}

/// The statement of cue `q`, which has the `contents`, where it is sure enough.
fn told(scene: &Scene, linker: &Linker, links: &Links, q: usize, contents: &[usize]) -> Option<Found> {
    let cue = scene.doc.span(scene.tagged.cues[q].clone());
    let rule = scene.rule_at_cue(&scene.tagged.cues[q]);
    let linked = links.source[q].map(|s| scene.doc.span(scene.tagged.sources[s].clone()));
    let ranges = contents.iter().map(|&c| scene.tagged.contents[c].clone());
    let mut statement = statement(scene, ranges);
    let numbers = numbers(scene, links, q, contents, statement.form);
    let confidence = confidence(&linker.confidence, &numbers);
    // "The agency quoted Lee as saying", "was told by Lee that": the form tells who is who, whatever was taken for the
    // content.
    let by = |rule: &Found| heard(scene.doc, cue) && rule.source.is_some_and(|source| source.start >= cue.end);
    let form = rule.filter(|rule| rule.relay.is_some() || by(rule));
    let within = |source: Span| statement.content.iter().any(|content| content.contains(source));
    let lost = |rule: &Found| rule.relay.is_some() || linked.is_none() && rules::behind(rule, cue);
    let swallowed = |rule: &&Found| by(rule) || lost(rule) && rule.source.is_some_and(within);
    if let Some(rule) = rule.filter(swallowed) {
        return Some(Found { confidence, ..rule.clone() });
    }
    let relay = form.and_then(|rule| rule.relay);
    // "Lee, just back, said of the plan: “No.”": what words are said of does not say them.
    let of = linked.is_some_and(|source| source.start > cue.start && topic(scene, source));
    let source = if of { rule.and_then(|rule| rule.source) } else { form.map_or(linked, |rule| rule.source) };
    // "The envoy was told that “…,” the statement said": who hears the words does not say them.
    let heard = heard(scene.doc, cue) && source.is_none_or(|source| source.end <= cue.start);
    let said = scene.cue_facts[q].speech() || rule.is_some();
    let better = |rule: &&Found| {
        rule.source.is_some() && (heard || !said && !statement.quotes.is_empty() && !rule.cue.is_empty())
    };
    let instead = contents.iter().find_map(|&c| scene.rule_of(&scene.tagged.contents[c]).filter(better));
    // "It was the first time that they fired what they said was a missile": no content holds its own cue.
    let own = |rule: &Found| statement.content.len() > 1 && rule.cue.first().is_some_and(|&cue| within(cue));
    if instead.is_some_and(|rule| scene.as_saying(rule) || own(rule)) {
        return None;
    }
    let (cue, source) = match instead {
        Some(rule) => (rule.cue.first().copied().unwrap_or(cue), rule.source),
        None => (cue, source.filter(|_| !heard)),
    };
    let sure = linked.is_some() && confidence >= TOLD;
    let says = said || claims(scene.doc, scene.tagged.cues[q].end) || passage::voiced(scene, &scene.tagged.cues[q]);
    let teller = Teller { says, sure, cue: scene.tagged.cues[q].clone() };
    statement.quotes.retain(|&quote| passage::said(scene, quote, &teller));
    // "She said it" tells nothing.
    let empty = statement.form == Form::Indirect && contents.iter().all(|&c| scene.tagged.contents[c].len() < 2);
    let attitude = statement.form == Form::Indirect && !said;
    let doubtful = !said && statement.form != Form::Mixed;
    let tells = statement.form == Form::Direct && said || !empty && confidence >= LEAST[usize::from(doubtful)];
    tells.then_some(Found { cue: vec![cue], source, relay, confidence, attitude, ..statement })
}

/// Whether `source` is what something is said of.
fn topic(scene: &Scene, source: Span) -> bool {
    let start = scene.doc.token_at(source.start);
    start > 1 && scene.doc.one(start - 1, "of about") && scene.doc.one(start - 2, "said says wrote")
}

/// A passage in marks without a cue has the source that a set phrase or the rules give it, if any.
fn alone(scene: &Scene, c: usize) -> Option<Found> {
    let content = &scene.tagged.contents[c];
    if scene.quoted(content) != 2 || title(scene, content) {
        return None;
    }
    let bare = statement(scene, std::iter::once(content.clone()));
    if let Some(found) = phrased::said(scene, content, &bare) {
        return Some(found);
    }
    let Some(rule) = scene.rule_of(content).filter(|rule| rule.source.is_some()) else {
        return Some(Found { confidence: 0.3, ..bare });
    };
    // A source that is carried over from another paragraph has no cue here.
    let here = |cue: &&Span| contents::within_block(scene, content, cue);
    let cue = rule.cue.iter().filter(here).copied().collect();
    Some(Found { source: rule.source, cue, confidence: 0.6, ..bare })
}

/// The statement with these contents, nothing known of who made it.
pub fn statement(scene: &Scene, contents: impl Iterator<Item = Range<usize>>) -> Found {
    let (mut content, mut quotes): (Vec<Span>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut form, mut last) = (None, 0);
    for range in contents {
        let this = match scene.quoted(&range) {
            2 => Form::Direct,
            1 => Form::Mixed,
            _ => Form::Indirect,
        };
        form = Some(match form {
            None => this,
            Some(form) if form == this => form,
            Some(_) => Form::Mixed,
        });
        let mut whole = with_marks(scene, range);
        // A mark between two passages belongs to one of them.
        whole.start = whole.start.max(last).min(whole.end);
        last = whole.end;
        let mut inside: Vec<usize> = whole.clone().filter_map(|i| scene.quote(i)).collect();
        inside.dedup();
        quotes.extend(inside.into_iter().map(|q| scene.outer[q]));
        content.push(scene.doc.span(whole));
    }
    quotes.dedup();
    let form = form.unwrap_or(Form::Indirect);
    Found { form, attitude: false, content, cue: Vec::new(), source: None, relay: None, quotes, confidence: 0.0 }
}

/// A content with the marks at its edges, and what stands between these and its words.
fn with_marks(scene: &Scene, content: Range<usize>) -> Range<usize> {
    let mark = |i: usize| scene.doc.tokens[i].kind == Kind::Punctuation;
    let mut whole = content.clone();
    if let Some(q) = scene.quote(content.start) {
        let start = scene.quotes[q].start;
        if (start..content.start).all(mark) {
            whole.start = start;
        }
    }
    if let Some(q) = scene.quote(content.end - 1) {
        let end = scene.quotes[q].end;
        if (content.end..end).all(mark) {
            whole.end = end;
        }
    }
    whole
}
