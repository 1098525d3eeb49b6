//! Where an article was written and which agency it is from, as the first words of its text or the last ones say.

use super::notes;

/// Longest place of a dateline, in bytes.
const LONGEST_PLACE: usize = 60;

/// What is set before a text to say what it is, and is no place: "WATCH: The tide comes in".
const LABELS: [&str; 19] = [
    "watch",
    "breaking",
    "update",
    "updated",
    "exclusive",
    "opinion",
    "analysis",
    "explainer",
    "live",
    "photos",
    "video",
    "gallery",
    "review",
    "editorial",
    "comment",
    "listen",
    "correction",
    "note",
    "warning",
];

/// The place of a dateline, without date and agency: `OSLO, 3 May (Reuters) -`, `TEL AVIV, Israel —`, `Osby – The`.
pub fn place(line: &str) -> Option<String> {
    let marks = ["(", " —", "—", " –", " - ", " -- ", ". /", ": "];
    let (end, mark) = marks.iter().filter_map(|mark| Some((line.find(mark)?, *mark))).min()?;
    let (head, rest) = (&line[..end], &line[end..]);
    let credited = agency(line).is_some();
    // "A note (in brackets)" is no dateline, "OSLO (Own report) —" is.
    let closed = rest.split_once(')').is_some_and(|(_, after)| after.trim_start().starts_with(['-', '–', '—', ':']));
    if head.len() > LONGEST_PLACE || mark == "(" && !closed {
        return None;
    }
    let dated = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let parts: Vec<&str> = head.split(',').map(str::trim).filter(|part| !dated(part)).collect();
    let first = parts.first()?;
    if LABELS.contains(&first.to_lowercase().as_str()) {
        return None;
    }
    let shouted = first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.chars().any(char::is_lowercase);
    let capital = first.starts_with(char::is_uppercase) && first.split(' ').count() <= 3;
    // "Osby – The", "LINDBY: The", "Osby, Orland: The", but not "HARBOUR ROW: The"
    let fits = mark != "(" && (mark != ": " || shouted && first.len() > 3 || parts.len() > 1);
    let after = rest[mark.len()..].bytes().find(|b| *b != b' ');
    let one = !first.bytes().any(|b| b == b' ' || b == b'.');
    let named = parts.iter().all(|part| part.starts_with(char::is_uppercase));
    let opens = fits && capital && one && named && after.is_some_and(|b| b.is_ascii_uppercase());
    (shouted && mark != ": " || credited && capital || opens).then(|| parts.join(", "))
}

/// The agency of a dateline: `OSLO, 3 May (Reuters) -`, `MOSCOW. /TASS/.`
pub fn agency(line: &str) -> Option<&'static str> {
    let head_end = line.char_indices().nth(90).map_or(line.len(), |(at, _)| at);
    let head = &line[..head_end];
    [('(', ')'), ('/', '/')].into_iter().find_map(|(open, close)| {
        let (before, rest) = head.split_once(open)?;
        let (inside, after) = rest.split_once(close)?;
        let place = before.starts_with(char::is_uppercase) || before.is_empty();
        let dash = after.trim_start().starts_with(['-', '–', '—', ':', '.']);
        if place && dash {
            notes::agency(inside.trim()).or_else(|| inside.split('/').find_map(notes::agency))
        } else {
            None
        }
    })
}

/// The agency that signs the last line: `… on Monday. (ANI)`, `… on Monday. — AFP`.
pub fn signature(line: &str) -> Option<&'static str> {
    let last = line.trim_end().trim_end_matches('.');
    let inside = last.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let (before, name) = inside.or_else(|| last.rsplit_once(['—', '–', '-', '/']))?;
    let ended = before.trim_end().ends_with(['.', '”', '"', '!', '?', '’']);
    if ended { notes::agency(name.trim()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_datelines() {
        let of = |line: &str| place(line);
        assert_eq!(of("OSLO, May 3 (Reuters) - The tide came in.").as_deref(), Some("OSLO"));
        assert_eq!(of("PORT SUND, Orland — The tide came in.").as_deref(), Some("PORT SUND, Orland"));
        assert_eq!(of("Moscow, 3 May (TASS) — The tide came in.").as_deref(), Some("Moscow"));
        assert_eq!(of("OSBY (Own report) — The tide came in.").as_deref(), Some("OSBY"));
        assert_eq!(of("LINDBY -- The tide came in.").as_deref(), Some("LINDBY"));
        assert_eq!(of("LINDBY: The tide came in.").as_deref(), Some("LINDBY"));
        assert_eq!(of("Osby, Orland: The tide came in.").as_deref(), Some("Osby, Orland"));
        assert_eq!(of("Lindby, Ill. — The tide came in.").as_deref(), Some("Lindby, Ill."));
        assert_eq!(of("Lindby – The tide came in.").as_deref(), Some("Lindby"));
        assert_eq!(of("HARBOUR ROW: The tide came in."), None);
        assert_eq!(of("WATCH: The tide came in."), None);
        assert_eq!(of("Ann, a baker: The tide came in."), None);
        assert_eq!(of("Update – The tide came in."), None);
        assert_eq!(of("Osby.Net - The tide came in."), None);
        assert_eq!(of("Tides of Osby: The water rises."), None);
        assert_eq!(of("The tide came in — and went."), None);
        assert_eq!(of("NATO (the alliance) met."), None);
        assert_eq!(of("The tide came in."), None);
    }
}
