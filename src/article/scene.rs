//! A page's passages, looked over once: what their numbers are made of.

mod features;

use super::{
    about::About,
    passages::{Passage, Passages, tags},
    phrases,
    plain::{Plain, Set},
    shape::Shape,
    snapshot::{Data, NodeId, Snapshot},
};
use crate::{keyed::Keyed, pace::Pace};
use std::ops::Range;

/// Longest label of an advert, in bytes: what opens an element is looked at for all that stands in it.
const LONGEST_LABEL: usize = 100;

/// A page's passages with all that its numbers are made of.
pub struct Scene<'a> {
    page: &'a Snapshot,
    passages: &'a Passages,
    shapes: Vec<Shape>,
    /// Words up to each passage, and in all.
    words: Vec<f32>,
    /// Words of prose up to each passage, and in all.
    prose: Vec<f32>,
    /// Words in links up to each passage, and in all.
    linked: Vec<f32>,
    /// Pictures up to each node, and in all.
    pictures: Vec<f32>,
    /// How often the text of each passage stands on the page.
    copies: Vec<u32>,
    /// The first passage that has the headline's words.
    headline: Option<usize>,
    title: Set,
    description: String,
    /// Runs of four and of two words of the text that the publisher gives for machines.
    told: Option<[Set; 2]>,
}

/// Sums of all values before each, and of all.
pub fn running(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut sums = vec![0.0];
    let mut sum = 0.0;
    sums.extend(values.map(|value| {
        sum += value;
        sum
    }));
    sums
}

impl<'a> Scene<'a> {
    /// Looks over `passages` of `page`, whose head says `about`.
    pub async fn new(page: &'a Snapshot, passages: &'a Passages, about: &About, pace: &Pace) -> Self {
        let text = |passage: &Passage| passage.span.of(&passages.text);
        let mut shapes: Vec<Shape> = Vec::with_capacity(passages.list.len());
        for passage in &passages.list {
            shapes.push(Shape::of(text(passage)));
            pace.rest(1 + passage.span.len() / 64).await;
        }
        let link = |passage: &Passage| passage.linked as f32 / passage.span.len() as f32;
        let pairs = || shapes.iter().zip(&passages.list);
        let words = running(shapes.iter().map(|shape| shape.words as f32));
        let prose =
            running(pairs().map(
                |(shape, passage)| {
                    if shape.is_prose() && link(passage) < 0.3 { shape.words as f32 } else { 0.0 }
                },
            ));
        let linked = running(pairs().map(|(shape, passage)| shape.words as f32 * link(passage)));
        let pictures = running(page.nodes.iter().map(|node| f32::from(u8::from(is_picture(&node.data)))));
        pace.look().await;
        let mut count = Keyed::default();
        for passage in &passages.list {
            *count.or(text(passage), || 0) += 1;
            pace.rest(1 + passage.span.len() / 256).await;
        }
        let copies = passages.list.iter().map(|passage| count.get(text(passage)).copied().unwrap_or(0)).collect();
        let title = Set::new(Plain::of(&about.headline).words);
        let is_headline = |passage: &Passage| {
            let words = Plain::of(text(passage)).words;
            let shared = words.iter().filter(|&&word| title.has(word)).count();
            words.len() >= 3 && shared * 5 >= words.len() * 4 && shared * 5 >= title.len() * 4
        };
        // The first heading with the words of the title, or else the first passage with them, or else the first
        // heading.
        let mut headlines = [None; 3];
        for (i, passage) in passages.list.iter().enumerate().filter(|(_, p)| p.span.len() < 400 && p.linked == 0) {
            pace.rest(4).await;
            let rank = match (passage.place.tags & tags::TITLE != 0, is_headline(passage)) {
                (true, true) => 0,
                (false, true) => 1,
                (true, false) => 2,
                (false, false) => continue,
            };
            headlines[rank].get_or_insert(i);
            if rank == 0 {
                break;
            }
        }
        let headline = headlines.into_iter().flatten().next();
        let told = Plain::of(&about.described.body);
        let told = (told.words.len() > 50).then(|| [4, 2].map(|n| Set::new(told.runs(n))));
        let description = Plain::of(&about.description).joined;
        Self { page, passages, shapes, words, prose, linked, pictures, copies, headline, title, description, told }
    }

    /// Passages that stand in the element `id`.
    pub fn within(&self, id: NodeId) -> Range<usize> {
        let end = self.page.nodes[id as usize].end;
        let before = |node| self.passages.list.partition_point(|passage| passage.node < node);
        before(id)..before(end)
    }

    /// The block element of passage `i` and the next elements around it, innermost first.
    pub fn around(&self, i: usize) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(self.passages.list[i].block), |&id| self.page.nodes[id as usize].parent)
    }

    /// The element around the block of passage `i`.
    pub fn parent(&self, i: usize) -> NodeId {
        self.around(i).nth(1).unwrap_or(0)
    }

    /// Whether passage `i` stands in an element of this bit of [`tags`].
    pub fn is_in(&self, i: usize, tag: u32) -> bool {
        self.passages.list[i].place.tags & tag != 0
    }

    /// How many passages there are.
    pub fn len(&self) -> usize {
        self.passages.list.len()
    }

    /// Whether passage `i` is the headline of the page.
    pub fn is_headline(&self, i: usize) -> bool {
        self.headline == Some(i) && self.is_in(i, tags::TITLE)
    }

    /// Whether passage `i` is the label of an advert, a line that begins with one as an element or a line of its own,
    /// or in an element of few words that begins with it.
    pub fn advertises(&self, i: usize) -> bool {
        let short = |text: &str| text.len() <= LONGEST_LABEL && text.split_whitespace().nth(2).is_none();
        let labels = |text: &str| short(text) && phrases::labels_advert(&text.to_lowercase());
        let whole = |i: usize| labels(self.passages.list[i].span.of(&self.passages.text));
        let first = || match &self.page.nodes[self.passages.list[i].node as usize].data {
            Data::Text(text) => self.shapes[i].words < 12 && labels(text.trim()),
            _ => false,
        };
        let few = |within: &Range<usize>| self.words[within.end] - self.words[within.start] < 40.0;
        let begins = |within: Range<usize>| few(&within) && whole(within.start);
        whole(i) || first() || self.around(i).take(2).any(|id| begins(self.within(id)))
    }

    /// The shape of passage `i`.
    pub fn shape(&self, i: usize) -> &Shape {
        &self.shapes[i]
    }

    /// Share of passage `i` that stands in links.
    pub fn link(&self, i: usize) -> f32 {
        let passage = &self.passages.list[i];
        passage.linked as f32 / passage.span.len() as f32
    }

    /// How much of passage `i` stands in the text given for machines; `None` where none is given or it is too short to
    /// tell.
    fn covered(&self, plain: &Plain) -> Option<f32> {
        let [fours, twos] = self.told.as_ref()?;
        let (n, runs) = if plain.words.len() >= 4 { (4, fours) } else { (2, twos) };
        let total = plain.words.windows(n).len();
        (total > 0).then(|| plain.runs(n).filter(|&run| runs.has(run)).count() as f32 / total as f32)
    }
}

fn is_picture(data: &Data) -> bool {
    matches!(data, Data::Element(element) if matches!(element.tag.as_str(), "img" | "picture" | "figure"))
}
