//! What a line of the text says of itself: that it is a credit, a bio, an invitation.

use crate::outlets;

/// Longest line amid the text that is about the page, in bytes.
const LONGEST_STRAY: usize = 200;

/// Whether `line` is a note where it stands at the start: a byline, a date, an agency's name.
pub fn opens(line: &str) -> bool {
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
pub fn closes(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = line.split_whitespace().count();
    let quoted = line.contains(['“', '"', '”']);
    wire_credit(line).is_some()
        || (words <= 90 && !quoted && (about_article(&lower) || invites(&lower) || is_bio(line, &lower)))
}

/// The agency that `line` credits, where it does nothing else.
pub fn wire_credit(line: &str) -> Option<&'static str> {
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
pub fn about_article(lower: &str) -> bool {
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
pub fn invites(lower: &str) -> bool {
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
