//! A label file as it would have to stand for what is found today: `?` at each miss, `+?` at each extra.

use crate::expected::{Expected, Line, Said};
use crate::found::{Found, Label};
use std::{collections::HashMap, fmt, path::Path};

/// How many of the expected facts hold, over all articles.
#[derive(Default)]
pub struct Tally {
    counts: HashMap<&'static str, (usize, usize)>,
    extras: usize,
}

impl Tally {
    /// Counts a fact and gives its mark.
    fn mark(&mut self, fact: &'static str, holds: bool) -> &'static str {
        let (held, all) = self.counts.entry(fact).or_default();
        *held += usize::from(holds);
        *all += 1;
        if holds { "" } else { "?" }
    }

    /// The share of the facts of this sort that hold.
    pub fn share(&self, fact: &str) -> f64 {
        let (held, all) = self.counts.get(fact).copied().unwrap_or_default();
        held as f64 / all.max(1) as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for fact in ["quotation", "report", "not speech", "speaker", "role", "via", "credit"] {
            let (held, all) = self.counts.get(fact).copied().unwrap_or_default();
            writeln!(out, "{fact:>10}: {held} of {all}")?;
        }
        write!(out, "{:>10}: {}", "extra", self.extras)
    }
}

/// The file with today's marks; and for marked lines what was found instead.
pub fn remark(expected: Expected, found: &Found, tally: &mut Tally) -> (String, HashMap<String, String>) {
    let mut quotations = Pool::new(found.quotations.iter().collect());
    let mut reports = Pool::new(found.reports.iter().collect());
    let mut lines = Vec::new();
    let mut notes = HashMap::new();
    let mut not_speech = Vec::new();
    for line in expected.lines {
        let (text, note) = match line {
            Line::Plain(text) => (text, None),
            Line::Credit(name, value) => {
                let got = credit(&name, found);
                let mark = tally.mark("credit", same(&got, &value));
                (format!("{mark}{name}: {value}"), Some(got))
            }
            Line::Quotation(said) => {
                let label = quotations.take(|label| label.words == said.words);
                judge(&said, &format!("“{}”", said.words), "quotation", label, tally)
            }
            Line::Report(said) => {
                let label = reports.take(|label| overlap(&label.words, &said.words) >= 0.8);
                judge(&said, &said.words, "report", label, tally)
            }
            Line::NotSpeech(words) => {
                not_speech.push(words.clone());
                let wrong = quotations.take(|label| bare(&label.words) == bare(&words));
                let mark = tally.mark("not speech", wrong.is_none());
                (format!("{mark}“{words}”"), wrong.map(|label| format!("said by {}", label.speaker)))
            }
        };
        if let Some(note) = note {
            notes.insert(text.clone(), note);
        }
        lines.push(text);
    }
    let extra = quotations.rest().map(|label| (format!("+? “{}”", label.words), label));
    insert(&mut lines, "REPORTS", extra, &mut notes, tally);
    let extra = reports.rest().filter(|label| label.indirect).map(|label| (format!("+? {}", label.words), label));
    insert(&mut lines, "NOT SPEECH", extra, &mut notes, tally);
    (lines.join("\n") + "\n", notes)
}

/// The line with its marks, and what was found instead.
fn judge(
    said: &Said,
    words: &str,
    fact: &'static str,
    label: Option<&Label>,
    tally: &mut Tally,
) -> (String, Option<String>) {
    let found = tally.mark(fact, label.is_some());
    let speaker = tally.mark("speaker", label.is_some_and(|label| same(&label.speaker, &said.speaker)));
    let told = speaker.is_empty();
    // Without the right words or the right person there is nothing to say about the rest.
    let speaker = if label.is_some() { speaker } else { "" };
    let mut line = format!("{found}{words} — {speaker}{}", said.speaker);
    let role_holds = label.filter(|_| told).map(|label| same_or_none(&label.role, &said.role));
    let role_mark = role_holds.map_or("", |holds| tally.mark("role", holds));
    let via_holds = label.map(|label| same_or_none(&label.via, &said.via));
    let via_mark = via_holds.map_or("", |holds| tally.mark("via", holds));
    let role = format!("{role_mark}{}", said.role.as_deref().unwrap_or(""));
    let via = said.via.as_ref().map_or(String::new(), |via| format!("via {via}"));
    let fields = format!(" | {role} | {via_mark}{via}");
    line += fields.replace("|  |", "| |").trim_end_matches([' ', '|']);
    let none = || "—".to_owned();
    let note = label.map(|label| {
        let (role, via) = (label.role.clone().unwrap_or_else(none), label.via.clone().unwrap_or_else(none));
        format!("{} | {role} | via {via}", label.speaker)
    });
    (line, note)
}

/// Adds the lines of labels that nobody expects at the end of the section before `heading`.
fn insert<'a>(
    lines: &mut Vec<String>,
    heading: &str,
    extras: impl Iterator<Item = (String, &'a Label)>,
    notes: &mut HashMap<String, String>,
    tally: &mut Tally,
) {
    let mut place = lines.iter().position(|line| line == heading).unwrap_or(lines.len());
    while place > 0 && lines[place - 1].is_empty() {
        place -= 1;
    }
    for (line, label) in extras {
        tally.extras += 1;
        notes.insert(line.clone(), format!("said by {}", label.speaker));
        lines.insert(place, line);
        place += 1;
    }
}

/// Labels, each of which answers for one expected line.
struct Pool<'a> {
    labels: Vec<Option<&'a Label>>,
}

