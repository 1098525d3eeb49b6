//! Short passages of one construction each: speaker, kind of source and chain of relays (`tests/passages/README.md`).

use hearsay::{Engine, annotation::Annotations, article::Article};
use std::{fs, path::Path};

/// What is wrong with what was found in `text`, where `line` says what should be.
fn fault(text: &str, found: &Annotations, line: &str) -> Option<String> {
    let mut fields = line.split('|').map(str::trim);
    let words = fields.next().unwrap_or_default();
    let said = || found.attributions.iter().filter(|a| !a.attitude);
    let content = |a: &hearsay::annotation::Attribution| a.content.iter().map(|c| c.of(text)).collect::<String>();
    if words == "none" {
        return said().next().map(|a| format!("somebody said {:?}", content(a)));
    }
    let whole = |a: &&hearsay::annotation::Attribution| a.content.iter().any(|c| c.of(text).contains(words));
    let length = |a: &&hearsay::annotation::Attribution| a.content.iter().map(|c| c.len()).sum::<usize>();
    let Some(statement) = said().filter(whole).min_by_key(length) else { return Some("no statement".to_owned()) };
    let speaker = statement.speaker.map(|i| &found.speakers[i]);
    let kind = |s| serde_json::to_value(s).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    let chain = statement.chain.iter().map(|relay| relay.text.as_str()).collect::<Vec<_>>().join(" > ");
    let mut wanted_chain = "";
    let mut faults = Vec::new();
    let mut check = |what: &str, got: &str, wanted: &str| {
        if got.to_lowercase() != wanted.to_lowercase() {
            faults.push(format!("{what} {got:?} for {wanted:?}"));
        }
    };
    check("speaker", speaker.map_or("-", |s| &s.name), fields.next().unwrap_or_default());
    check("kind", &speaker.map_or("-".to_owned(), |s| kind(s.kind)), fields.next().unwrap_or("-"));
    for field in fields {
        match field.split_once(' ') {
            Some(("chain", chain)) => wanted_chain = chain,
            Some(("role", role)) => check("role", speaker.and_then(|s| s.role.as_deref()).unwrap_or("-"), role),
            Some(("to", to)) => check("to", statement.to.as_deref().unwrap_or("-"), to),
            None if field == "exact" => check("content", &content(statement), words),
            _ => check("field", field, "chain, role, to or exact"),
        }
    }
    check("chain", &chain, wanted_chain);
    (!faults.is_empty()).then(|| faults.join(", "))
}

#[test]
fn passages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/passages");
    let (mut count, mut failures) = (0, Vec::new());
    for file in ["contents.txt", "kinds.txt", "roles.txt", "speakers.txt", "ways.txt", "reports.txt", "clauses.txt"] {
        let file = fs::read_to_string(folder.join(file)).expect(file);
        for passage in file.split("\n\n") {
            let lines = || passage.lines().filter(|line| !line.starts_with('#'));
            let text = lines().filter(|line| !line.starts_with('>')).collect::<Vec<_>>().join("\n");
            if text.is_empty() {
                continue;
            }
            count += 1;
            let found = Engine::shipped().annotate(&Article::from_text(&text));
            assert!(lines().any(|line| line.starts_with('>')), "nothing is asked of {text:?}");
            for line in lines().filter_map(|line| line.strip_prefix('>')) {
                let (known, line) = line.strip_prefix('?').map_or((false, line), |line| (true, line));
                match fault(&text, &found, line) {
                    Some(fault) if !known => failures.push(format!("{text}\n    {}: {fault}", line.trim())),
                    None if known => failures.push(format!("{text}\n    {}: is right now", line.trim())),
                    _ => {}
                }
            }
        }
    }
    assert!(count >= 80, "{count} passages");
    assert!(failures.is_empty(), "{} of {count} passages:\n{}", failures.len(), failures.join("\n"));
}
