//! Where a card goes: close to the words that it tells of, and not over them.

use super::Rect;

/// Between card and text, and between card and window.
const GAP: f64 = 8.0;
/// A card lower than this tells too little at once.
const LOW: f64 = 150.0;
/// Lower than this it never is, even in the smallest window.
const LOWEST: f64 = 96.0;

/// Left and top of a card within `window`, and how high it may be: beside the box `whole` of the words, on the side
/// that is nearer to the `line` that is looked at; where they fill the window, beside that line. `size` is what it
/// would have.
pub fn place(size: (f64, f64), whole: Rect, line: Rect, window: Rect) -> (f64, f64, f64) {
    let sides = |words: Rect| {
        let below = (words.bottom - line.bottom, words.bottom + GAP, window.bottom - words.bottom - 2.0 * GAP);
        let above = (line.top - words.top, words.top - GAP, words.top - window.top - 2.0 * GAP);
        [(below, false), (above, true)]
    };
    let fits = |least: f64| move |(side, _): &((f64, f64, f64), bool)| side.2 >= least;
    let near = sides(whole).into_iter().filter(fits(size.1)).min_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
    let widest = |words: Rect| sides(words).into_iter().max_by(|(a, _), (b, _)| a.2.total_cmp(&b.2));
    let some = near.or_else(|| widest(whole).filter(fits(size.1.min(LOW)))).or_else(|| widest(line));
    let Some(((_, edge, room), above)) = some else { return (window.left, window.top, size.1) };
    let height = room.max(LOWEST.min(window.bottom - window.top - 2.0 * GAP));
    let top = if above { edge - size.1.min(height) } else { edge };
    let clamp = |at: f64, low: f64, high: f64| at.min(high).max(low);
    let top = clamp(top, window.top + GAP, window.bottom - size.1.min(height) - GAP);
    (clamp(line.left, window.left + GAP, window.right - size.0 - GAP), top, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect { left: 0.0, top: 0.0, right: 360.0, bottom: 640.0 };
    const SIZE: (f64, f64) = (340.0, 220.0);

    fn words(top: f64, bottom: f64) -> Rect {
        Rect { left: 20.0, top, right: 340.0, bottom }
    }

    /// The box of the card for words between `top` and `bottom`, looked at in the line at `at`.
    fn card(top: f64, bottom: f64, at: f64) -> Rect {
        let (left, top, height) = place(SIZE, words(top, bottom), words(at, at + 20.0), WINDOW);
        Rect { left, top, right: left + SIZE.0, bottom: top + SIZE.1.min(height) }
    }

    #[test]
    fn below_the_words_where_there_is_room() {
        assert_eq!(card(100.0, 140.0, 100.0), Rect { left: 12.0, top: 148.0, right: 352.0, bottom: 368.0 });
    }

    #[test]
    fn above_them_where_that_is_nearer() {
        assert_eq!(card(260.0, 400.0, 260.0).bottom, 252.0);
        assert_eq!(card(500.0, 560.0, 540.0).bottom, 492.0);
    }

    #[test]
    fn lower_and_beside_them_where_it_does_not_fit() {
        let box_ = card(150.0, 450.0, 300.0);
        assert_eq!((box_.top, box_.bottom), (458.0, 632.0));
    }

    #[test]
    fn beside_the_line_where_the_words_fill_the_window() {
        assert_eq!(card(-300.0, 900.0, 100.0).top, 128.0);
        assert_eq!(card(-300.0, 900.0, 500.0).bottom, 492.0);
    }

    #[test]
    fn never_over_the_line_and_always_within_the_window() {
        for top in (-400..640).step_by(23).map(f64::from) {
            for height in (20..1200).step_by(37).map(f64::from) {
                let at = (top + height / 2.0).clamp(0.0, 620.0);
                if at < top || at + 20.0 > top + height {
                    continue;
                }
                let card = card(top, top + height, at);
                assert!(!card.overlaps(words(at, at + 20.0)), "{top} {height}: {card:?}");
                assert!(card.left >= 8.0 && card.right <= 352.0 && card.top >= 8.0 && card.bottom <= 632.0, "{card:?}");
            }
        }
    }
}
