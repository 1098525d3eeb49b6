//! A medium goes on for whoever used it: "Lee said in a statement. “…” “…,” she added."

use super::Step;
use crate::{
    annotation::Medium,
    attribution::{Found, time_word},
    lexicon,
    people::EntityId,
    span::Span,
    text::Doc,
};
use std::ops::Range;

/// Paragraphs after which a medium is not thought to go on.
const REACH: usize = 4;

/// By what each speaker's last statement came, and in which paragraph; by the speakers' places among all entities.
#[derive(Clone, Debug, Default)]
pub struct Carried(Vec<(usize, Vec<Step>)>);

impl Carried {
    /// Notes that words of `whom` come by `step` from paragraph `block` on.
    pub fn note(&mut self, whom: EntityId, block: usize, step: Step) {
        // What a verb alone tells ("posted") adds nothing to what is known.
        let last = self.by(whom);
        if step.span.is_none() && last.is_some_and(|(at, _)| block.saturating_sub(*at) <= REACH) {
            return;
        }
        let outlet = last.and_then(|(_, steps)| steps.first()).filter(|told| same_talk(&step, told)).cloned();
        self.keep(whom, block, outlet.into_iter().chain([step]).collect());
    }

    /// The paragraph of the last words of `speaker`, and by what they came, if by anything.
    fn by(&self, speaker: EntityId) -> Option<&(usize, Vec<Step>)> {
        self.0.get(speaker.index()).filter(|(_, steps)| !steps.is_empty())
    }

    /// Forgets by what the last words of `speaker` came; they may go back to what was `talk` before.
    pub fn forget(&mut self, speaker: Option<EntityId>, talk: bool) {
        let kept =
            |step: &Step| talk && matches!(step.medium, Some(Medium::Interview | Medium::Speech | Medium::Press));
        if let Some(last) = speaker.and_then(|speaker| self.0.get_mut(speaker.index())) {
            last.1.retain(kept);
        }
    }

    fn keep(&mut self, speaker: EntityId, block: usize, steps: Vec<Step>) {
        let index = speaker.index();
        if self.0.len() <= index {
            self.0.resize(index + 1, (0, Vec::new()));
        }
        self.0[index] = (block, steps);
    }

    /// Whether the last words of `speaker` came by a `medium`: an interview or a call goes on with somebody else in it,
    /// and posts follow each other on one site for years.
    pub fn last(&self, speaker: Option<EntityId>, medium: Medium) -> bool {
        let last = speaker.and_then(|speaker| self.by(speaker));
        last.is_some_and(|(_, steps)| steps.iter().any(|step| step.medium == Some(medium)))
    }

    /// By what a statement of `speaker` in paragraph `block` came, which says `own` of it itself and may say that the
    /// speaker `writes`. To be asked of every statement in text order.
    pub fn steps(&mut self, speaker: Option<EntityId>, block: usize, own: Vec<Step>, writes: bool) -> Vec<Step> {
        let Some(speaker) = speaker else { return own };
        // What is on file or in print is spoken of beside what its maker says elsewhere.
        let lasts = |step: &Step| {
            !matches!(step.medium, Some(Medium::Document | Medium::Book)) && !step.text.ends_with("website")
        };
        let reach = |steps: &[Step]| match steps.iter().any(lasts) {
            // "Lee wrote" goes back to the book named before.
            false if !writes => 1,
            _ => REACH,
        };
        // Nobody writes in an interview.
        let spoken = |step: &Step| matches!(step.medium, Some(Medium::Interview | Medium::Speech | Medium::Press));
        let last = self.by(speaker).filter(|(_, steps)| !(writes && own.is_empty() && steps.iter().any(spoken)));
        // "in that interview" goes back to it from anywhere, and on an exclusive one the whole article rests.
        let again = |told: &Step| own.len() == 1 && same_talk(&own[0], told);
        let rests = |step: &Step| step.text.contains("exclusive");
        let near = |at: usize, steps: &[Step]| {
            block.saturating_sub(at) <= reach(steps) || steps.first().is_some_and(again) || steps.iter().any(rests)
        };
        let last = last.filter(|(at, steps)| near(*at, steps)).map_or(&[][..], |(_, steps)| steps);
        let steps = match (&own[..], last) {
            ([], last) => last.to_vec(),
            // "posted", "in an earlier post" after "wrote on Reddit".
            ([post], [platform, ..]) if names_nothing(post) && platform.medium == post.medium => {
                let own = post.span.map(|_| post.clone());
                if names_nothing(platform) {
                    own.into_iter().collect()
                } else {
                    std::iter::once(platform.clone()).chain(own).collect()
                }
            }
            ([talk], [told, ..]) if same_talk(talk, told) => vec![told.clone(), talk.clone()],
            // The look of an embedded post tells less than the article's own words; "tweeted" after "on Facebook" tells
            // more.
            ([post], [told, ..])
                if post.span.is_none() && told.span.is_some() && post.medium == told.medium && !elsewhere(told) =>
            {
                vec![told.clone()]
            }
            _ => own,
        };
        // "in their initial letter" tells of another one.
        if !steps.iter().any(first) && !steps.is_empty() {
            self.keep(speaker, block, steps.clone());
        }
        steps
    }
}

