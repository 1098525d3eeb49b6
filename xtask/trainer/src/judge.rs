//! The linker, from spans as a tagger finds them that has not seen the article.

use crate::{
    corpus::{Gold, Read},
    link::{self, Choice, Owners},
    random::Random,
    tag::Opinion,
};
use hearsay::{
    linker::{Linker, confidence, contents, scene::Scene, statements, with_rules},
    tagger::{Tagged, decode},
};
use hearsay_network::viterbi::LABELS;
use hearsay_trainer::logistic;
use std::collections::BTreeSet;

/// Shares of the marked attributions that are left out, for the linker to see what a tagger misses.
const LEFT_OUT: [f32; 2] = [0.25, 0.1];

/// What squared weights of the confidence cost.
const RIDGE: f64 = 1.0;

/// Trains the linker and what tells its confidence.
pub fn linker(texts: &[Read], gold: &[Gold], opinions: &[Opinion]) -> Linker {
    let mut random = Random(3);
    let (mut cues, mut sources) = (Vec::new(), Vec::new());
    for ((text, gold), opinion) in texts.iter().zip(gold).zip(opinions) {
        let owners = Owners::new(&text.doc, gold);
        let mut take = |tagged: Tagged, chances: &[[f32; LABELS]]| {
            let tagged = with_rules(&text.doc, tagged, &text.rules);
            link::choices(&Scene::new(&text.doc, &tagged, &text.rules, chances), &owners, &mut cues, &mut sources);
        };
        for share in LEFT_OUT {
            take(owners.thinned(&mut random, share), &[]);
        }
        let (tagged, chances) = decode(&text.doc, opinion.scores.clone(), &opinion.steps);
        take(tagged, &chances);
    }
    let told = |name: &str, choices: &[Choice], weights: &[f32]| {
        eprintln!("{name}: {:.4} of {} choices right", link::accuracy(choices, weights), choices.len());
    };
    let mut linker = Linker { cues: link::fit(&cues, 7), sources: link::fit(&sources, 8), confidence: Vec::new() };
    told("cues", &cues, &linker.cues);
    told("sources", &sources, &linker.sources);
    linker.confidence = confidence(texts, gold, opinions, &linker);
    linker
}

/// Weights that make the confidence of statements the share of right ones.
fn confidence(texts: &[Read], gold: &[Gold], opinions: &[Opinion], linker: &Linker) -> Vec<f32> {
    let mut judged = Vec::new();
    for ((text, gold), opinion) in texts.iter().zip(gold).zip(opinions) {
        let (tagged, chances) = decode(&text.doc, opinion.scores.clone(), &opinion.steps);
        let tagged = with_rules(&text.doc, tagged, &text.rules);
        judge(&Scene::new(&text.doc, &tagged, &text.rules, &chances), gold, linker, &mut judged);
    }
    let right = judged.iter().filter(|(_, right)| *right).count();
    eprintln!("{} statements judged, {right} right", judged.len());
    let examples: Vec<_> =
        judged.iter().map(|(numbers, label)| logistic::Example { numbers, label: *label, weight: 1.0 }).collect();
    logistic::fit(&examples, RIDGE).into_iter().map(|w| w as f32).collect()
}

/// The numbers of each statement that `linker` makes of `scene`, and whether its content and source are marked so.
fn judge(scene: &Scene, gold: &Gold, linker: &Linker, judged: &mut Vec<(Vec<f32>, bool)>) {
    let links = linker.link(scene);
    let bytes = |spans: &[(usize, usize)]| -> BTreeSet<usize> { spans.iter().flat_map(|s| s.0..s.1).collect() };
    let wholes: Vec<_> = gold.attributions.iter().map(|a| (bytes(&a.content), bytes(&a.source))).collect();
    for (q, contents) in contents::of_cues(scene, &links).into_iter().enumerate().filter(|(_, c)| !c.is_empty()) {
        let found = statements::statement(scene, contents.iter().map(|&c| scene.tagged.contents[c].clone()));
        let mine = bytes(&found.content.iter().map(|s| (s.start, s.end)).collect::<Vec<_>>());
        let source = links.source[q].map(|s| scene.doc.span(scene.tagged.sources[s].clone()));
        let right = wholes.iter().any(|(content, named)| {
            let both = content.intersection(&mine).count();
            let same = both * 10 >= 8 * (content.len() + mine.len() - both);
            same && (named.is_empty() || source.is_some_and(|s| named.range(s.start..s.end).next().is_some()))
        });
        judged.push((confidence::numbers(scene, &links, q, &contents, found.form).to_vec(), right));
    }
}
