//! Numbers that tell an article's passages from the rest of the page.

use super::{
    super::{hints, passages::tags, phrases, plain::Plain, snapshot::NodeId, take::Take},
    Scene,
};

/// Words of the longest passage in which stock phrases are looked for.
const LONGEST_LINE: usize = 60;

impl Scene<'_> {
    /// The numbers of passage `i`, from it and its surroundings.
    pub fn passage(&self, i: usize, take: &mut Take) {
        take.number("constant", "", 1.0);
        self.shape_of(i, take);
        self.marks_of(i, take);
        self.likeness_of(i, take);
        self.order_of(i, take);
        self.place_of(i, take);
        self.container_of(i, take);
        self.pictures_by(i, take);
        for (name, near) in [("before", i.checked_sub(1)), ("after", (i + 1 < self.len()).then_some(i + 1))] {
            self.neighbour(i, name, near, take);
        }
    }

    /// The words of passage `i`.
    fn text(&self, i: usize) -> &str {
        self.passages.list[i].span.of(&self.passages.text)
    }

    /// How many words, and what they are like.
    fn shape_of(&self, i: usize, take: &mut Take) {
        let shape = &self.shapes[i];
        let text = self.text(i);
        take.number("words", "", ((1 + shape.words) as f32).ln());
        take.number("words", "< 3", flag(shape.words < 3));
        take.number("words", "< 6", flag(shape.words < 6));
        take.number("words", "< 12", flag(shape.words < 12));
        take.number("words", "> 24", flag(shape.words > 24));
        take.number("words", "> 50", flag(shape.words > 50));
        take.number("finished", "", flag(shape.finished));
        take.number("finished", "and > 11 words", flag(shape.finished && shape.words > 11));
        take.number("colon", "", flag(text.ends_with(':')));
        take.number("cut off", "", flag(text.ends_with("...") || text.ends_with('…')));
        take.number("quoted", "", flag(shape.quoted));
        take.number("prose", "", flag(shape.is_prose()));
        take.number("stops", "", shape.share(shape.stops).min(0.5));
        take.number("commas", "", shape.share(shape.commas).min(0.2));
        take.number("capitals", "", shape.share(shape.capitals));
        take.number("shouted", "", shape.share(shape.shouted));
        take.number("digits", "", shape.share(shape.digits).min(2.0));
        take.number("starts small", "", flag(text.starts_with(char::is_lowercase)));
        take.number("starts with mark", "", flag(!text.starts_with(char::is_alphanumeric)));
        take.number("starts with dateline", "", flag(dateline(text)));
        take.number("no words", "", flag(shape.words == 0));
    }

    /// Links, stress and stock phrases in it.
    fn marks_of(&self, i: usize, take: &mut Take) {
        let shape = &self.shapes[i];
        let (passage, text) = (&self.passages.list[i], self.text(i));
        let link = self.link(i);
        take.number("link", "", link);
        take.number("link", "whole", flag(link > 0.8));
        take.number("link", "some in prose", flag(link > 0.0 && link < 0.5));
        let stress = passage.stressed as f32 / passage.span.len() as f32;
        take.number("stress", "whole", flag(stress > 0.9));
        take.number("stress", "whole with link", flag(stress > 0.9 && link > 0.3));
        take.number("copies", "", flag(self.copies[i] > 1));
        take.number("copies", "of prose", flag(self.copies[i] > 1 && shape.is_prose()));
        let lower = if shape.words <= LONGEST_LINE { text.to_lowercase() } else { String::new() };
        for (group, (name, _)) in phrases::GROUPS.iter().enumerate() {
            let has = phrases::has(group, &lower);
            take.number("phrase", name, flag(has));
            take.number("phrase in few words", name, flag(has && shape.words < 12));
        }
    }

    /// What of it the page's title, its description and its data say as well.
    fn likeness_of(&self, i: usize, take: &mut Take) {
        let plain = Plain::of(self.text(i));
        let Plain { joined, words } = &plain;
        let titled = words.iter().filter(|&&word| self.title.has(word)).count();
        take.number("title's words", "", if words.len() > 2 { titled as f32 / words.len() as f32 } else { 0.0 });
        take.number(
            "is headline",
            "",
            flag(words.len() > 2 && titled * 5 >= words.len() * 4 && titled * 5 >= self.title.len() * 4),
        );
        take.number("is description", "", flag(words.len() > 3 && *joined == self.description));
        take.number("in description", "", flag(words.len() > 3 && self.description.contains(joined.as_str())));
        take.number(
            "starts as description",
            "",
            flag(words.len() > 20 && self.description.len() > 40 && joined.starts_with(cut(&self.description, 40))),
        );
        let covered = self.covered(&plain);
        take.number("told", "", flag(self.told.is_some()));
        take.number("told", "in full", flag(covered.is_some_and(|share| share > 0.9)));
        take.number("told", "in part", flag(covered.is_some_and(|share| share > 0.4 && share <= 0.9)));
        take.number("told", "not", flag(covered.is_some_and(|share| share < 0.1)));
        take.number("told", "too short", flag(self.told.is_some() && covered.is_none()));
    }

    /// Where it stands on the page, and to the headline.
    fn order_of(&self, i: usize, take: &mut Take) {
        let after = self.headline.map(|headline| i > headline);
        take.number("headline", "missing", flag(after.is_none()));
        take.number("headline", "before", flag(after == Some(true)));
        take.number(
            "headline",
            "just before",
            flag(self.headline.is_some_and(|headline| i > headline && i < headline + 8)),
        );
        let words = self.words[self.len()].max(1.0);
        take.number("place on page", "", self.words[i] / words);
        take.number("place on page", "last tenth", flag(self.words[i] > 0.9 * words));
    }

    fn place_of(&self, i: usize, take: &mut Take) {
        let place = &self.passages.list[i].place;
        for (name, bit) in tags::NAMED {
            take.number("in", name, flag(place.tags & bit != 0));
        }
        let near = place.near[0] | place.near[1] | place.near[2];
        for (group, name) in hints::names().enumerate() {
            take.number("near", name, (near >> group & 1) as f32);
        }
        for (group, name) in hints::names().enumerate() {
            take.number("around", name, (place.around >> group & 1) as f32);
        }
    }

    fn pictures_by(&self, i: usize, take: &mut Take) {
        let list = &self.passages.list;
        let between = |a: NodeId, b: NodeId| self.pictures[b as usize] > self.pictures[a as usize];
        let here = list[i].node;
        let before = i.checked_sub(1).map_or(0, |i| list[i].node);
        let after = list.get(i + 1).map_or(self.page.nodes.len() as NodeId, |passage| passage.node);
        let within = |id: NodeId| between(id, self.page.nodes[id as usize].end);
        let pictured = between(before, here);
        take.number("picture", "before", flag(pictured));
        take.number("picture", "before few words", flag(pictured && self.shapes[i].words < 30));
        take.number("picture", "before prose", flag(pictured && self.shapes[i].is_prose()));
        take.number("picture", "after", flag(between(here, after)));
        take.number("picture", "in block", flag(within(list[i].block)));
        let alone = self.within(self.parent(i)).len() <= 3;
        take.number("picture", "in parent of few", flag(alone && within(self.parent(i))));
    }

    fn container_of(&self, i: usize, take: &mut Take) {
        let all = self.len();
        let total = self.prose[all];
        const NAMES: [&str; 5] = ["own block", "parent", "second parent", "third parent", "fourth parent"];
        let mut around = self.around(i);
        for name in NAMES {
            let range = around.next().map_or(0..all, |id| self.within(id));
            let sum = |sums: &[f32]| sums[range.end] - sums[range.start];
            take.number("share of page's prose", name, if total > 0.0 { sum(&self.prose) / total } else { 0.0 });
            take.number("share of prose", name, sum(&self.prose) / sum(&self.words).max(1.0));
            take.number("links", name, sum(&self.linked) / sum(&self.words).max(1.0));
        }
    }

    fn neighbour(&self, i: usize, name: &'static str, near: Option<usize>, take: &mut Take) {
        let shape = near.map(|near| self.shapes[near]).unwrap_or_default();
        let link = near.map_or(0.0, |near| self.link(near));
        take.number(name, "words", ((1 + shape.words) as f32).ln());
        take.number(name, "is prose", flag(shape.is_prose()));
        take.number(name, "link", link);
        take.number(name, "is beside", flag(near.is_some_and(|near| self.parent(near) == self.parent(i))));
        take.number(
            name,
            "is prose beside",
            flag(shape.is_prose() && near.is_some_and(|near| self.parent(near) == self.parent(i))),
        );
        take.number(name, "is finished", flag(shape.finished));
    }
}

/// A condition as a number.
fn flag(condition: bool) -> f32 {
    f32::from(u8::from(condition))
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// Whether a line opens with a place in capitals and a dash, as news agencies write.
fn dateline(text: &str) -> bool {
    let head = cut(text, 60);
    head.split_once(['—', '–', '-', ':']).is_some_and(|(place, _)| {
        let first = place.split_whitespace().next().unwrap_or("");
        first.chars().count() > 2
            && first.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            && first.contains(char::is_alphabetic)
    })
}
