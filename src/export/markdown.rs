//! Statements as a list to be read, in Markdown.

use super::{Sheet, Statement, fragment};
use crate::annotation::Form;

/// What the list says beside the article's own words, in the reader's language.
pub struct Terms {
    /// Where the speaker is not known.
    pub nobody: String,
    /// Before the way that words came by.
    pub via: String,
    /// The link to the passage.
    pub passage: String,
    /// Who made the article, a line each.
    pub credits: Vec<String>,
}

/// The list of `sheet`, with the link of each statement to its passage that `directives` hold.
pub fn write(sheet: &Sheet, directives: &[String], terms: &Terms) -> String {
    let mut out = String::from("# ");
    escape(&mut out, &sheet.article.credits.headline);
    for line in &terms.credits {
        out.push_str("\n\n");
        escape(&mut out, line);
    }
    out.push_str("\n\n");
    link(&mut out, sheet.url, sheet.url);
    out.push_str("\n\n");
    for (index, (statement, directive)) in sheet.statements.iter().zip(directives).enumerate() {
        out.push_str(&(index + 1).to_string());
        out.push_str(". ");
        who(&mut out, statement, terms);
        out.push_str(": ");
        let text = statement.text(sheet.article);
        // Reports stand without marks: slanted, they are not taken for the list's own words.
        let mark = if statement.form == Form::Indirect { "*" } else { "" };
        out.push_str(mark);
        escape(&mut out, text.trim_matches(blank));
        out.push_str(mark);
        if !directive.is_empty() {
            out.push_str(" (");
            link(&mut out, &terms.passage, &fragment::address(sheet.url, directive));
            out.push(')');
        }
        out.push('\n');
    }
    out
}

fn who(out: &mut String, statement: &Statement, terms: &Terms) {
    out.push_str("**");
    escape(out, statement.speaker.map_or(&terms.nobody, |speaker| &speaker.name).trim_matches(blank));
    out.push_str("**");
    if let Some(role) = statement.role() {
        out.push_str(", ");
        escape(out, role);
    }
    if !statement.chain.is_empty() {
        out.push_str(", ");
        escape(out, &terms.via);
        out.push(' ');
        escape(out, &statement.path());
    }
}

fn link(out: &mut String, text: &str, address: &str) {
    out.push('[');
    escape(out, text);
    out.push_str("](<");
    // Browsers give addresses with all of these encoded, whoever else may make a page.
    let plain = |c: char| !blank(c) && !matches!(c, '<' | '>' | '\\');
    let address: String = address.chars().filter(|&c| plain(c)).collect();
    for (at, c) in address.char_indices() {
        out.push(c);
        if c == '&' && names_character(&address[at + 1..]) {
            out.push_str("amp;");
        }
    }
    out.push_str(">)");
}

/// Whether an `&` before `rest` is read as a name of a character (`&copy;`), in an address too.
fn names_character(rest: &str) -> bool {
    rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#').starts_with(';')
}

/// Whether `c` is written as a space.
fn blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Adds `text` on one line, with nothing in it that Markdown would take for its own.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            c if blank(c) => out.push(' '),
            // `:`, `@` and `www.` make links of addresses in many dialects.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!' | ':' | '@' => {
                out.extend(['\\', c]);
            }
            '.' if out.as_bytes().last_chunk().is_some_and(|last: &[u8; 3]| last.eq_ignore_ascii_case(b"www")) => {
                out.push_str("\\.");
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_sheet;
    use super::*;

    #[test]
    fn a_list_to_be_read() {
        let terms = Terms {
            nobody: "Not named".into(),
            via: "via".into(),
            passage: "passage".into(),
            credits: vec!["By Ann_Bo Ek".into()],
        };
        let list = with_sheet(|sheet| write(sheet, &["text=Go".into(), String::new()], &terms));
        let expected = "# Tide \\*turns\\*\n\nBy Ann\\_Bo Ek\n\n\
            [https\\://herald.example/tide](<https://herald.example/tide>)\n\n\
            1. **Ann Lee**, mayor, via Delta News › a statement: “Go,” \
            ([passage](<https://herald.example/tide#:~:text=Go>))\n\
            2. **Not named**: *it was late*\n";
        assert_eq!(list, expected);
    }

    #[test]
    fn nothing_in_the_text_is_markup() {
        let mut out = String::new();
        escape(&mut out, "<img src=x onerror=y>\n# a [b](http://c) `d`");
        assert_eq!(out, "\\<img src=x onerror=y\\> \\# a \\[b\\](http\\://c) \\`d\\`");
        let mut out = String::new();
        escape(&mut out, "at www.a.example");
        assert_eq!(out, "at www\\.a.example");
        let mut out = String::new();
        link(&mut out, "x", "https://a.example/>) <b");
        assert_eq!(out, "[x](<https://a.example/)b>)");
        let mut out = String::new();
        link(&mut out, "x", "https://a.example/?b=1&copy;=2");
        assert_eq!(out, "[x](<https://a.example/?b=1&amp;copy;=2>)");
    }
}
