//! What class names, ids and the like say of an element: words that many sites use, grouped by meaning.

use std::sync::OnceLock;

/// A set of groups, one bit each, in the order of [`GROUPS`].
pub type Hints = u32;

/// The words of each group. `=` asks for a whole word, `^` for its beginning; else it may stand anywhere in a word.
/// Words are the runs of letters and digits of the hints.
const GROUPS: [(&str, &str); 30] = [
    (
        "body",
        "articlebody storybody postbody entrycontent articlecontent postcontent storycontent articletext storytext =body bodytext =prose =paragraph",
    ),
    ("story", "article story =post =entry =news"),
    ("content", "content =main =text =copy =richtext =wysiwyg"),
    ("comment", "comment disqus discuss =reply =replies =coral =responses"),
    (
        "related",
        "related recommend readmore =more alsoread =also similar trending popular mostread =latest morefrom =next =prev recirc outbrain taboola suggest =read",
    ),
    (
        "teaser",
        "teaser ^teas =card =cards ^promo ^thumb listing =feed =river carousel slider =grid =tile =tiles =list =item =items",
    ),
    ("share", "share sharing social =follow facebook whatsapp"),
    ("picture", "caption =image =images ^photo gallery =figure =media =picture slideshow =img"),
    ("credit", "credit copyright =source =attribution"),
    ("author", "author byline =bio contributor =writer =profile"),
    ("navigation", "^nav =menu breadcrumb =header masthead topbar =skip =search navbar"),
    ("footer", "footer =bottom legal disclaimer =terms"),
    ("side", "sidebar =aside =rail =right =side =column widget =module =col"),
    ("advert", "=ad =ads advert ^sponsor =dfp =gpt =banner =partner =commercial =promoted"),
    ("topic", "=tag =tags topic categor keyword =label kicker =eyebrow =section"),
    ("subscribe", "subscri newsletter signup paywall =login =register membership donat =support =piano optin =email"),
    ("consent", "cookie consent gdpr privacy =modal popup overlay =dialog =alert =toast =notice notification"),
    ("player", "video player audio podcast playlist"),
    ("date", "=date ^timestamp =time published =updated =meta metadata dateline"),
    ("headline", "headline =title =heading"),
    ("deck", "=deck =dek summary standfirst subtitle description excerpt =lede =intro subhead subhed"),
    ("embed", "embed tweet =twitter instagram"),
    ("quote", "quote"),
    ("box", "factbox infobox =box inset =fact keypoint highlight takeaway callout"),
    ("live", "=live liveblog"),
    ("unseen", "hidden =sr visually screenreader =print accessib =offscreen"),
    ("correction", "correction footnote =note =notes clarification"),
    ("button", "=btn button =cta =link =links"),
    ("interactive", "=poll =quiz survey =form =weather ^stock ticker =market =scoreboard"),
    ("shop", "=shop product =deal =deals =price =buy affiliate =job =jobs =event =events"),
];

/// The groups' names, in order of their bits.
pub fn names() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|(name, _)| *name)
}

/// The bits of the groups of these `names`.
pub fn bits(wanted: &[&str]) -> Hints {
    names().enumerate().filter(|(_, name)| wanted.contains(name)).fold(0, |all, (group, _)| all | 1 << group)
}

/// Where in a run of letters and digits a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Whole,
    Beginning,
    Anywhere,
}

/// A word of a group.
struct Word {
    stand: Stand,
    word: &'static str,
    group: usize,
}

/// All words by their first byte: hints are looked through once, whatever the number of words.
fn words() -> &'static [Vec<Word>; 128] {
    static WORDS: OnceLock<[Vec<Word>; 128]> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all = [const { Vec::new() }; 128];
        for (group, (_, words)) in GROUPS.iter().enumerate() {
            for asked in words.split(' ') {
                let (stand, word) = match asked.as_bytes()[0] {
                    b'=' => (Stand::Whole, &asked[1..]),
                    b'^' => (Stand::Beginning, &asked[1..]),
                    _ => (Stand::Anywhere, asked),
                };
                all[usize::from(word.as_bytes()[0]) & 127].push(Word { stand, word, group });
            }
        }
        all
    })
}

/// The groups whose words stand in `hints` (lower case).
pub fn of(hints: &str) -> Hints {
    let words = words();
    let mut found = 0;
    let mut begins = true;
    for (i, c) in hints.char_indices() {
        if c.is_ascii() {
            let rest = &hints[i..];
            for Word { stand, word, group } in &words[c as usize] {
                let fits = found & (1 << group) == 0 && (begins || *stand == Stand::Anywhere) && rest.starts_with(word);
                let ends = || !rest[word.len()..].starts_with(char::is_alphanumeric);
                if fits && (*stand != Stand::Whole || ends()) {
                    found |= 1 << group;
                }
            }
        }
        begins = !c.is_alphanumeric();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_by_whole_beginning_and_part() {
        assert_eq!(of("top-story ad"), bits(&["story"]) | bits(&["advert"]));
        assert_eq!(of("navbar-x"), bits(&["navigation"]));
        assert_eq!(of("inside president adjacent"), 0);
        assert_eq!(of("c-articlebody__p") & bits(&["body"]), bits(&["body"]));
        assert_eq!(of(""), 0);
    }

    fn stands(word: &str, hints: &str) -> bool {
        let mut parts = hints.split(|c: char| !c.is_alphanumeric());
        match word.as_bytes()[0] {
            b'=' => parts.any(|part| part == &word[1..]),
            b'^' => parts.any(|part| part.starts_with(&word[1..])),
            _ => hints.contains(word),
        }
    }

    proptest! {
        #[test]
        fn as_word_by_word(hints in "(ad|story|nav|teas|er|post|article|é|s|-|_| ){0,12}") {
            for (group, (_, words)) in GROUPS.iter().enumerate() {
                let slow = words.split(' ').any(|word| stands(word, &hints));
                prop_assert_eq!(of(&hints) & (1 << group) != 0, slow, "{}", hints);
            }
        }
    }
}