/// Whether the `talk` is the one in which the words were `told` to an outlet: "by phone", "in that interview", but not
/// "in an interview".
fn same_talk(talk: &Step, told: &Step) -> bool {
    let own = talk.text.starts_with("a ") || talk.text.starts_with("an ") || talk.text.contains(char::is_uppercase);
    told.told && talk.medium == Some(Medium::Interview) && !own
}

/// Whether the verb of a `cue` tells of some other time than the words around it ("has always said", "previously
/// said"), or that nothing was said.
pub fn another_time(doc: &Doc, found: &Found) -> bool {
    let Some(mut tokens) = found.cue.first().map(|cue| doc.tokens_in(*cue)) else { return false };
    // "Lee has fought the plan, saying"
    let verb = found.source.map_or(tokens.start, |source| doc.tokens_in(source).end);
    if doc.lower(tokens.start).ends_with("ing") && doc.one(verb, "has have") {
        return true;
    }
    // "Lee said in July", "said in 1998"
    let end = found.source.map_or(tokens.end, |source| doc.tokens_in(source).end.max(tokens.end));
    let content = found.content.iter().any(|content| doc.token_at(content.start) == end);
    let dated = doc.says(end, "in") && (time_word(doc.lower(end + 1)) || year(doc, end + 1));
    // "tweeted earlier this month"
    let before = doc.one(end, "earlier last") && doc.one(end + 1, "this week month year");
    if !content && (before || dated && !writes(doc, &found.cue)) {
        return true;
    }
    // "she later said"
    let adverb = |i: &usize| doc.one(*i, "has have had previously earlier initially later originally");
    let before = tokens.start.checked_sub(1).filter(adverb).is_some();
    before
        || doc.says(tokens.start, "later")
        || tokens.any(|i| match doc.lower(i) {
            "has" | "have" | "had" | "previously" | "earlier" | "often" | "repeatedly" | "always" | "initially"
            | "first" => true,
            "declined" | "declines" | "refused" | "refuses" => true,
            "once" => !doc.says(i + 1, "again"),
            _ => false,
        })
}

/// Whether the sentence of `tokens` opens with some other time than that of the words before: "In 2022,", "Later,",
/// "Two years ago,", "During the campaign,".
pub fn opens_anew(doc: &Doc, tokens: Range<usize>) -> bool {
    let start = tokens.start + usize::from(doc.one(tokens.start, "and but"));
    let (first, next) = (doc.lower(start), start + 1);
    let ago = || (next..tokens.end.min(next + 3)).any(|i| doc.says(i, "ago") || apart(doc, i));
    match first {
        "later" | "afterwards" | "afterward" | "previously" | "earlier" | "initially" => true,
        "in" => year(doc, next) || year(doc, next + 1) && time_word(doc.lower(next)) || scene(doc, start),
        // "On Tuesday, Lee said"
        "on" => time_word(doc.lower(next)),
        "last" => time_word(doc.lower(next)) || doc.one(next, "week month year"),
        // "When the boats came in, Lee said", but "when asked, Lee said"
        "when" => !(next..tokens.end).any(|i| doc.one(i, "asked pressed questioned")),
        "during" => doc.one(next, "the a an his her their its"),
        "at" => doc.says(next, "the") && doc.says(next + 1, "time"),
        _ => ago(),
    }
}

