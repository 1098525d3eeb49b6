//! Links to passages.

use hearsay::{
    article::{all, snapshot::Snapshot},
    export::{Sheet, fragment},
    pace::{Pace, finish},
};

/// The directives for the statements of `sheet`, which are well formed and name words of `page`.
pub fn check(sheet: &Sheet, page: &Snapshot) -> Vec<String> {
    let pace = Pace::unhurried();
    let page = finish(all(page, &pace));
    let passages: Vec<_> = sheet.statements.iter().map(|statement| statement.content).collect();
    let directives = finish(fragment::directives(&page, sheet.article, &passages, &pace));
    assert_eq!(directives.len(), passages.len(), "a directive for each passage");
    for directive in directives.iter().filter(|directive| !directive.is_empty()) {
        for term in directive.split('&') {
            let parts: Vec<&str> = term.strip_prefix("text=").expect("the name of a term").split(',').collect();
            let own = |part: &&&str| !part.starts_with('-') && !part.ends_with('-');
            let named = parts.iter().filter(own).count();
            assert!((1..=2).contains(&named) && parts.len() <= named + 2, "{term:?} is no term");
            for part in parts {
                let words = decoded(part.trim_matches('-'));
                assert!(!words.is_empty() && page.text.contains(&words), "{words:?} of {term:?} is not in the page");
            }
        }
    }
    directives
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.bytes());
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|byte| (byte as char).to_digit(16)).expect("a digit") as u8;
        match byte {
            b'%' => bytes.push(digit() << 4 | digit()),
            _ if byte.is_ascii_alphanumeric() || b"._~!*'()".contains(&byte) => bytes.push(byte),
            _ => panic!("{} in {text:?} has a meaning", byte as char),
        }
    }
    String::from_utf8(bytes).expect("whole characters")
}
