//! Lines that stand in an article's text but are about it: credits, bios, invitations. They are never annotated.
//!
//! Such a line is told by its own words, and only where it stands at an edge of the text: in the middle the same words
//! may be a sentence like any other.

use super::{BlockKind, byline, dateline};
use crate::outlets;

/// Lines at the end that are looked at.
const LAST: usize = 6;

/// Lines at the start that are looked at.
const FIRST: usize = 4;

/// Longest line amid the text that is about the page, in bytes.
const LONGEST_STRAY: usize = 200;

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

/// The news agency that the text of `lines`, so many of them notes at either end, is from, wholly or in part, as its dateline or a note at its end says.
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

/// Whether `line` is a note where it stands at the start: a byline, a date, an agency's name.
fn opens(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 12 || line.ends_with(['.', '!', '?', '”', '"', ':']) {
        return false;
    }
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let byline = words[0].eq_ignore_ascii_case("by") && words.get(1).is_some_and(capital);
    byline || line.starts_with("Staff Report") || is_date(&words) || agency(line.trim()).is_some()
}

/// Whether `line`, wherever it stands, is about the page and not of the text: a way on, the credit of a picture.
pub fn stray(line: &str) -> bool {
    const OPENINGS: [&str; 15] = [
        "©",
        "story continues",
        "article continues",
        "scroll down",
        "click here",
        "read more",
        "also read",
        "more:",
        "related:",
        "main image",
        "photo credit",
        "(graphic",
        "contributing: ",
        "—reporting by ",
        "this is a breaking",
    ];
    let lower = line.to_lowercase();
    line.len() < LONGEST_STRAY && OPENINGS.iter().any(|opening| lower.starts_with(opening)) && !lower.contains(" said")
}

/// Whether `line` is a note where it stands at the end.
fn closes(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = line.split_whitespace().count();
    let quoted = line.contains(['“', '"', '”']);
    wire_credit(line).is_some()
        || (words <= 90 && !quoted && (about_article(&lower) || invites(&lower) || is_bio(line, &lower)))
}

/// The agency that `line` credits, where it does nothing else.
fn wire_credit(line: &str) -> Option<&'static str> {
    const SOME_AGENCY: &str = "news agencies";
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    if let Some(name) = agency(bare) {
        return Some(name);
    }
    let services = ["agencies", "wire reports", "wire services", "news agencies"];
    if services.iter().any(|end| lower.ends_with(end)) && lower.split_whitespace().count() <= 5 {
        return Some(SOME_AGENCY);
    }
    let credits = ["with ", "source: ", "sources: ", "additional reporting", "copyright", "reporting by", "from "];
    let contributes = lower.contains("contributed to this") || lower.contains("contributed reporting");
    let opening = credits.iter().any(|credit| lower.starts_with(credit)) || line.starts_with('©');
    if bare.split_whitespace().count() > 20 || !(contributes || opening) {
        return None;
    }
    let wires = lower.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "wire" | "wires" | "agencies"));
    // A sentence may open with the same words: a credit has few of its own.
    let short = contributes
        || !lower.starts_with("with ") && !lower.starts_with("from ")
        || bare.split_whitespace().count() <= 7;
    if !short { None } else { outlets::agency_in(bare).map(|agency| agency.name).or(wires.then_some(SOME_AGENCY)) }
}

/// Whether `line` tells how the article came about.
fn about_article(lower: &str) -> bool {
    const OPENINGS: [&str; 15] = [
        "disclaimer: ",
        "reporting by ",
        "additional reporting by ",
        "editing by ",
        "writing by ",
        "compiled by ",
        "(reporting by ",
        "(editing by ",
        "copyright ",
        "©",
        "originally published",
        "first published",
        "photographs by ",
        "about the author",
        "contact the author",
    ];
    const ANYWHERE: [&str; 6] = [
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed reporting",
        "all rights reserved",
        "staff report",
    ];
    let told = ["this article ", "this story ", "this report ", "this post ", "this piece "].iter().any(|opening| {
        let rest = lower.strip_prefix(opening).unwrap_or("");
        ["was ", "has been ", "originally ", "first ", "appeared "].iter().any(|next| rest.starts_with(next))
    });
    told || OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || ANYWHERE.iter().any(|part| lower.contains(part))
}

/// Whether `line` asks the reader to do something with the publisher.
fn invites(lower: &str) -> bool {
    const OPENINGS: [&str; 11] = [
        "listen to ",
        "follow ",
        "email ",
        "e-mail ",
        "subscribe",
        "sign up",
        "read also",
        "get the latest",
        "like us",
        "download ",
        "have a tip",
    ];
    const ANYWHERE: [&str; 12] = [
        "daily newsletter",
        "your inbox",
        "receive a commission",
        "click here",
        " at www.",
        "can be reached at",
        "can be reached on",
        "reach him at",
        "reach her at",
        "our newsletter",
        "newsletter here",
        "follow us on",
    ];
    OPENINGS.iter().any(|opening| lower.starts_with(opening)) || ANYWHERE.iter().any(|part| lower.contains(part))
}

