//! Tints and underlines over the page's own text, by the CSS Custom Highlight API: no node of the page is touched.

use super::{
    anchor::Fragment,
    bind::{HIGHLIGHTS, Highlight, StaticRange, StaticRangeInit},
    statement::Statement,
};
use std::collections::BTreeMap;

/// Speakers' colours; `highlights.css` and `overlay.css` hold them by number. Later speakers begin again at the first.
pub const COLOURS: usize = 8;

/// The colour of a speaker, or of nobody.
pub fn colour(number: Option<usize>) -> String {
    number.map_or("none".to_owned(), |number| (number % COLOURS).to_string())
}

/// Highlights in the page's registry; dropped, they are gone from it.
#[derive(Default)]
pub struct Painting {
    names: Vec<String>,
}

impl Painting {
    /// Tints quoted words and underlines reported ones, for text that is light on dark or the other way round.
    pub fn new(statements: &[Statement], dark: bool) -> Self {
        let mut groups: BTreeMap<String, Vec<&Fragment>> = BTreeMap::new();
        let theme = if dark { "dark" } else { "light" };
        for statement in statements {
            let colour = colour(statement.number);
            for (sort, fragments) in [("quoted", &statement.quoted), ("reported", &statement.reported)] {
                if !fragments.is_empty() {
                    groups.entry(format!("hearsay-{sort}-{colour}-{theme}")).or_default().extend(fragments);
                }
            }
        }
        let painting = Self { names: groups.keys().cloned().collect() };
        groups.into_iter().for_each(|(name, fragments)| set(&name, fragments, 0));
        painting
    }

    /// Sets one statement off from the others.
    pub fn current(statement: &Statement, dark: bool) -> Self {
        let name = format!("hearsay-current-{}", if dark { "dark" } else { "light" });
        set(&name, statement.fragments(), 1);
        Self { names: vec![name] }
    }
}

fn set<'a>(name: &str, fragments: impl IntoIterator<Item = &'a Fragment>, priority: i32) {
    let highlight = Highlight::new();
    highlight.set_priority(priority);
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
    HIGHLIGHTS.with(|highlights| highlights.set(name, &highlight));
}

impl Drop for Painting {
    fn drop(&mut self) {
        HIGHLIGHTS.with(|highlights| self.names.iter().for_each(|name| highlights.delete(name)));
    }
}
