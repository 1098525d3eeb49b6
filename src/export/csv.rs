//! Statements as a table of comma-separated values (RFC 4180), one a line.

use super::{Sheet, fragment, json::share, names, words};

const HEAD: [&str; 14] = [
    "number",
    "text",
    "form",
    "speaker",
    "role",
    "kind",
    "named",
    "via",
    "to",
    "cue",
    "confidence",
    "title",
    "publisher",
    "address",
];

/// The table of `sheet`, with the link of each statement to its passage that `directives` hold.
pub fn write(sheet: &Sheet, directives: &[String]) -> String {
    let mut out = String::new();
    row(&mut out, &HEAD);
    let credits = &sheet.article.credits;
    for (index, (statement, directive)) in sheet.statements.iter().zip(directives).enumerate() {
        let speaker = statement.speaker;
        let named = if speaker.is_some_and(|speaker| !speaker.unnamed) { "yes" } else { "no" };
        row(
            &mut out,
            &[
                &(index + 1).to_string(),
                &statement.text(sheet.article),
                names::form(statement.form),
                speaker.map_or("", |speaker| &speaker.name),
                statement.role().unwrap_or(""),
                speaker.map_or("", |speaker| names::source(speaker.kind)),
                named,
                &statement.path(),
                statement.to.unwrap_or(""),
                &words(&sheet.article.text, statement.cue),
                &statement.confidence.map_or(String::new(), |sure| share(f64::from(sure))),
                &credits.headline,
                credits.publisher.as_deref().unwrap_or(""),
                &fragment::address(sheet.url, directive),
            ],
        );
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    for (index, text) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        cell(out, text);
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, text: &str) {
    let guarded = guarded(text);
    if text.contains(['"', ',', '\r', '\n']) {
        out.extend(["\"", &guarded.replace('"', "\"\""), "\""]);
    } else {
        out.push_str(&guarded);
    }
}

/// `text` as nothing that programs which open tables would run, also where they take the table for one that other signs
/// divide, as in countries with a decimal comma: to those the quotes around a cell are no quotes, as they stand within
/// one.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        out.push('\'');
    }
    for part in text.split_inclusive([';', '\t', '\r', '\n']) {
        if is_formula(part) {
            out.push('\'');
        }
        out.push_str(part);
    }
    out
}

/// Whether programs that open tables take `text` for a formula, and run it: some pass over what cannot be seen before
/// it, or over quotes around nothing.
fn is_formula(text: &str) -> bool {
    let unseen = |c: char| {
        c == '"'
            || c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_sheet;
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        cell(&mut out, text);
        out
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(written("plain “words”"), "plain “words”");
        assert_eq!(written("one, two"), "\"one, two\"");
        assert_eq!(written("\"so\""), "\"\"\"so\"\"\"");
        assert_eq!(written("a\nb"), "\"a\nb\"");
        assert_eq!(written(""), "");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{200b}=1", "\u{202e} @x", "＝1"] {
            assert_eq!(written(text), format!("'{text}"));
        }
        assert_eq!(written("\tx"), "'\tx");
        assert_eq!(written("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }

    #[test]
    fn no_cell_is_a_formula_where_other_signs_divide_them() {
        assert_eq!(written("“Go;=1+1;x”"), "“Go;'=1+1;x”");
        assert_eq!(written("a; +1;\u{200b}@x;b"), "a;' +1;'\u{200b}@x;b");
        assert_eq!(written("a\t-1"), "a\t'-1");
        assert_eq!(written("\t=1"), "'\t'=1");
        assert_eq!(written("a\r\n=1"), "\"a\r\n'=1\"");
        assert_eq!(written("a;\"=1\""), "\"a;'\"\"=1\"\"\"");
        assert_eq!(written("a; b\tc – d"), "a; b\tc – d");
    }

    #[test]
    fn a_line_for_each_statement() {
        let table = with_sheet(|sheet| write(sheet, &["text=Go".into(), String::new()]));
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[0], HEAD.join(","));
        assert_eq!(
            lines[1],
            "1,\"“Go,”\",direct,Ann Lee,mayor,named-person,yes,Delta News › a statement,Tom,said,0.970,\
             Tide *turns*,The Herald,https://herald.example/tide#:~:text=Go"
        );
        assert_eq!(
            lines[2],
            "2,it was late,indirect,,,,no,,,added,0.500,Tide *turns*,The Herald,https://herald.example/tide"
        );
        assert_eq!(lines[3..], [""]);
    }
}
