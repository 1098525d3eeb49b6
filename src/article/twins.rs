//! A paragraph amid the article's that stands as they do and reads as they do is one of them, whatever its links.

use super::{
    passages::{Passage, tags},
    scene::Scene,
};

/// How many passages away the paragraphs are that one is compared with: labels of adverts stand in between.
const REACH: usize = 8;

/// Share of links in a paragraph beyond which it is rather a teaser.
const LINKED: f32 = 0.5;

/// Chooses paragraphs of prose between two chosen ones whose surroundings are the same.
pub fn complete(scene: &Scene, list: &[Passage], chosen: &mut [bool]) {
    let prose = |i: usize| scene.shape(i).is_prose() && scene.is_in(i, tags::P);
    let mut last = None;
    for i in 0..chosen.len() {
        if !prose(i) {
            continue;
        }
        let near = |j: &usize| chosen[*j] && prose(*j);
        let next = (i + 1..chosen.len().min(i + 1 + REACH)).find(near);
        let between = last.zip(next).is_some_and(|(a, b)| i - a <= REACH && alike(&list[a], &list[i], &list[b]));
        if between && scene.link(i) <= LINKED {
            chosen[i] = true;
        }
        if chosen[i] {
            last = Some(i);
        }
    }
}

fn alike(a: &Passage, here: &Passage, b: &Passage) -> bool {
    let own = !(tags::LINK | tags::STRESS);
    let same = |other: &Passage| other.place.near == here.place.near && other.place.tags & own == here.place.tags & own;
    same(a) && same(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{
            about::About,
            passages,
            snapshot::{Builder, Element, Snapshot},
        },
        pace::{Pace, finish},
    };

    const PROSE: &str = "The harbour was closed on Monday as the tide had risen more than it has in forty years or so.";

    /// Which of `paragraphs`, each a tag, its text in a link and its text, are chosen once the first and last of them
    /// are.
    fn chosen(paragraphs: &[(&str, &str, &str)]) -> Vec<bool> {
        let mut builder = Builder::new(Snapshot::default());
        let tag = |tag: &str| Element { tag: tag.into(), ..Element::default() };
        builder.open(tag("body"));
        for (name, linked, text) in paragraphs {
            builder.open(tag("div"));
            builder.open(tag(name));
            builder.open(tag("a"));
            builder.text(linked);
            builder.close();
            builder.text(text);
            builder.close();
            builder.close();
        }
        let (page, pace) = (builder.finish(), Pace::unhurried());
        let passages = finish(passages::of(&page, &pace));
        let scene = finish(Scene::new(&page, &passages, &About::of(&page), &pace));
        let mut chosen = vec![false; scene.len()];
        (chosen[0], chosen[scene.len() - 1]) = (true, true);
        complete(&scene, &passages.list, &mut chosen);
        chosen
    }

    #[test]
    fn what_stands_between_paragraphs_as_they_do() {
        let own = ("p", "", PROSE);
        let linked = (
            "p",
            "The Harbour Workers of Osby",
            " said that the gates had held, and that it was luck and nothing else.",
        );
        assert_eq!(chosen(&[own, linked, own]), [true; 3]);
        assert_eq!(chosen(&[own, ("p", "", "Advertisement"), linked, own, own]), [true, false, true, true, true]);
    }

    #[test]
    fn neither_teasers_nor_what_stands_otherwise() {
        let own = ("p", "", PROSE);
        assert_eq!(chosen(&[own, ("p", PROSE, "Read on."), own]), [true, false, true]);
        assert_eq!(chosen(&[own, ("li", "", PROSE), own]), [true, false, true]);
        assert_eq!(chosen(&[own, ("p", "", "Advertisement"), own]), [true, false, true]);
    }
}
