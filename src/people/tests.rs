use super::{EntityId, read};
use crate::{article::Article, span::Span, text};

/// Resolves the last occurrence of `mention` in `text` and compares the name; an empty `expected` stands for nobody.
fn check(text: &str, mention: &str, expected: &str) {
    let article = Article::from_text(text);
    let doc = text::read(&article);
    let mut people = read(&doc);
    let start = text.rfind(mention).expect("the mention stands in the text");
    let spoken: Vec<EntityId> = Vec::new();
    let id = people.resolve(&doc, Span::new(start, start + mention.len()), &spoken);
    let name = id.map_or("", |id| people.entity(id).name.as_str());
    assert_eq!(name, expected, "{mention:?} in {text:?}: {people:#?}");
}

#[test]
fn surnames_stand_for_full_names() {
    check("Mayor Anna Berg spoke on Monday. Berg said the bridge was safe.", "Berg", "Anna Berg");
    check("The plan is dead, Ludovic van der Meer said. Van der Meer left.", "Van der Meer", "Ludovic van der Meer");
    check("Chinese President Hu Jian met reporters. Hu said little.", "Hu", "Hu Jian");
    check("Maria O’Dea and her brother Tom O’Dea came. Tom said no.", "Tom", "Tom O’Dea");
}
