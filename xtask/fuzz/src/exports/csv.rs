//! Tables, read by the rules of RFC 4180.

use super::squeezed;
use hearsay::export::{Sheet, csv, words};

/// The table of `sheet` has a line for each statement, with the words that it was made of and no formula.
pub fn check(sheet: &Sheet, directives: &[String]) {
    let table = rows(&csv::write(sheet, directives));
    assert_eq!(table.len(), sheet.statements.len() + 1, "a line for each statement and one for the head");
    for (row, statement) in table[1..].iter().zip(&sheet.statements) {
        assert_eq!(row.len(), table[0].len(), "as many cells as the head has");
        for cell in row {
            // Other programs divide cells at other signs.
            for part in cell.split([';', '\t', '\r', '\n']) {
                let first = part.chars().find(|c| !c.is_whitespace() && !c.is_control() && !is_unseen(*c));
                assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{cell:?} is a formula");
            }
        }
        let credits = &sheet.article.credits;
        let expected = [
            (1, statement.text(sheet.article)),
            (3, statement.speaker.map_or(String::new(), |speaker| speaker.name.clone())),
            (4, statement.role().unwrap_or_default().to_owned()),
            (7, statement.path()),
            (8, statement.to.unwrap_or_default().to_owned()),
            (9, words(&sheet.article.text, statement.cue)),
            (11, credits.headline.clone()),
            (12, credits.publisher.clone().unwrap_or_default()),
        ];
        for (at, text) in expected {
            assert!(guards(&row[at], &text), "{:?} for {text:?}", row[at]);
        }
        let link = unguarded(&squeezed(&row[13]));
        assert!(link.contains(&unguarded(&squeezed(sheet.url))), "{:?} leads elsewhere", row[13]);
    }
}

/// Whether `cell` is `text` with nothing but signs more that keep it from being a formula.
fn guards(cell: &str, text: &str) -> bool {
    let mut left = text.chars().peekable();
    let fits = cell.chars().all(|c| left.next_if_eq(&c).is_some() || c == '\'');
    fits && left.next().is_none()
}

/// `text` without such signs.
fn unguarded(text: &str) -> String {
    text.replace('\'', "")
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The cells of each line.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut rest) = (vec![Vec::new()], table);
    while !rest.is_empty() {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') { self::quoted(quoted) } else { plain(rest) };
        rows.last_mut().expect("a line").push(cell);
        rest = if let Some(next) = after.strip_prefix(',') {
            next
        } else {
            rows.push(Vec::new());
            after.strip_prefix("\r\n").expect("a comma or a line's end after a cell")
        };
    }
    assert_eq!(rows.pop(), Some(Vec::new()), "the last line ends as all do");
    rows
}

fn quoted(text: &str) -> (String, &str) {
    let (mut cell, mut rest) = (String::new(), text);
    loop {
        let end = rest.find('"').expect("a quoted cell is closed");
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        let Some(more) = rest.strip_prefix('"') else { return (cell, rest) };
        cell.push('"');
        rest = more;
    }
}

fn plain(text: &str) -> (String, &str) {
    let end = text.find([',', '\r', '\n', '"']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}
