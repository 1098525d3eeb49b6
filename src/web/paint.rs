//! Tints and underlines over the page's own text, by the CSS Custom Highlight API: no node of the page is touched.

use super::{
    anchor::Fragment,
    bind::{HIGHLIGHTS, Highlight, StaticRange, StaticRangeInit},
    statement::Statement,
};
use crate::pace::Pace;
use std::collections::BTreeMap;

/// Speakers' colours; `highlights.css` and `overlay.css` hold them by number. Later speakers begin again at the first.
pub const COLOURS: usize = 8;

/// The colour of a speaker, or of nobody.
pub fn colour(number: Option<usize>) -> String {
    number.map_or("none".to_owned(), |number| (number % COLOURS).to_string())
}

/// Highlights that are not yet to be seen, by name.
#[derive(Default)]
pub struct Prepared {
    groups: BTreeMap<String, Highlight>,
    /// Whether they are for light text on dark.
    pub dark: bool,
}

impl Prepared {
    /// Tints for quoted words and underlines for reported ones, on a page that is `dark` or not.
    pub async fn new(statements: &[Statement], dark: bool, pace: &Pace) -> Self {
        let mut groups: BTreeMap<String, Highlight> = BTreeMap::new();
        let theme = if dark { "dark" } else { "light" };
        for statement in statements {
            let colour = colour(statement.number);
            let sorts =
                [("quoted", &statement.quoted), ("quoted", &statement.pulled), ("reported", &statement.reported)];
            for (sort, fragments) in sorts {
                if !fragments.is_empty() {
                    let name = format!("hearsay-{sort}-{colour}-{theme}");
                    add(groups.entry(name).or_insert_with(Highlight::new), fragments);
                }
            }
            pace.rest(8).await;
        }
        Self { groups, dark }
    }

    /// One statement, set off from the others.
    pub fn current(statement: &Statement, dark: bool) -> Self {
        Self::one("current", statement, dark)
    }

    /// One statement that somebody went to, set off for a moment, whatever else is.
    pub fn flash(statement: &Statement, dark: bool) -> Self {
        Self::one("flash", statement, dark)
    }

    fn one(sort: &str, statement: &Statement, dark: bool) -> Self {
        let highlight = Highlight::new();
        highlight.set_priority(1);
        add(&highlight, statement.everywhere());
        let name = format!("hearsay-{sort}-{}", if dark { "dark" } else { "light" });
        Self { groups: BTreeMap::from([(name, highlight)]), dark }
    }

    /// Shows them.
    pub fn show(self) -> Painting {
        HIGHLIGHTS.with(|registry| self.groups.iter().for_each(|(name, highlight)| registry.set(name, highlight)));
        Painting { names: self.groups.into_keys().collect() }
    }
}

/// Highlights in the page's registry; dropped, they are gone from it.
#[derive(Default)]
pub struct Painting {
    names: Vec<String>,
}

fn add<'a>(highlight: &Highlight, fragments: impl IntoIterator<Item = &'a Fragment>) {
    for fragment in fragments {
        let init = StaticRangeInit::new();
        init.set_start_container(&fragment.node);
        init.set_start_offset(fragment.start);
        init.set_end_container(&fragment.node);
        init.set_end_offset(fragment.end);
        if let Ok(range) = StaticRange::new(&init) {
            highlight.add(&range);
        }
    }
}

impl Drop for Painting {
    fn drop(&mut self) {
        HIGHLIGHTS.with(|highlights| self.names.iter().for_each(|name| highlights.delete(name)));
    }
}
