//! Networks that have not seen what they tell of: the linker learns from what a tagger makes of new articles.

use crate::{
    layout::Layout,
    tag::{self, Example, Opinion, Plan},
};

/// How many networks there are; each is not shown its share of the articles.
const FOLDS: usize = 3;

/// What is thought of each example by the network that has not seen it.
pub fn opinions(layout: &Layout, examples: &mut Vec<Example>, plan: &Plan) -> Vec<Opinion> {
    let mut all: Vec<Option<Example>> = examples.drain(..).map(Some).collect();
    let mut opinions: Vec<Option<Opinion>> = all.iter().map(|_| None).collect();
    for fold in 0..FOLDS {
        let seen: Vec<usize> = (0..all.len()).filter(|i| i % FOLDS != fold).collect();
        let part: Vec<Example> = seen.iter().filter_map(|&i| all[i].take()).collect();
        let plan = Plan { seed: plan.seed + 100 + fold as u64, ..*plan };
        let tell = |round, loss| eprintln!("without part {fold}, round {round}: {loss:.4}");
        let weights = tag::train(layout, &part, &plan, tell);
        seen.into_iter().zip(part).for_each(|(i, example)| all[i] = Some(example));
        for i in (fold..all.len()).step_by(FOLDS) {
            opinions[i] = all[i].as_ref().map(|example| tag::opinion(layout, &weights, &example.features));
        }
    }
    examples.extend(all.into_iter().flatten());
    opinions.into_iter().flatten().collect()
}
