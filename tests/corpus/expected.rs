//! The labels beside an article, parsed; `README.md` tells their form.

/// A label file, line by line.
pub struct Expected {
    pub lines: Vec<Line>,
}

/// A line without its marks of known failures.
pub enum Line {
    /// A comment, a heading or nothing: kept as it is.
    Plain(String),
    /// `Byline: …`, `Publisher: …`, `Wire: …`: name and value.
    Credit(String, String),
    Quotation(Said),
    Report(Said),
    /// Something in quotation marks that nobody is quoted with.
    NotSpeech(String),
}

/// Words, and who said them.
pub struct Said {
    /// As they stand in the article, one white space between words; paragraphs parted by ` ¶ `.
    pub words: String,
    /// As written after the dash: name, or `(not told)`.
    pub speaker: String,
    pub role: Option<String>,
    pub via: Option<String>,
}

impl Expected {
    /// Parses a whole file. Lines of known extras are dropped, as the comparison finds them again.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut section = "";
        let mut lines = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.starts_with("+?") {
                continue;
            }
            let bare = line.strip_prefix('?').unwrap_or(line);
            let heading = matches!(line, "QUOTATIONS" | "REPORTS" | "NOT SPEECH");
            if heading || line.is_empty() || line.starts_with('#') {
                section = if heading { line } else { section };
                lines.push(Line::Plain(line.to_owned()));
                continue;
            }
            let parsed = match section {
                "" => bare.split_once(": ").map(|(name, value)| Line::Credit(name.into(), value.into())),
                "QUOTATIONS" => said(bare).and_then(|said| {
                    let words = in_marks(&said.words)?.to_owned();
                    Some(Line::Quotation(Said { words, ..said }))
                }),
                "REPORTS" => said(bare).map(Line::Report),
                _ => in_marks(bare).map(|words| Line::NotSpeech(words.to_owned())),
            };
            lines.push(parsed.ok_or_else(|| format!("line {}: cannot read {line:?}", number + 1))?);
        }
        Ok(Self { lines })
    }
}

/// `words — speaker | role | via X`
fn said(line: &str) -> Option<Said> {
    let (words, source) = line.rsplit_once(" — ")?;
    let mut fields = source.split('|').map(str::trim).map(|field| field.strip_prefix('?').unwrap_or(field).to_owned());
    let speaker = fields.next().filter(|name| !name.is_empty())?;
    let role = fields.next().filter(|role| !role.is_empty());
    let via = match fields.next().filter(|via| !via.is_empty()) {
        Some(field) => Some(field.strip_prefix("via ")?.to_owned()),
        None => None,
    };
    fields.next().is_none().then_some(Said { words: words.to_owned(), speaker, role, via })
}

fn in_marks(line: &str) -> Option<&str> {
    line.strip_prefix('“')?.strip_suffix('”')
}
