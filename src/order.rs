//! Sorting in little code: the standard library's sorts come as several kilobytes anew for each type that is sorted,
//! and all of that goes over the wire.

use crate::span::Span;
use std::collections::BinaryHeap;

/// Sorts `items` by `key`, smallest first; those with the same key stay in their order. Takes n log n steps.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let keys = items.iter().enumerate().map(|(i, item)| (key(item), i)).collect();
    let mut old: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(sorted(keys).into_iter().filter_map(|(_, i)| old[i].take()));
}

/// The one sort that all others come down to.
fn sorted(keys: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    BinaryHeap::from(keys).into_sorted_vec()
}

/// A key for spans in text order, the shorter of two with the same start first.
pub fn of_span(span: Span) -> u64 {
    pair(span.start, span.end)
}

/// A key for spans in text order, the longer of two with the same start first: what holds another comes before it.
pub fn of_outer_span(span: Span) -> u64 {
    pair(span.start, !span.end)
}

/// No text is so long that an offset would lose bits.
fn pair(first: usize, second: usize) -> u64 {
    u64::from(first as u32) << 32 | u64::from(second as u32)
}

/// A key for numbers in the order of [`f64::total_cmp`].
pub fn of_number(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let mut numbers = vec![3.0, -1.0, 0.0, -0.5, 1e9, -1e-9, 0.25];
        by_key(&mut numbers, |&n| of_number(n));
        assert_eq!(numbers, [-1.0, -0.5, -1e-9, 0.0, 0.25, 3.0, 1e9]);
    }

    #[test]
    fn spans_and_what_has_the_same_key() {
        let spans = [(4, 6), (1, 9), (1, 3), (1, 9)].map(|(start, end)| Span::new(start, end));
        let mut items: Vec<_> = spans.into_iter().enumerate().collect();
        by_key(&mut items, |&(_, span)| of_span(span));
        assert_eq!(items.iter().map(|&(i, _)| i).collect::<Vec<_>>(), [2, 1, 3, 0]);
        by_key(&mut items, |&(_, span)| of_outer_span(span));
        assert_eq!(items.iter().map(|&(i, _)| i).collect::<Vec<_>>(), [1, 3, 2, 0]);
    }
}
