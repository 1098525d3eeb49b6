//! A second look at each passage, once a first guess at all of them stands.

use super::{
    passages::tags,
    scene::{Scene, running},
    snapshot::{Data, NodeId, Snapshot},
    take::Take,
};
use crate::keyed::Keyed;

/// First guesses at a page's passages, with what can be read from them together.
pub struct Guesses<'a> {
    scene: &'a Scene<'a>,
    page: &'a Snapshot,
    /// Log odds that each passage is of the article.
    odds: Vec<f32>,
    likely: Vec<f32>,
    /// Likely words up to each passage, and in all.
    words: Vec<f32>,
    /// Words up to each passage, and in all.
    all_words: Vec<f32>,
    /// The element around most likely blocks.
    parent: NodeId,
    /// The last passage up to each, and the first from each, that is beyond doubt of the article.
    sure: Vec<(Option<usize>, Option<usize>)>,
    /// Sum of likelihoods and number of the passages in elements of one style.
    styles: Keyed<'static, (f32, f32)>,
}

impl<'a> Guesses<'a> {
    /// Takes the log `odds` of each passage of `scene`.
    pub fn new(scene: &'a Scene<'a>, page: &'a Snapshot, odds: &[f32]) -> Self {
        let odds = raised(scene, odds);
        let likely: Vec<f32> = odds.iter().map(|odds| 1.0 / (1.0 + (-odds).exp())).collect();
        let count = |i: usize| scene.shape(i).words as f32;
        let words = running((0..odds.len()).map(|i| likely[i] * count(i)));
        let all_words = running((0..odds.len()).map(count));
        let mut parents = vec![0.0; page.nodes.len()];
        let mut styles = Keyed::default();
        for (i, chance) in likely.iter().enumerate() {
            parents[scene.parent(i) as usize] += chance * count(i);
            let style = styles.or(style(scene, page, i), || (0.0, 0.0));
            style.0 += chance;
            style.1 += 1.0;
        }
        let parents = parents.into_iter().enumerate();
        let parent: Option<(usize, f32)> = parents.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let parent = parent.map_or(0, |(id, _)| id as NodeId);
        let is_sure = |i: &usize| likely[*i] > 0.8 && scene.shape(*i).words >= 12;
        let mut sure = vec![(None, None); odds.len()];
        let mut last = None;
        for (i, near) in sure.iter_mut().enumerate() {
            near.0 = last;
            last = if is_sure(&i) { Some(i) } else { last };
        }
        let mut first = None;
        for (i, near) in sure.iter_mut().enumerate().rev() {
            near.1 = first;
            first = if is_sure(&i) { Some(i) } else { first };
        }
        Self { scene, page, odds, likely, words, all_words, parent, sure, styles }
    }

    /// The numbers of passage `i`.
    pub fn passage(&self, i: usize, take: &mut Take) {
        let flag = |condition: bool| f32::from(u8::from(condition));
        let scene = self.scene;
        let shape = scene.shape(i);
        take.number("constant", "", 1.0);
        let odds = |i: Option<usize>| i.and_then(|i| self.odds.get(i)).map_or(-4.0, |odds| odds.clamp(-6.0, 6.0));
        take.number("odds", "", odds(Some(i)));
        take.number("odds", "in few words", if shape.words < 10 { odds(Some(i)) } else { 0.0 });
        take.number("odds", "of second before", odds(i.checked_sub(2)));
        take.number("odds", "of second after", odds(Some(i + 2)));
        take.number("odds", "of both beside", odds(i.checked_sub(1)).min(odds(Some(i + 1))));
        for (name, reach) in [("4", 4), ("10", 10)] {
            let range = i.saturating_sub(reach)..(i + reach + 1).min(self.odds.len());
            let share = (range.len() > 1).then(|| {
                (range.clone().map(|i| self.likely[i]).sum::<f32>() - self.likely[i]) / (range.len() - 1) as f32
            });
            // One alone is as likely as it looks.
            take.number("likely around", name, share.unwrap_or(self.likely[i]));
        }
        let total = self.words[self.odds.len()].max(1.0);
        let mut around = scene.around(i);
        for name in ["own block", "parent", "second parent", "third parent"] {
            let range = around.next().map_or(0..self.odds.len(), |id| scene.within(id));
            let likely = self.words[range.end] - self.words[range.start];
            take.number("share of likely", name, likely / total);
            take.number(
                "likely share",
                name,
                likely / (self.all_words[range.end] - self.all_words[range.start]).max(1.0),
            );
        }
        let same = scene.parent(i) == self.parent;
        take.number("in main parent", "link", if same { scene.link(i) } else { 0.0 });
        let (before, after) = self.sure[i];
        take.number("sure", "none after", flag(after.is_none()));
        let far = |a: usize, b: usize| (1.0 + (self.all_words[b] - self.all_words[a]).max(0.0)).ln();
        take.number("far", "before", before.map_or(6.0, |before| far(before + 1, i)));
        let between = before.is_some() && after.is_some();
        take.number("between", "", flag(between));
        take.number(
            "between",
            "same parent",
            flag(between && [before, after].iter().all(|j| j.is_some_and(|j| scene.parent(j) == scene.parent(i)))),
        );
        take.number("between", "heading", flag(between && scene.is_in(i, tags::HEADING)));
        take.number("between", "in quote", flag(between && scene.is_in(i, tags::QUOTE)));
        let (likely, number) = self.styles.get(&style(scene, self.page, i)).copied().unwrap_or_default();
        let others = if number > 1.5 { (likely - self.likely[i]) / (number - 1.0) } else { 0.5 };
        take.number("style", "likely", others);
        take.number("style", "likely often", if number > 5.0 { others - 0.5 } else { 0.0 });
    }
}

/// Log odds of the least likely passage among those that hold the likeliest words of a page, a paragraph's worth: how
/// much the page looks like an article at all.
pub fn best(scene: &Scene, odds: &[f32]) -> f32 {
    const WORDS: usize = 50;
    let mut likeliest: Vec<usize> = (0..odds.len()).collect();
    crate::order::by_key(&mut likeliest, |&i| crate::order::of_number(f64::from(-odds[i])));
    let mut words = 0;
    let enough = likeliest.iter().find(|&&i| {
        words += scene.shape(i).words;
        words >= WORDS
    });
    enough.or(likeliest.last()).map_or(f32::MIN, |&i| odds[i])
}

/// Log odds that [`best`] gives at least on most articles.
const USUAL: f32 = 3.0;

/// The `odds` of a page, all raised alike where even the best are less than usual: what looks odd about all of a page's
/// text tells nothing of its parts.
fn raised(scene: &Scene, odds: &[f32]) -> Vec<f32> {
    let raise = (USUAL - best(scene, odds)).clamp(0.0, 4.0);
    odds.iter().map(|odds| odds + raise).collect()
}

/// How the two innermost blocks of passage `i` are marked.
fn style(scene: &Scene, page: &Snapshot, i: usize) -> String {
    let mut style = String::new();
    for id in scene.around(i).take(2) {
        if let Data::Element(element) = &page.nodes[id as usize].data {
            [&element.tag, "\n", &element.hints, "\n"].into_iter().for_each(|part| style.push_str(part));
        }
    }
    style
}
