//! Pairs of single marks, told from apostrophes.

use super::{Pair, shape};
use crate::{lexicon, text::context::Chars};

/// Most characters of a passage in single marks: what keeps a page of nothing but marks from costing the square of it.
const LONGEST: usize = 4_000;

/// The pairs of single marks in a block, none of which crosses one of the `doubles`; `next` is the first character of
/// the block after it.
pub fn pairs(chars: &Chars, next: char, doubles: &[Pair]) -> Vec<Pair> {
    // For each character, the end of the double pair that opens there, and whether one closes there.
    let mut ends = vec![0; chars.len() + 1];
    let mut closes = vec![false; chars.len() + 1];
    for pair in doubles {
        ends[pair.open] = pair.close;
        closes[pair.close] = true;
    }
    let openings: Vec<bool> = (0..chars.len()).map(|i| opens(chars, i)).collect();
    let mut pairs = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let width = shape::width(chars, i);
        if width == 1 && openings[i] {
            // Opened again at the next block's start, it goes on there unless it is surely closed here.
            let reopened = i == 0 && next == chars.at(0) && !matches!(next, '`' | '‛');
            match closing(chars, i, &openings, &ends, &closes) {
                Some((close, sure)) if sure || !reopened => {
                    pairs.push(Pair { open: i, close });
                    // What is nested in single marks is in double ones.
                    i = close;
                }
                _ if reopened => {
                    pairs.push(Pair { open: i, close: chars.len() });
                    break;
                }
                _ => {}
            }
        }
        i += width;
    }
    pairs
}

fn opens(chars: &Chars, i: usize) -> bool {
    matches!(chars.at(i), '\'' | '‘' | '‚' | '‹' | '‛' | '`') && shape::can_open(chars, i) && !elision(chars, i)
}

/// An apostrophe for letters left out at the start of a word or number ('em, '90s, rock 'n' roll).
fn elision(chars: &Chars, i: usize) -> bool {
    let word: String =
        (i + 1..chars.len().min(i + 8)).map(|k| chars.at(k)).take_while(|c| c.is_alphanumeric()).collect();
    let decade =
        word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_digit()) && word.trim_end_matches('s').len() == 2;
    decade || lexicon::ELISIONS.has(&word.to_lowercase())
}

/// The mark that closes the passage opened at `open`: the first one that can be nothing else, or else the last that can
/// close at all, before the double marks around it end or another passage opens; and whether it is sure.
fn closing(chars: &Chars, open: usize, openings: &[bool], ends: &[usize], closes: &[bool]) -> Option<(usize, bool)> {
    let mut weak = None;
    let mut i = open + 1;
    let end = chars.len().min(open + LONGEST);
    while i < end && !closes[i] {
        if ends[i] > i {
            i = ends[i] + 1;
            continue;
        }
        if i > open + 1 && openings[i] && !shape::can_close(chars, i) {
            break;
        }
        if (matches!(chars.at(i), '\'' | '’' | '›') || chars.at(i) == '‘' && chars.at(open) == '‚')
            && shape::can_close(chars, i)
        {
            if !plural_possessive(chars, i) {
                return Some((i, true));
            }
            weak = Some((i, false));
        }
        i += 1;
    }
    weak
}

/// Whether the mark at `i` may be the apostrophe of a plural (the players’ union).
fn plural_possessive(chars: &Chars, i: usize) -> bool {
    matches!(chars.before(i), 's' | 'S') && chars.at(i + 1) == ' ' && chars.at(i + 2).is_alphanumeric()
}
