//! An article that changed is annotated again as far as the change reaches, and to the same end as at first sight.

use hearsay::{
    Engine, Memo,
    article::Article,
    export::rows,
    pace::{Pace, finish},
};

/// Posts of a live blog, no two alike.
fn posts(count: usize) -> Vec<String> {
    let names = ["Ann Lee", "Tom Falk", "Olena Varga", "Ida Holm", "Paul Lind", "Rosa Brandt", "Piet Hallam"];
    let places = ["bridge", "harbour", "school", "old mill", "ferry landing", "town hall", "north quay", "market"];
    let verbs = ["closed", "under water", "open again", "without power", "being cleared", "guarded by soldiers"];
    let post = |i: usize| {
        let (name, place, verb) = (names[i * 5 % 7], places[i * 3 % 8], verbs[i * 7 % 6]);
        let other = places[(i / 8) % 8];
        format!(
            "At {}:{:02} the {place} was {verb}. “Nobody here slept for {i} hours,” said {name}, who lives by the {other}. \
             The council said that {} houses had been emptied so far.",
            i / 60 % 24,
            i % 60,
            i * 3 + 2,
        )
    };
    (0..count).map(post).collect()
}

/// How many windows the network runs for `posts`, whose annotations must be those of an engine that never saw them.
fn again(posts: &[String], memo: &Memo) -> usize {
    let article = Article::from_text(&posts.join("\n"));
    let engine = Engine::shipped();
    let before = memo.run();
    let found = finish(engine.annotate_at(&article, memo, &Pace::unhurried()));
    let json = |found| serde_json::to_string(&rows(&article.text, found)).unwrap();
    assert_eq!(json(&found), json(&engine.annotate(&article)));
    memo.run() - before
}

#[test]
fn a_post_more_is_a_few_windows_more() {
    let mut posts = posts(500);
    let memo = Memo::default();
    let all = again(&posts[1..], &memo);
    assert!(all > 20, "{all} windows in all");
    let top = again(&posts, &memo);
    assert!(top * 5 < all, "{top} of {all} for a post on top");
    posts[250].push_str(" The water fell by noon, and the boats were taken back to the sea.");
    let middle = again(&posts, &memo);
    assert!((1..all / 5).contains(&middle), "{middle} of {all} for a change in the middle");
    assert_eq!(again(&posts, &memo), 0);
}

#[test]
fn what_is_gone_is_forgotten() {
    let posts = posts(60);
    let memo = Memo::default();
    let one = again(&posts[..30], &memo);
    again(&posts[30..], &memo);
    assert_eq!(again(&posts[..30], &memo), one);
}
