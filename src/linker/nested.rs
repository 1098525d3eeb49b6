//! Statements within statements: "the agency reported that Lee told them …".

use super::scene::Scene;
use crate::{annotation::Form, attribution::Found, lexicon, span::Span};

/// Verbs of what may be.
const MODALS: &str = "should would could might may must";

/// Statements of the rules that stand in the content of one of `found`, in the writer's words: "the agency reported
/// that Lee told them …". The tagger knows no contents within contents.
pub fn find(scene: &Scene, found: &[Found]) -> Vec<Found> {
    let mut outer = vec![Span::default(); scene.doc.tokens.len()];
    for content in found.iter().filter(|f| f.form != Form::Direct && !f.attitude).flat_map(|f| &f.content) {
        outer[scene.doc.tokens_in(*content)].fill(*content);
    }
    let within = |rule: &&Found| {
        let [Some(cue), Some(source), Some(content)] = [rule.cue.first(), rule.source.as_ref(), rule.content.first()]
        else {
            return false;
        };
        // What should or might be said is not, and what came about is told in the words of whoever says so.
        let tokens = scene.doc.tokens_in(*cue);
        let tells = scene.doc.one(tokens.end.wrapping_sub(1), "said says told tells wrote asked")
            || scene.doc.has(&lexicon::PRONOUNS, scene.doc.token_at(source.start));
        // "the agency reported that the tests showed it was “gone”", "Norland called in the envoy over what it called
        // “theft”, the ministry said"
        let it = scene.doc.says(scene.doc.token_at(source.start), "it");
        let shown = rule.form == Form::Direct && (it || scene.doc.one(tokens.end.wrapping_sub(1), "showed shows show"));
        if rule.form == Form::Mixed && !tells || shown || tokens.clone().any(|i| scene.doc.one(i, MODALS)) {
            return false;
        }
        let outer = outer.get(scene.doc.token_at(cue.start)).copied().unwrap_or_default();
        [cue, source, content].iter().all(|part| outer.contains(**part))
    };
    scene.rules.found.iter().filter(within).cloned().collect()
}
