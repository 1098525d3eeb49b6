//! Where the writer's words on the telling begin, behind what was said: ", without giving details", "in a statement on
//! Monday", "“…” and cut its budget".

use super::{
    Told,
    bare::{bare, past},
    extent::FAR,
};
use crate::{
    annotation::Form,
    lexicon::{
        self,
        cues::{self, Class},
    },
};
use std::ops::Range;

/// Most tokens of what is said of the telling.
const LONGEST: usize = 12;

/// The first token of these words in `content`, which follows its cue in a statement of the sort `form`.
pub fn start(told: &Told, content: &Range<usize>, form: Form) -> Option<usize> {
    const SILENT: &str = "evidence proof elaborating giving providing offering citing specifying naming presenting";
    const MEDIA: &str = "statement statements interview interviews post tweet tweets email letter call calls video \
        videotape speech ruling remarks comments briefing conference debate rally";
    const EVENTS: &str = "attack attacks blast clash clashes crash explosion fire raid shooting shootings strike";
    const JUDGES: &str = "call describ dub label brand slam blast prais dismiss denounc critici";
    let doc = told.doc;
    let low = content.end.saturating_sub(LONGEST).max(content.start + 1);
    let doubts = told.verb_of("claim alleg accus suggest assert");
    let speech = matches!(cues::class(doc.lower(told.verb)), Some(Class::Say | Class::Tell));
    let takes = !speech || !told.verb_of("sa tell told add");
    let silent =
        |i: usize| doc.says(i, "without") && doc.one(i + 1, SILENT) && (doubts || !doc.tokens[i - 1].is_word());
    let written = |i: usize| {
        let apart = doc.says(i - 1, ",") && !(i..content.end).any(|k| doc.says(k, ","));
        let medium = || (i + 1..content.end.min(i + 4)).find(|&k| doc.one(k, MEDIA));
        let a = |medium: usize| doc.one(i + 1, "a an") || doc.lower(medium).ends_with('s');
        // "attacked Holm on Twitter"
        let whom = doc.capital(i - 1) || doc.one(i - 1, "him her them");
        let ends = i + 2 >= content.end || !doc.tokens[i + 2].is_word() || doc.one(i + 2, "on last");
        let site = || doc.says(i, "on") && whom && ends && lexicon::medium(doc.lower(i + 1)) == Some("post");
        // "described the talks in brief remarks as good", "accused Lee in a debate of theft", "confirmed a fire at a rally"
        let whole = (i..content.end).any(|k| doc.one(k, "as of")) || doc.one(i - 1, EVENTS);
        let adjunct = apart || takes && !whole && bare(doc, content.start..i);
        adjunct && (doc.one(i, "in on at during") && medium().is_some_and(a) || site())
    };
    let does = |i: usize| {
        let next = doc.lower(i + 1);
        let act = next.ends_with("ed") || past(next);
        form == Form::Mixed && act && doc.says(i, "and") && !doc.tokens[i - 1].is_word() && told.verb_of(JUDGES)
    };
    let end = (low..content.end).find(|&i| silent(i) || written(i));
    let end = end.or_else(|| (content.start + 1..content.end).take(FAR).find(|&i| does(i)))?;
    Some(end - usize::from(doc.says(end.wrapping_sub(1), ",")))
}
