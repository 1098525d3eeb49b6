//! Lines that stand in an article's text but are about it: credits, bios, invitations. They are never annotated.
//!
//! Such a line is told by its own words, and only where it stands at an edge of the text: in the middle the same words
//! may be a sentence like any other.

mod line;
#[cfg(test)]
mod tests;

use super::{Article, Block, BlockKind, byline, dateline};
use crate::outlets;
use line::{about_article, closes, invites, opens, wire_credit};
pub use line::{agency, stray};

/// Lines at the end that are looked at.
const LAST: usize = 6;

/// Lines at the start that are looked at.
const FIRST: usize = 4;

/// How many lines at the start and at the end of `lines` are notes.
pub fn edges(lines: &[&str]) -> (usize, usize) {
    let last = lines.iter().rev().take(LAST).take_while(|line| closes(line)).count();
    let first = lines[..lines.len() - last].iter().take(FIRST).take_while(|line| opens(line)).count();
    (first, last)
}

/// What `line`, which is a note, is.
pub fn kind(line: &str) -> BlockKind {
    let lower = line.to_lowercase();
    if opens(line) || wire_credit(line).is_some() || about_article(&lower) {
        BlockKind::Credit
    } else if invites(&lower) || stray(line) {
        BlockKind::Invitation
    } else {
        BlockKind::Bio
    }
}

/// The news agency that the text of `lines`, so many of them notes at either end, is from, wholly or in part, as its
/// dateline or a note at its end says.
pub fn wire(lines: &[&str], (first, last): (usize, usize)) -> Option<String> {
    let end = lines.len() - last;
    let notes = lines[..first].iter().chain(&lines[end..]).filter_map(|line| wire_credit(line));
    let dated = || lines[first..end].iter().take(2).find_map(|line| dateline::agency(line));
    let signed = || lines[first..end].last().and_then(|line| dateline::signature(line));
    notes.map(str::to_owned).next().or_else(|| dated().or_else(signed).map(str::to_owned))
}

/// Where the text of `lines` was written, as the dateline of its first paragraphs says.
pub fn written_in(lines: &[&str], (first, last): (usize, usize)) -> Option<String> {
    lines[first..lines.len() - last].iter().take(2).find_map(|line| dateline::place(line))
}

/// The writers that a note of `lines` names.
pub fn writers(lines: &[&str], (first, last): (usize, usize)) -> Vec<String> {
    let notes = lines[..first].iter().chain(&lines[lines.len() - last..]);
    let by = notes.filter_map(|line| {
        let line = line.trim_start_matches('(');
        let reporting = line.strip_prefix("Reporting by ").and_then(|rest| rest.split([';', ',']).next());
        reporting.or_else(|| line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).map(|_| line))
    });
    by.map(byline::names).find(|names| !names.is_empty()).unwrap_or_default()
}

impl Article {
    /// Takes the blocks out that are notes on the articles that begin at the start and at `further` blocks, and keeps
    /// what credits those of the first give.
    pub(super) fn take_notes(&mut self, further: &[usize]) {
        let borders: Vec<usize> = further.iter().copied().chain([self.blocks.len()]).collect();
        let mut left = std::mem::take(&mut self.blocks);
        let mut taken = 0;
        for border in borders {
            let rest = left.split_off(border - taken);
            taken = border;
            let mut one = Self { text: std::mem::take(&mut self.text), blocks: left, ..Self::default() };
            if self.blocks.is_empty() {
                one.credits = std::mem::take(&mut self.credits);
            }
            one.take_own_notes();
            if self.blocks.is_empty() {
                self.credits = std::mem::take(&mut one.credits);
            } else {
                self.further.push(self.blocks.len());
            }
            self.text = one.text;
            self.blocks.extend(one.blocks);
            self.beside.extend(one.beside);
            left = rest;
        }
    }

    fn take_own_notes(&mut self) {
        let lines: Vec<&str> = self.blocks.iter().map(|block| block.span.of(&self.text)).collect();
        let edges = edges(&lines);
        let wire = wire(&lines, edges);
        let publisher = self.credits.publisher.as_deref().and_then(outlets::agency).map(|agency| agency.name);
        // On an agency's own site its name is the publisher's, no relay's.
        let wire = self.credits.wire.take().or(wire).filter(|wire| publisher != Some(wire.as_str()));
        self.credits.wire = wire;
        self.credits.dateline = written_in(&lines, edges);
        if self.credits.byline.is_empty() {
            self.credits.byline = writers(&lines, edges);
        }
        let (first, end) = (edges.0, self.blocks.len() - edges.1);
        // Whether the lines are links that a line such as "More:" leads to.
        let mut led = false;
        for (i, block) in std::mem::take(&mut self.blocks).into_iter().enumerate() {
            let line = block.span.of(&self.text);
            let stray = stray(line);
            led = stray && line.ends_with(':') || led && !line.ends_with('.') && !line.ends_with('”');
            if stray || led || i < first || i >= end {
                self.beside.push(Block { kind: kind(line), ..block });
            } else {
                self.blocks.push(block);
            }
        }
    }
}
