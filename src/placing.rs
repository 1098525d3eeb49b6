//! Where labels fit beside a column of text: plain geometry in CSS pixels.

pub mod card;

use crate::order;

/// A rectangle, its right and bottom edges past its last pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Whether the two share an area.
    pub fn overlaps(self, other: Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// A label that wants a place.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Top of the line that it belongs to.
    pub top: f64,
    /// Left and right edge of the column that the line stands in.
    pub column: (f64, f64),
    /// Its natural width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Between a column and its labels.
const GAP: f64 = 14.0;
/// Between a label and whatever else is near.
const AIR: f64 = 4.0;
/// A label narrower than this tells nothing.
const NARROWEST: f64 = 84.0;
/// How far below its line a label may be moved by the labels above it.
const DRIFT: f64 = 44.0;

/// A place for each wish, or `None` where it has no room: inside `bounds`, clear of `taken`, of all columns and of each
/// other, on one side of the text if most find room there. Wishes stand in order of `top`.
pub fn place(wishes: &[Wish], taken: &[Rect], bounds: Rect) -> Vec<Option<Rect>> {
    let mut taken = taken.to_vec();
    order::by_key(&mut taken, |rect| order::of_number(rect.top));
    let right = side(wishes, &taken, bounds, true);
    let count = |side: &[Option<Rect>]| side.iter().flatten().count();
    if count(&right) == wishes.len() {
        return right;
    }
    let left = side(wishes, &taken, bounds, false);
    let (most, rest) = if count(&left) > count(&right) { (left, right) } else { (right, left) };
    most.into_iter().zip(rest).map(|(a, b)| a.or(b)).collect()
}

/// Places on one side alone.
fn side(wishes: &[Wish], taken: &[Rect], bounds: Rect, right: bool) -> Vec<Option<Rect>> {
    let tallest = taken.iter().map(|r| r.bottom - r.top).fold(0.0, f64::max);
    let mut floor = f64::NEG_INFINITY;
    let mut places = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let top = wish.top.max(floor);
        let (low, high) = (top - AIR, top + wish.height + AIR);
        // Only rectangles that begin between these two can reach the label's own height.
        let first = taken.partition_point(|r| r.top < low - tallest);
        let near = taken[first..].iter().take_while(|r| r.top < high).filter(|r| r.bottom > low);
        let (mut from, mut to) =
            if right { (wish.column.1 + GAP, bounds.right - AIR) } else { (bounds.left + AIR, wish.column.0 - GAP) };
        for r in near {
            if right && r.right > wish.column.1 + 1.0 && r.left > wish.column.0 {
                to = to.min(r.left - AIR);
            } else if !right && r.left < wish.column.0 - 1.0 && r.right < wish.column.1 {
                from = from.max(r.right + AIR);
            }
            // What lies across the whole column and the gutter beside it leaves no room.
            if right && r.left <= wish.column.0 && r.right > from {
                to = from;
            } else if !right && r.right >= wish.column.1 && r.left < to {
                from = to;
            }
        }
        let width = wish.width.min(to - from);
        let inside = top >= bounds.top && top + wish.height <= bounds.bottom;
        let fits = inside && width >= NARROWEST.min(wish.width) && top - wish.top <= DRIFT;
        places.push(fits.then(|| {
            floor = top + wish.height + AIR / 2.0;
            let left = if right { from } else { to - width };
            Rect { left, top, right: left + width, bottom: top + wish.height }
        }));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Rect = Rect { left: 0.0, top: 0.0, right: 1000.0, bottom: 2000.0 };

    fn wish(top: f64) -> Wish {
        Wish { top, column: (200.0, 700.0), width: 120.0, height: 30.0 }
    }

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    #[test]
    fn beside_the_line_on_the_right() {
        assert_eq!(place(&[wish(100.0)], &[], PAGE), [Some(rect(714.0, 100.0, 834.0, 130.0))]);
    }

    #[test]
    fn on_the_left_where_a_sidebar_stands() {
        let sidebar = rect(720.0, 0.0, 980.0, 900.0);
        assert_eq!(place(&[wish(100.0)], &[sidebar], PAGE), [Some(rect(66.0, 100.0, 186.0, 130.0))]);
    }

    #[test]
    fn narrower_where_the_room_ends() {
        let picture = rect(814.0, 90.0, 980.0, 300.0);
        assert_eq!(place(&[wish(100.0)], &[picture], PAGE)[0].unwrap().right, 810.0);
    }

    #[test]
    fn nowhere_in_a_narrow_window() {
        assert_eq!(place(&[wish(100.0)], &[], rect(190.0, 0.0, 710.0, 2000.0)), [None]);
    }

    #[test]
    fn nowhere_beside_a_full_width_picture() {
        assert_eq!(place(&[wish(100.0)], &[rect(0.0, 90.0, 1000.0, 400.0)], PAGE), [None]);
    }

    #[test]
    fn labels_never_overlap_each_other_or_anything() {
        let mut wishes: Vec<Wish> = (0..40).map(|i| wish(100.0 + f64::from(i * i % 7 + i * 9))).collect();
        wishes.sort_by(|a, b| a.top.total_cmp(&b.top));
        let taken = [rect(760.0, 120.0, 990.0, 180.0), rect(10.0, 150.0, 90.0, 320.0)];
        let mut all = taken.to_vec();
        for spot in place(&wishes, &taken, PAGE).into_iter().flatten() {
            assert!(all.iter().all(|r| !r.overlaps(spot)), "{spot:?}");
            assert!(spot.right <= 1000.0 && (spot.left >= 700.0 || spot.right <= 200.0));
            all.push(spot);
        }
        assert!(all.len() > 6);
    }
}
