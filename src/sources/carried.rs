//! A medium goes on until somebody else speaks: "Lee said in a statement. “…” “…,” she added."

use crate::people::EntityId;

/// Paragraphs after which a medium is not thought to go on.
const REACH: usize = 1;

/// By what the last statement came.
#[derive(Clone, Debug, Default)]
pub struct Carried(Option<(EntityId, usize, String)>);

impl Carried {
    /// By what a statement of `speaker` in paragraph `block` came, which says `own` of it itself. To be asked of every
    /// statement in text order: what cannot be told to be the same speaker's ends it.
    pub fn medium(&mut self, speaker: Option<EntityId>, block: usize, own: Option<String>) -> Option<String> {
        let goes_on =
            |(last, at, _): &(EntityId, usize, String)| Some(*last) == speaker && block.saturating_sub(*at) <= REACH;
        let medium = own.or(self.0.take().filter(goes_on).map(|(_, _, medium)| medium));
        self.0 = speaker.zip(medium.clone()).map(|(speaker, medium)| (speaker, block, medium));
        medium
    }
}

#[cfg(test)]
mod tests {
    use super::Carried;
    use crate::{article::Article, people, span::Span, text};

    #[test]
    fn goes_on_until_somebody_else_speaks_or_far_away() {
        let article = Article::from_text("“It holds,” Ann Lee said. “It does,” Bo Ek said.");
        let doc = text::read(&article);
        let mut people = people::read(&doc);
        let [ann, bo] = ["Ann Lee", "Bo Ek"].map(|name| {
            let start = article.text.find(name)?;
            people.resolve(&doc, Span::new(start, start + name.len()), &[])
        });
        assert!(ann.is_some() && ann != bo, "{ann:?} {bo:?}");
        let mut carried = Carried::default();
        let medium = || Some("a statement".to_owned());
        assert_eq!(carried.medium(ann, 0, medium()), medium());
        assert_eq!(carried.medium(ann, 1, None), medium());
        assert_eq!(carried.medium(ann, 2, None), medium());
        assert_eq!(carried.medium(ann, 6, None), None);
        assert_eq!(carried.medium(ann, 6, medium()), medium());
        assert_eq!(carried.medium(bo, 6, None), None);
        assert_eq!(carried.medium(ann, 6, None), None);
        assert_eq!(carried.medium(None, 7, medium()), medium());
        assert_eq!(carried.medium(ann, 7, medium()), medium());
        assert_eq!(carried.medium(None, 7, None), None);
        assert_eq!(carried.medium(ann, 7, None), None);
    }
}
