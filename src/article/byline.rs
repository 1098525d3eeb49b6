//! Writers' names out of bylines.

/// Names that are taken from one byline.
const MOST: usize = 20;

/// The names in a byline such as `By Ann Lee, Staff Writer and Bo Ek | The Herald`; none where it holds no name.
pub fn names(byline: &str) -> Vec<String> {
    let byline = byline.trim();
    let bare = OPENINGS.iter().find_map(|opening| strip_prefix(byline, opening)).unwrap_or(byline);
    let mut names: Vec<String> = Vec::new();
    for part in parts(bare) {
        if names.len() == MOST {
            break;
        }
        let name = part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        if is_name(name) && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

const OPENINGS: [&str; 7] = ["written by ", "story by ", "posted by ", "words by ", "by: ", "by ", "author: "];

/// `text` without `prefix` at its start, whatever the case of its letters.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix)).and_then(|_| text.get(prefix.len()..))
}

/// Words that part names from each other or from what follows them.
const WORDS: [&str; 8] = [" and ", " AND ", " for ", " For ", " in ", " on ", " at ", " - "];

/// What stands between the marks and words that part names.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let marks = |c: char| matches!(c, ',' | '|' | '&' | ';' | '•' | '·' | '/' | '(' | ')' | '–' | '—' | '\n');
    let parts = text.split(marks);
    WORDS.iter().fold(Box::new(parts) as Box<dyn Iterator<Item = &str>>, |parts, word| {
        Box::new(parts.flat_map(|part| part.split(*word)))
    })
}

/// Words in small letters that a name may hold.
const PARTICLES: &str = "de la le van von der den da di du bin al el y dos ter";

/// Words that no name holds, in lower case.
const OTHERS: &str = "network sport sports sign log staff writer reporter editor editorial news press desk team \
    correspondent updated published posted associated agency media online magazine times the post \
    daily senior contributor columnist follow read more share by service services bureau chief \
    photo video author authors admin journalist producer report wire board about email print profile view \
    writers";

/// Whether `word` is one of `words`, which are parted by single spaces.
fn one(word: &str, words: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// Whether it looks like a person's name: two to five words with capitals (particles aside), and no word of another
/// sort.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    (2..=5).contains(&words.len())
        && capital(words[0])
        && capital(words[words.len() - 1])
        && words.iter().all(|word| capital(word) || one(word, PARTICLES))
        && !text.contains(|c: char| c.is_numeric() || matches!(c, '@' | ':' | '?' | '!' | '"' | '“'))
        && !words.iter().any(|word| one(&word.to_lowercase(), OTHERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(byline: &str, expected: &[&str]) {
        assert_eq!(names(byline), expected, "{byline}");
    }

    #[test]
    fn bylines() {
        check("By Ann Lee", &["Ann Lee"]);
        check("BY ANN LEE AND BO EK", &["ANN LEE", "BO EK"]);
        check("by Ann Lee and Bo van Ek, Staff Writers", &["Ann Lee", "Bo van Ek"]);
        check("Ann Lee | The Osby Herald", &["Ann Lee"]);
        check("Written by Ann Lee on May 3, 2024", &["Ann Lee"]);
        check("Ann Lee at The Herald", &["Ann Lee"]);
        check("Ann O’Neil-Ek, Bo J. Ek & Ann O’Neil-Ek", &["Ann O’Neil-Ek", "Bo J. Ek"]);
        check("Osby Herald staff", &[]);
        check("https://example.com/ann-lee", &[]);
        check("", &[]);
    }
}