/// Whether `line` presents a writer: a name, "is a", and one of a writer's trades soon after.
fn is_bio(line: &str, lower: &str) -> bool {
    const TRADES: [&str; 16] = [
        "reporter",
        "writer",
        "editor",
        "journalist",
        "correspondent",
        "columnist",
        "author",
        "contributor",
        "freelancer",
        "producer",
        "blogger",
        "intern",
        "photographer",
        "novelist",
        "critic",
        "fellow",
    ];
    let Some(at) = [" is a ", " is an ", " is the ", " was a "].iter().filter_map(|verb| lower.find(verb)).min() else {
        return false;
    };
    let Some(name) = line.get(..at) else { return false };
    let named = name.split_whitespace().count() <= 4
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let after = lower.get(at..).unwrap_or("").split(|c: char| !c.is_alphanumeric()).take(12);
    named && after.into_iter().any(|word| TRADES.contains(&word))
}

fn is_date(words: &[&str]) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = |word: &&str| word.get(..3).is_some_and(|head| MONTHS.contains(&head.to_ascii_lowercase().as_str()));
    words.len() <= 8
        && words.iter().any(month)
        && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The name of the agency that goes by `words`.
pub fn agency(words: &str) -> Option<&'static str> {
    outlets::agency(words).map(|agency| agency.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: [&str; 13] = [
        "with wire",
        "With inputs from PTI",
        "(AFP)",
        "Wire reports",
        "The Associated Press contributed to this report.",
        "Ann Lee contributed to this story.",
        "Reporting by Ann Lee; editing by Bo Ek",
        "© 2024 The Osby Herald. All rights reserved.",
        "Ann Lee is a senior reporter at The Osby Herald.",
        "Bo Ek is the author of a book on tides.",
        "Follow Ann on social media @annlee",
        "Sign up for our morning letter here",
        "This article was first published in May.",
    ];

    const SENTENCES: [&str; 9] = [
        "With Reuters and AFP on the ground, officials chose their words with care, three of them said on Monday night.",
        "The mayor is a former reporter, and it shows.",
        "He left.",
        "She said no. He said yes. They left. It rained.",
        "“This article was wrong,” Lee said.",
        "Lee follows the case.",
        "Ann Lee is a former mayor of Osby.",
        "From there the boats sail to Lund.",
        "A spokesman for Bloomberg declined to comment.",
    ];

    #[test]
    fn notes_are_told_from_sentences() {
        for note in NOTES {
            assert!(closes(note), "{note}");
        }
        for sentence in SENTENCES {
            assert!(!closes(sentence), "{sentence}");
        }
    }

    #[test]
    fn only_edges_are_notes() {
        let lines =
            ["By Ann Lee", "May 3, 2024", "The tide came in.", "Wire reports", "It went out.", "with wire", "(AP)"];
        assert_eq!(edges(&lines), (2, 2));
        assert_eq!(edges(&[]), (0, 0));
        assert_eq!(edges(&["with wire"]), (0, 1));
    }

    #[test]
    fn stray_lines() {
        for line in [
            "© Ann Lee The quay of Osby at night.",
            "Story continues below gallery",
            "Click here to read the report of the harbour board.",
            "(Graphic: Tides of the year - here)",
        ] {
            assert!(stray(line), "{line}");
        }
        for line in ["Story after story was told.", "Read more, she said.", "The click here was loud."] {
            assert!(!stray(line), "{line}");
        }
    }

    #[test]
    fn writers_in_notes() {
        let writers = |lines: &[&str]| super::writers(lines, edges(lines));
        assert_eq!(writers(&["By Ann Lee", "The tide came in."]), ["Ann Lee"]);
        assert_eq!(writers(&["The tide came in.", "(Reporting by Ann Lee; editing by Bo Ek)"]), ["Ann Lee"]);
        assert!(writers(&["The tide came in by Ann Lee."]).is_empty());
    }

    #[test]
    fn wire_from_note_dateline_or_signature() {
        let of = |lines: &[&str]| wire(lines, edges(lines));
        assert_eq!(of(&["The tide came in.", "with wire"]).as_deref(), Some("news agencies"));
        assert_eq!(of(&["OSLO, May 3 (Reuters) - The tide came in."]).as_deref(), Some("Reuters"));
        assert_eq!(of(&["OSBY (AP) — The tide came in."]).as_deref(), Some("Associated Press"));
        assert_eq!(of(&["OSBY. /TASS/. The tide came in."]).as_deref(), Some("TASS"));
        assert_eq!(of(&["The tide came in.", "It went out. (ANI)"]).as_deref(), Some("Asian News International"));
        assert_eq!(of(&["The tide (AP) came in.", "He works for Reuters."]), None);
    }
}
