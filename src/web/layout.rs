//! Measures the page, so that labels find the room beside the text.

mod columns;
mod obstacles;

pub use columns::computed;
pub use obstacles::pinned;

use super::{kinds, label::Labels, look::Look, overlay::Overlay, statement::Statement, view::Page};
use crate::{
    keyed::WordSet,
    order,
    pace::Pace,
    placing::{self, Rect, Wish},
};
use columns::{Columns, bounds};
use obstacles::{Across, obstacles};
use std::rc::Rc;
use web_sys::{DomRect, Range};

/// Height of a label's first row, as `overlay.css` has it; it stands level with its line of text.
const ROW: f64 = 16.0;
/// Labels beyond which no more are shown at once.
const MOST_LABELS: usize = 600;

/// Puts every label in its place that `look` wants. Returns the places of those that can be seen.
pub async fn arrange(
    overlay: Rc<Overlay>,
    labels: Rc<Labels>,
    page: Rc<Page>,
    range: Range,
    look: Look,
    pace: Pace,
) -> Vec<Rect> {
    let Page { reading, statements } = &*page;
    let mut corner = Corner::of(&overlay);
    let mut columns = Columns::default();
    let mut begins: Vec<Option<(Rect, Rect)>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let line = statement.first().rects(&range).into_iter().next();
        begins.push(line.zip(columns.of(statement)).map(|(line, column)| (corner.shift(&line), corner.shift(&column))));
        if pace.rest(16).await {
            (corner, columns) = (Corner::of(&overlay), Columns::default());
        }
    }
    let mut wishes = Vec::new();
    if look.auto && statements.len() <= MOST_LABELS {
        wishes = wanted(statements, look, &begins, &labels);
    }
    let mut spots = vec![None; statements.len()];
    if let Some(&(first, _)) = wishes.first() {
        let bounds = bounds(statements[first].element(), &corner);
        let across = Across::of(&wishes);
        if let Some(taken) = obstacles(reading, &range, across, &overlay, &pace).await {
            let plain: Vec<Wish> = wishes.iter().map(|(_, wish)| *wish).collect();
            for ((index, _), spot) in wishes.iter().zip(placing::place(&plain, &taken, bounds)) {
                spots[*index] = spot;
            }
        }
    }
    for (index, spot) in spots.iter().enumerate() {
        let begin = begins[index].map_or((0.0, 0.0), |(line, _)| (line.left, line.top));
        if look.shows(&statements[index]) {
            labels.place(index, *spot, begin);
        } else {
            labels.remove(index);
        }
        pace.rest(8).await;
    }
    spots.into_iter().flatten().collect()
}

/// The overlay's own corner, which places count from; the page may scroll between two slices.
pub struct Corner {
    /// Pixels from the window's left edge.
    pub left: f64,
    /// Pixels from its upper edge.
    pub top: f64,
}

impl Corner {
    /// The corner as it stands in the window now.
    pub fn of(overlay: &Overlay) -> Self {
        let rect = overlay.host.element.get_bounding_client_rect();
        Self { left: rect.left(), top: rect.top() }
    }

    /// A box of the window, as it counts from the corner.
    pub fn shift(&self, r: &DomRect) -> Rect {
        let (left, top) = (self.left, self.top);
        Rect { left: r.left() - left, top: r.top() - top, right: r.right() - left, bottom: r.bottom() - top }
    }
}

/// The labels to be placed, in order of their lines: those with a speaker, and of several alike in one paragraph the
/// first alone.
fn wanted(
    statements: &[Statement],
    look: Look,
    begins: &[Option<(Rect, Rect)>],
    labels: &Labels,
) -> Vec<(usize, Wish)> {
    let mut wishes: Vec<(usize, Wish)> = Vec::new();
    let mut seen = WordSet::default();
    for (index, (statement, begin)) in statements.iter().zip(begins).enumerate() {
        let (Some(number), Some((line, column))) = (statement.number, begin) else { continue };
        if look.shows(statement)
            && seen.insert(format!("{} {number} {}", statement.block, kinds::path(&statement.chain)))
        {
            let (width, height) = labels.size(index);
            let top = (line.top + line.bottom - ROW) / 2.0;
            wishes.push((index, Wish { top, column: (column.left, column.right), width, height }));
        }
    }
    order::by_key(&mut wishes, |(_, wish)| order::of_number(wish.top));
    wishes
}
