//! `annotate`: the native core and nothing else, JSON lines in and JSON lines out.

use anyhow::{Context, Result, bail};
use hearsay::annotation::{Attribution, Form, Relay, SourceKind, Speaker};
use hearsay::{Engine, article::Article, span::Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::{BufRead, Read, Write};

/// Longest line taken, in bytes; a longer one is passed over without being held in memory.
const LONGEST_LINE: u64 = 16 << 20;

/// Reads `{"id", "text"}` lines from standard input and writes a line of attributions for each.
///
/// A bad line is named on standard error and costs a failure at the end; the rest is still done.
pub fn run(arguments: &[String]) -> Result<()> {
    crate::no_arguments(arguments)?;
    let bad = annotate(std::io::stdin().lock(), std::io::stdout().lock(), |line, why| {
        eprintln!("xtask annotate: line {line}: {why}");
    })?;
    if bad > 0 {
        bail!("{bad} bad {}", if bad == 1 { "line" } else { "lines" });
    }
    Ok(())
}

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Response<'a> {
    id: serde_json::Value,
    attributions: Vec<Row<'a>>,
}

/// An attribution with its speaker written out.
#[derive(Serialize)]
struct Row<'a> {
    form: Form,
    attitude: bool,
    content: &'a [Span],
    cue: &'a [Span],
    source: &'a [Span],
    speaker: Option<&'a str>,
    role: Option<&'a str>,
    unnamed: bool,
    kind_of_source: Option<SourceKind>,
    via: Option<&'a str>,
    chain: &'a [Relay],
    to: Option<&'a str>,
    confidence: f32,
}

/// Returns how many lines were bad, each told to `complain` with its number, the first being 1.
fn annotate(mut input: impl BufRead, mut output: impl Write, mut complain: impl FnMut(usize, String)) -> Result<usize> {
    let mut line = Vec::new();
    let mut bad = 0;
    for number in 1.. {
        line.clear();
        let read = (&mut input).take(LONGEST_LINE + 1).read_until(b'\n', &mut line).context("cannot read")?;
        if read == 0 {
            break;
        }
        let answer = if read as u64 > LONGEST_LINE && line.last() != Some(&b'\n') {
            input.skip_until(b'\n').context("cannot read")?;
            Err(format!("longer than {} MiB", LONGEST_LINE >> 20))
        } else {
            answer(&line)
        };
        match answer {
            Ok(json) => writeln!(output, "{json}").context("cannot write")?,
            Err(why) => {
                bad += 1;
                complain(number, why);
            }
        }
    }
    output.flush().context("cannot write")?;
    Ok(bad)
}

/// One line's answer as JSON, or why there is none.
fn answer(line: &[u8]) -> Result<String, String> {
    let request: Request = serde_json::from_slice(line).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => format!("not {{\"id\", \"text\"}}: {error}"),
        _ => format!("not JSON: {error}"),
    })?;
    let text = request.text.filter(|text| !text.trim().is_empty()).ok_or("no text")?;
    let annotations = Engine::shipped().annotate(&Article::from_text(&text));
    let row = |attribution| row(attribution, &annotations.speakers);
    let attributions = annotations.attributions.iter().map(row).collect();
    serde_json::to_string(&Response { id: request.id, attributions }).map_err(|error| error.to_string())
}

fn row<'a>(attribution: &'a Attribution, speakers: &'a [Speaker]) -> Row<'a> {
    let speaker = attribution.speaker.and_then(|index| speakers.get(index));
    Row {
        form: attribution.form,
        attitude: attribution.attitude,
        content: &attribution.content,
        cue: &attribution.cue,
        source: &attribution.source,
        speaker: speaker.map(|speaker| speaker.name.as_str()),
        role: speaker.and_then(|speaker| speaker.role.as_deref()),
        unnamed: speaker.is_some_and(|speaker| speaker.unnamed),
        kind_of_source: speaker.map(|speaker| speaker.kind),
        via: attribution.via(),
        chain: &attribution.chain,
        to: attribution.to.as_deref(),
        confidence: attribution.confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearsay::annotation::{Medium, RelayKind};

    /// Standard output's lines, and the complaints.
    fn run(input: &[u8]) -> (Vec<serde_json::Value>, Vec<(usize, String)>) {
        let (mut output, mut complaints) = (Vec::new(), Vec::new());
        let bad = annotate(input, &mut output, |line, why| complaints.push((line, why))).unwrap();
        assert_eq!(bad, complaints.len());
        let lines = output.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
        (lines.map(|line| serde_json::from_slice(line).unwrap()).collect(), complaints)
    }

    #[test]
    fn names_bad_lines_and_does_the_rest() {
        let input = b"{\"id\": 1, \"text\": \"Rain fell.\"}\nnot json\n\n{\"id\": 2}\n{\"id\": 3, \"text\": 4}\n\
            \xff\n{\"id\": 4, \"text\": \" \"}\n[]\n{\"id\": \"last\", \"text\": \"Snow fell.\"}";
        let (lines, complaints) = run(input);
        assert_eq!(lines.iter().map(|line| line["id"].to_string()).collect::<Vec<_>>(), ["1", "\"last\""]);
        assert_eq!(complaints.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn passes_over_a_line_that_is_too_long() {
        let mut input = vec![b' '; LONGEST_LINE as usize + 1];
        input.extend_from_slice(b"\n{\"id\": 2, \"text\": \"Rain fell.\"}\n");
        let (lines, complaints) = run(&input);
        assert_eq!(lines.len(), 1);
        assert_eq!(complaints, [(1, "longer than 16 MiB".to_owned())]);
    }

    #[test]
    fn writes_the_speaker_out() {
        let speakers = [Speaker {
            name: "Ann Lee".into(),
            kind: SourceKind::NamedPerson,
            role: Some("mayor".into()),
            unnamed: false,
            outlet: None,
            mentions: Vec::new(),
        }];
        let attribution = Attribution {
            attitude: false,
            form: Form::Direct,
            content: vec![Span::new(1, 4)],
            cue: Vec::new(),
            source: Vec::new(),
            speaker: Some(0),
            chain: vec![Relay {
                text: "a statement".into(),
                kind: RelayKind::Medium(Medium::Statement),
                span: None,
                outlet: None,
            }],
            to: None,
            confidence: 0.5,
        };
        let json = serde_json::to_value(row(&attribution, &speakers)).unwrap();
        assert_eq!(json["speaker"], "Ann Lee");
        assert_eq!(json["content"], serde_json::json!([[1, 4]]));
        assert_eq!(json["form"], "direct");
        assert_eq!(json["kind_of_source"], "named-person");
        assert_eq!(json["via"], "a statement");
        assert_eq!(json["chain"][0]["kind"], "statement");
    }
}
