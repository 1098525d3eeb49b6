//! The fewest words by which a passage is told from all else in a page.

use super::words::{Words, power};
use crate::pace::Pace;
use std::ops::Range;

/// Words that a term is found by at the most, those beside the passage among them.
const MOST: usize = 24;

/// Words at either end of a long passage that a link names at least: one alone is soon edited away.
const FEWEST: usize = 3;

/// Words up to which a passage is named whole; of longer ones the beginning and the end are.
const WHOLE: usize = 8;

/// Words to be found.
pub struct Term {
    /// What of the passage it names.
    pub part: Part,
    /// What is to be marked of the passage, or may be.
    pub core: Range<usize>,
    /// What may stand beside it.
    room: Range<usize>,
    /// The words that it is found by: those of the core, and others before or after it.
    pub window: Range<usize>,
    settled: bool,
}

/// A part of a passage.
#[derive(Clone, Copy, PartialEq)]
pub enum Part {
    /// All of it.
    Whole,
    /// So much of its beginning as is needed, with what is before it.
    Start,
    /// So much of its end as is needed, with what is after it.
    End,
}

impl Term {
    /// The one or two terms for the words `passage`.
    pub fn add(terms: &mut Vec<Term>, passage: Range<usize>, words: &Words) {
        let (first, last) = (words.block(passage.start), words.block(passage.end - 1));
        if passage.len() <= WHOLE && first == last {
            return terms.push(Term::new(passage, Part::Whole, words));
        }
        let middle = passage.start + passage.len() / 2;
        terms.push(Term::new(passage.start..middle.min(first.end), Part::Start, words));
        terms.push(Term::new(middle.max(last.start)..passage.end, Part::End, words));
    }

    fn new(core: Range<usize>, part: Part, words: &Words) -> Self {
        let own = words.block(core.start);
        // A term cannot begin in one block and end in another; where the passage begins its block, the last words of
        // the block before it stand beside it.
        let before =
            if core.start > own.start || own.start == 0 { own.start } else { words.block(own.start - 1).start };
        let after = if core.end < own.end || own.end == words.len() { own.end } else { words.block(own.end).end };
        Self { part, window: core.clone(), core, room: before..after, settled: false }
    }

    /// One of the rows of `length` words that it may be found by; only what is named whole has more than the first.
    fn row(&self, length: usize, choice: usize) -> Option<Range<usize>> {
        let Self { core, room, .. } = self;
        let more = length.saturating_sub(core.len());
        let (start, end) = match self.part {
            Part::Whole if length >= core.len() => {
                let before = [0, more, more / 2][choice];
                (core.start.checked_sub(before)?, core.end + more - before)
            }
            Part::Start if choice == 0 && length >= FEWEST.min(core.len()) => {
                (core.start.checked_sub(more)?, core.end.min(core.start + length))
            }
            Part::End if choice == 0 && length >= FEWEST.min(core.len()) => {
                (core.start.max(core.end.saturating_sub(length)), core.end + more)
            }
            _ => return None,
        };
        (room.start <= start && end <= room.end).then_some(start..end)
    }
}

/// Numbers that are looked for, and how often each was met.
struct Counts {
    /// A table with room to spare, so that each number is at or soon after the place that it tells of itself.
    slots: Vec<(u64, u8)>,
}

impl Counts {
    fn new(count: usize) -> Self {
        Self { slots: vec![(0, 0); (2 * count + 2).next_power_of_two()] }
    }

    /// The slot of `number`: its own, or one that is free.
    fn slot(&mut self, number: u64) -> &mut (u64, u8) {
        let mask = self.slots.len() - 1;
        let mut at = (number >> 20) as usize & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != number {
            at = (at + 1) & mask;
        }
        &mut self.slots[at]
    }
}

/// Finds for each term the shortest row of words that stands once in the page; where there is none, the longest.
pub async fn settle(terms: &mut [Term], words: &Words<'_>, pace: &Pace) {
    for length in 1..=MOST.min(words.len()) {
        let power = power(length);
        let mut counts = Counts::new(3 * terms.len());
        let mut wanted = false;
        for term in terms.iter().filter(|term| !term.settled) {
            for row in (0..3).filter_map(|choice| term.row(length, choice)) {
                let number = words.row(row.start, length, power);
                counts.slot(number).0 = number;
                wanted = true;
            }
        }
        if !wanted {
            continue;
        }
        for from in 0..=words.len() - length {
            let number = words.row(from, length, power);
            let slot = counts.slot(number);
            if slot.0 == number {
                slot.1 = slot.1.saturating_add(1);
            }
            if from % 64 == 0 {
                pace.look().await;
            }
        }
        for term in terms.iter_mut().filter(|term| !term.settled) {
            for choice in 0..3 {
                let Some(row) = term.row(length, choice) else { continue };
                let once = counts.slot(words.row(row.start, length, power)).1 == 1;
                term.window = row;
                if once {
                    term.settled = true;
                    break;
                }
            }
        }
    }
}