/// Whether a sentence opens elsewhere and on another day at token `i`: "In Osby on Thursday, Lee said".
pub fn scene(doc: &Doc, i: usize) -> bool {
    let day = |i: usize| time_word(doc.lower(i)) && doc.lower(i).ends_with("day");
    doc.says(i, "in") && doc.capital(i + 1) && (i + 2..i + 5).any(day)
}

/// Whether token `i` is a year.
fn year(doc: &Doc, i: usize) -> bool {
    doc.word(i).len() == 4 && doc.word(i).bytes().all(|b| b.is_ascii_digit())
}

/// Whether token `i` tells of another day: "a week later", but not "a moment later".
fn apart(doc: &Doc, i: usize) -> bool {
    doc.one(i, "later earlier after before") && i > 0 && doc.one(i - 1, "day days week weeks month months year years")
}

/// Whether a `cue` tells that somebody writes.
pub fn writes(doc: &Doc, cue: &[Span]) -> bool {
    cue.iter().any(|cue| doc.tokens_in(*cue).any(|i| doc.one(i, "wrote writes")))
}

/// Whether a `cue` tells that somebody was told who stands at `to`, no mere audience.
pub fn told_another(doc: &Doc, cue: &[Span], to: Option<Span>) -> bool {
    let word = |at: usize| doc.lower(doc.token_at(at.saturating_sub(1)));
    let told = cue.first().is_some_and(|cue| matches!(word(cue.end), "told" | "tells"));
    told && to.is_some_and(|to| !audience(word(to.end)))
}

/// Whether a noun stands for those whom a speech or a post is made to.
fn audience(lower: &str) -> bool {
    lexicon::one(lower, "crowd audience followers fans supporters viewers listeners lawmakers them")
}

/// Whether a medium is the first of several.
pub fn first(step: &Step) -> bool {
    step.text.split(' ').any(|word| matches!(word, "initial" | "original"))
}

/// Whether a post is on another site than that of tweets.
fn elsewhere(step: &Step) -> bool {
    let lower = step.text.to_lowercase();
    lower
        .split(' ')
        .any(|word| lexicon::one(word, "facebook instagram reddit tiktok linkedin snapchat mastodon bluesky"))
}

/// Whether a post does not say where it is.
fn names_nothing(step: &Step) -> bool {
    step.medium == Some(Medium::Post) && !step.text.contains(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{Carried, REACH, Step};
    use crate::{annotation::Medium, article::Article, people, span::Span, text};

    #[test]
    fn goes_on_for_each_speaker_and_not_too_far() {
        let article = Article::from_text("“It holds,” Ann Lee said. “It does,” Bo Ek said.");
        let doc = text::read(&article);
        let mut people = people::read(&doc);
        let [ann, bo] = ["Ann Lee", "Bo Ek"].map(|name| {
            let start = article.text.find(name)?;
            people.resolve(&doc, Span::new(start, start + name.len()), &[])
        });
        assert!(ann.is_some() && ann != bo, "{ann:?} {bo:?}");
        let mut carried = Carried::default();
        let step = vec![Step::untold("a statement", Medium::Statement)];
        assert_eq!(carried.steps(ann, 0, step.clone(), false), step);
        assert_eq!(carried.steps(bo, 0, vec![], false), []);
        assert_eq!(carried.steps(ann, 1, vec![], false), step);
        assert_eq!(carried.steps(ann, 2 + REACH, vec![], false), []);
        assert_eq!(carried.steps(None, 3, vec![], false), []);
    }
}
