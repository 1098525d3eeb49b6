//! Accuracy on the measuring material beside the project: no change may take it below these floors.
//!
//! The material is not part of the project; without it the test says so and holds nothing.

use hearsay::{Engine, article::Article, export::rows};
use serde_json::{Value, json};
use std::{fs, io::Write, path::Path, path::PathBuf, process::Command};

/// Place of the figure in the scorer's answer, and the least that it may be.
const FLOORS: &[(&str, &str, f64)] = &[
    ("attributions", "/direct_with_speaker/f1", 0.942),
    ("attributions", "/direct_exact/f1", 0.971),
    ("attributions", "/recall/mixed/recall", 0.79),
    ("attributions", "/recall/indirect_speech/recall", 0.766),
    ("attributions", "/precision_any_form/precision", 0.737),
    ("attributions", "/exact_spans/source/f1", 0.76),
    ("attributions", "/exact_spans/cue/f1", 0.706),
    ("attributions", "/exact_spans/content/f1", 0.658),
    ("speakers", "/all/entity_accuracy", 0.76),
    ("speakers", "/all/entity_recall", 0.60),
    ("pages", "/speech/f1", 0.938),
    ("pages", "/speaker/entity_accuracy", 0.946),
    ("pages", "/speaker/full_name_accuracy", 0.883),
    ("pages", "/speech_with_speaker/f1", 0.89),
    ("pages", "/via/recall", 0.8),
    // The article models were fitted to these pages; 0.96 is what they reach on pages that they have not seen.
    ("bodies", "/bodies/f1", 0.96),
];

#[test]
fn no_figure_is_below_its_floor() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "SKIPPED: ../shared is absent, so no accuracy was measured");
        return;
    }
    let gold = |place: &str| shared.join("gold").join(place);
    let (news, people) = (gold("polnear/dev.jsonl"), gold("gum/dev.jsonl"));
    let answers = [
        ("attributions", score(&shared, "attributions", &news, attributions(&news))),
        ("speakers", score(&shared, "speakers", &people, attributions(&people))),
        ("pages", score(&shared, "pages", &gold("pages"), pages(&shared.join("pages"), &quotations))),
        ("bodies", score(&shared, "bodies", &gold("articles"), pages(&gold("articles"), &body))),
    ];
    let mut below = Vec::new();
    for (what, place, floor) in FLOORS {
        let (_, answer) = answers.iter().find(|(name, _)| name == what).expect("a kind of figure");
        let figure = answer.pointer(place).and_then(Value::as_f64).unwrap_or_else(|| panic!("no {place} in {answer}"));
        println!("{what}{place}: {figure:.4}, floor {floor}");
        if figure < *floor {
            below.push(format!("{what}{place} is {figure:.4}, below {floor}"));
        }
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}

/// Lines of predictions for the scorer: what is found in each text of `gold`.
fn attributions(gold: &Path) -> Vec<Value> {
    let gold = fs::read_to_string(gold).expect("gold");
    let predict = |line: &str| {
        let gold: Value = serde_json::from_str(line).expect("a line of gold");
        let found = Engine::shipped().annotate(&Article::from_text(gold["text"].as_str().expect("text")));
        let rows = found.attributions.iter().map(|row| {
            let speaker = row.speaker.map(|index| &found.speakers[index].name);
            json!({
                "content": row.content, "cue": row.cue, "source": row.source, "speaker": speaker, "via": row.via(),
                "form": row.form, "confidence": row.confidence,
            })
        });
        json!({ "id": gold["id"], "attributions": rows.collect::<Vec<_>>() })
    };
    gold.lines().filter(|line| !line.trim().is_empty()).map(predict).collect()
}

/// What is found on a page, for the scorer.
type Finds<'a> = &'a dyn Fn(Option<Article>) -> Value;

fn body(found: Option<Article>) -> Value {
    // Blocks are parted by line feeds.
    json!({ "body": found.map_or(String::new(), |found| found.text) })
}

/// As `cargo xtask pages` gives them, but that no browser has read the page.
fn quotations(found: Option<Article>) -> Value {
    let Some(article) = found else { return json!({ "quotations": [] }) };
    let annotations = Engine::shipped().annotate(&article);
    serde_json::to_value(rows(&article.text, &annotations)).expect("plain rows")
}

/// Lines of predictions for the scorer: what `finds` makes of each page of `folder`.
fn pages(folder: &Path, finds: Finds) -> Vec<Value> {
    let mut pages: Vec<PathBuf> =
        fs::read_dir(folder).expect("pages").map(|entry| entry.expect("page").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    let predict = |path: &PathBuf| {
        let html = String::from_utf8_lossy(&fs::read(path).expect("page")).into_owned();
        let mut line = finds(hearsay::article::find(&hearsay_html::snapshot(&html, "")).ok());
        line["page"] = path.file_name().expect("name").to_string_lossy().into();
        line
    };
    pages.iter().map(predict).collect()
}

fn score(shared: &Path, what: &str, gold: &Path, predictions: Vec<Value>) -> Value {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{what}.jsonl"));
    let lines: String = predictions.iter().map(|line| format!("{line}\n")).collect();
    fs::write(&file, lines).expect("predictions");
    let scorer = shared.join("score/score.py");
    let run = Command::new("python3").arg(scorer).args([what.as_ref(), gold, &file]).arg("--json").output();
    let run = run.expect("python3 runs the scorer");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("the scorer's answer")
}
