//! Tints and lines over the page's own text, by the CSS Custom Highlight API: no node of the page is touched.

use super::{
    anchor::Fragment,
    bind::{HIGHLIGHTS, Highlight, StaticRange, StaticRangeInit},
    kinds,
    look::Look,
    near::Elements,
    statement::Statement,
};
use crate::pace::Pace;

/// Speakers' colours; `highlights.css` and `overlay.css` hold them by number. Later speakers begin again at the first.
pub const COLOURS: usize = 8;

/// The colour of a speaker, or of nobody.
pub fn colour(number: Option<usize>) -> String {
    number.map_or("none".to_owned(), |number| (number % COLOURS).to_string())
}

/// Statements up to which all are painted, however far from the window they stand. Chromium goes through every range of
/// a page's highlights in each frame that the page changes in.
const FEW: usize = 100;

/// Words that are painted as one run.
#[derive(Clone)]
struct Run {
    range: StaticRange,
    /// Index of the element that it stands in, where that matters and it stands in one: a shadow root is none.
    element: Option<usize>,
    /// Whether it is in its highlight.
    painted: bool,
}

/// Runs that are painted alike.
struct Group {
    name: String,
    highlight: Highlight,
    runs: Vec<Run>,
}

/// Highlights that are not yet to be seen.
#[derive(Default)]
pub struct Prepared {
    groups: Vec<Group>,
    /// Whether they are for light text on dark.
    pub dark: bool,
    /// What the words stand in, where there are so many that only those near the window are to be painted.
    pub elements: Option<Elements>,
}

impl Prepared {
    /// The speaker's tint and the line of the source's kind for the words of each of `statements`, on a page that is
    /// `dark` or not.
    pub async fn new(statements: &[Statement], dark: bool, pace: &Pace) -> Self {
        let elements = (statements.len() > FEW).then(Elements::default);
        let mut prepared = Self { groups: Vec::new(), dark, elements };
        for statement in statements.iter().filter(|statement| !statement.hidden()) {
            let tint = format!("{}-{}", colour(statement.number), theme(dark));
            let sorts =
                [("quoted", &statement.quoted), ("quoted", &statement.pulled), ("reported", &statement.reported)];
            for (sort, fragments) in sorts {
                let runs = prepared.runs(fragments);
                for name in [&tint, kinds::line(statement)] {
                    prepared.add(format!("hearsay-{sort}-{name}"), &runs);
                }
            }
            pace.rest(8).await;
        }
        prepared
    }

    /// One statement, set off from the others, and the words that prove it.
    pub fn current(statement: &Statement, dark: bool) -> Self {
        let mut prepared = Self { dark, ..Self::default() };
        let (words, proof) = (prepared.runs(statement.everywhere()), prepared.runs(&statement.proof));
        prepared.add(format!("hearsay-current-{}", theme(dark)), &words);
        prepared.add(format!("hearsay-evidence-{}", theme(dark)), &proof);
        prepared.groups.iter().for_each(|group| group.highlight.set_priority(1));
        prepared
    }

    /// One statement that somebody went to, set off for a moment, whatever else is.
    pub fn flash(statement: &Statement, dark: bool) -> Self {
        let mut prepared = Self { dark, ..Self::default() };
        let words = prepared.runs(statement.everywhere());
        prepared.add(format!("hearsay-flash-{}", theme(dark)), &words);
        prepared.groups.iter().for_each(|group| group.highlight.set_priority(1));
        prepared
    }

    fn runs<'a>(&mut self, fragments: impl IntoIterator<Item = &'a Fragment>) -> Vec<Run> {
        let run = |fragment: &Fragment| {
            let parent = || fragment.node.parent_element();
            let element = self.elements.as_mut().and_then(|known| Some(known.index(parent()?)));
            Some(Run { range: range(fragment)?, element, painted: true })
        };
        fragments.into_iter().filter_map(run).collect()
    }

    fn add(&mut self, name: String, runs: &[Run]) {
        if runs.is_empty() {
            return;
        }
        // There are few groups: a speaker's colours and the lines.
        let known = self.groups.iter().position(|group| group.name == name);
        let at = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.groups.push(Group { name, highlight: Highlight::new(), runs: Vec::new() });
        }
        let group = &mut self.groups[at];
        runs.iter().for_each(|run| group.highlight.add(&run.range));
        group.runs.extend_from_slice(runs);
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
    groups: Vec<Group>,
    names: Vec<String>,
}

impl Painting {
    /// Shows what `look` wants, and no more.
    pub fn show(&mut self, look: Look) {
        self.hide();
        for Group { name, highlight, .. } in &self.groups {
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

    /// Paints the runs in elements whose index is `wanted` and those in none, and no others.
    pub fn keep(&mut self, wanted: impl Fn(usize) -> bool) {
        for Group { highlight, runs, .. } in &mut self.groups {
            for run in runs {
                let painted = run.element.is_none_or(&wanted);
                match (run.painted, painted) {
                    (false, true) => highlight.add(&run.range),
                    (true, false) => highlight.remove(&run.range),
                    _ => continue,
                }
                run.painted = painted;
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

fn range(fragment: &Fragment) -> Option<StaticRange> {
    let init = StaticRangeInit::new();
    init.set_start_container(&fragment.node);
    init.set_start_offset(fragment.start);
    init.set_end_container(&fragment.node);
    init.set_end_offset(fragment.end);
    StaticRange::new(&init).ok()
}

impl Drop for Painting {
    fn drop(&mut self) {
        self.hide();
    }
}