impl<'a> Pool<'a> {
    fn new(labels: Vec<&'a Label>) -> Self {
        Self { labels: labels.into_iter().map(Some).collect() }
    }

    fn take(&mut self, fits: impl Fn(&Label) -> bool) -> Option<&'a Label> {
        self.labels.iter_mut().find(|label| label.is_some_and(&fits))?.take()
    }

    fn rest(self) -> impl Iterator<Item = &'a Label> {
        self.labels.into_iter().flatten()
    }
}

fn credit(name: &str, found: &Found) -> String {
    match name {
        "Byline" => found.credits.byline.join("; "),
        "Publisher" => found.credits.publisher.clone().unwrap_or_default(),
        _ => found.credits.wire.clone().unwrap_or_default(),
    }
}

/// Shared words over all words; 1 for the same words in any order.
fn overlap(a: &str, b: &str) -> f64 {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    a.split_whitespace().for_each(|word| counts.entry(bare(word)).or_default().0 += 1);
    b.split_whitespace().for_each(|word| counts.entry(bare(word)).or_default().1 += 1);
    let (shared, all) = counts.values().fold((0, 0), |(shared, all), &(a, b)| (shared + a.min(b), all + a.max(b)));
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// Letters and digits in lower case, and single spaces.
fn bare(words: &str) -> String {
    let kept = words.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).flat_map(char::to_lowercase);
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Equal but for case, punctuation and a leading article.
fn same(a: &str, b: &str) -> bool {
    let key = |words: &str| {
        let words = bare(words);
        ["the ", "a ", "an "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words).to_owned()
    };
    key(a) == key(b)
}

fn same_or_none(a: &Option<String>, b: &Option<String>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// The lines of `file` that would have to change.
pub fn difference(file: &Path, old: &str, new: &str, notes: &HashMap<String, String>) -> String {
    let mut out = format!("\n{}\n", file.file_name().unwrap_or_default().to_string_lossy());
    let lines = |text: &str, other: &str| -> Vec<String> {
        text.lines().filter(|line| !other.lines().any(|kept| kept == *line)).map(str::to_owned).collect()
    };
    for line in lines(old, new) {
        out += &format!("  in the file: {line}\n");
    }
    for line in lines(new, old) {
        out += &format!("        today: {line}\n");
        if let Some(note) = notes.get(&line) {
            out += &format!("               found: {note}\n");
        }
    }
    out
}
