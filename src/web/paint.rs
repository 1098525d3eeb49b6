//! Tints and lines over the page's own text, by the CSS Custom Highlight API: no node of the page is touched.

use super::{
    anchor::Fragment,
    bind::{HIGHLIGHTS, Highlight, StaticRange, StaticRangeInit},
    kinds,
    look::Look,
    statement::Statement,
};
use crate::pace::Pace;

/// Speakers' colours; `highlights.css` and `overlay.css` hold them by number. Later speakers begin again at the first.
pub const COLOURS: usize = 8;

/// The colour of a speaker, or of nobody.
pub fn colour(number: Option<usize>) -> String {
    number.map_or("none".to_owned(), |number| (number % COLOURS).to_string())
}

/// Highlights that are not yet to be seen, by name.
#[derive(Default)]
pub struct Prepared {
    groups: Vec<(String, Highlight)>,
    /// Whether they are for light text on dark.
    pub dark: bool,
}

impl Prepared {
    /// The speaker's tint and the line of the source's kind for the words of each of `statements`, on a page that is
    /// `dark` or not.
    pub async fn new(statements: &[Statement], dark: bool, pace: &Pace) -> Self {
        let mut prepared = Self { groups: Vec::new(), dark };
        for statement in statements.iter().filter(|statement| !statement.hidden()) {
            let tint = format!("{}-{}", colour(statement.number), theme(dark));
            let sorts =
                [("quoted", &statement.quoted), ("quoted", &statement.pulled), ("reported", &statement.reported)];
            for (sort, fragments) in sorts {
                let ranges = ranges(fragments);
                for name in [&tint, kinds::line(statement)] {
                    prepared.add(format!("hearsay-{sort}-{name}"), &ranges);
                }
            }
            pace.rest(8).await;
        }
        prepared
    }

    /// One statement, set off from the others, and the words that prove it.
    pub fn current(statement: &Statement, dark: bool) -> Self {
        let mut prepared = Self { groups: Vec::new(), dark };
        prepared.add(format!("hearsay-current-{}", theme(dark)), &ranges(statement.everywhere()));
        prepared.add(format!("hearsay-evidence-{}", theme(dark)), &ranges(&statement.proof));
        prepared.groups.iter().for_each(|(_, highlight)| highlight.set_priority(1));
        prepared
    }

    /// One statement that somebody went to, set off for a moment, whatever else is.
    pub fn flash(statement: &Statement, dark: bool) -> Self {
        let mut prepared = Self { groups: Vec::new(), dark };
        prepared.add(format!("hearsay-flash-{}", theme(dark)), &ranges(statement.everywhere()));
        prepared.groups.iter().for_each(|(_, highlight)| highlight.set_priority(1));
        prepared
    }

    fn add(&mut self, name: String, ranges: &[StaticRange]) {
        if ranges.is_empty() {
            return;
        }
        // There are few groups: a speaker's colours and the lines.
        let known = self.groups.iter().position(|(known, _)| *known == name);
        let at = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.groups.push((name, Highlight::new()));
        }
        ranges.iter().for_each(|range| self.groups[at].1.add(range));
    }

    /// Shows them, as far as `look` wants them.
    pub fn show(self, look: Look) -> Painting {
        let mut painting = Painting { groups: self.groups, names: Vec::new() };
        painting.show(look);
        painting
    }
}

/// Highlights in the page's registry; dropped, they are gone from it.
#[derive(Default)]
pub struct Painting {
    groups: Vec<(String, Highlight)>,
    names: Vec<String>,
}

impl Painting {
    /// Shows what `look` wants, and no more.
    pub fn show(&mut self, look: Look) {
        self.hide();
        for (name, highlight) in &self.groups {
            let quoted = name.starts_with("hearsay-quoted");
            let reported = name.starts_with("hearsay-reported");
            if (quoted && !look.quotations) || (reported && !look.reports) {
                continue;
            }
            self.names.push(name.clone());
            HIGHLIGHTS.with(|registry| registry.set(name, highlight));
            // On paper there are lines alone; names of tints end with their theme, and have no rules with this ending.
            if look.print {
                let name = format!("{name}-print");
                HIGHLIGHTS.with(|registry| registry.set(&name, highlight));
                self.names.push(name);
            }
        }
    }

    fn hide(&mut self) {
        HIGHLIGHTS.with(|registry| self.names.drain(..).for_each(|name| registry.delete(&name)));
    }
}

fn theme(dark: bool) -> &'static str {
    if dark { "dark" } else { "light" }
}

fn ranges<'a>(fragments: impl IntoIterator<Item = &'a Fragment>) -> Vec<StaticRange> {
    let range = |fragment: &Fragment| {
        let init = StaticRangeInit::new();
        init.set_start_container(&fragment.node);
        init.set_start_offset(fragment.start);
        init.set_end_container(&fragment.node);
        init.set_end_offset(fragment.end);
        StaticRange::new(&init).ok()
    };
    fragments.into_iter().filter_map(range).collect()
}

impl Drop for Painting {
    fn drop(&mut self) {
        self.hide();
    }
}
