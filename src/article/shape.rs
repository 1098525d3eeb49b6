//! What a passage's own words look like, whatever surrounds it.

/// Counts over one passage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    /// Words: runs of letters and digits between white space.
    pub words: usize,
    /// Words that begin with a capital letter.
    pub capitals: usize,
    /// Words of two letters and more in capitals only.
    pub shouted: usize,
    /// Words of [`STOPS`].
    pub stops: usize,
    /// Commas.
    pub commas: usize,
    /// Digits.
    pub digits: usize,
    /// Whether the last character, closing marks aside, ends a sentence.
    pub finished: bool,
    /// Whether it holds a double quotation mark.
    pub quoted: bool,
}

/// Words that make sentences of what else would be a list of names.
const STOPS: [&str; 44] = [
    "the", "a", "an", "of", "to", "in", "and", "that", "is", "was", "for", "on", "with", "as", "at", "by", "it", "he",
    "she", "they", "his", "her", "from", "be", "are", "were", "had", "has", "have", "not", "but", "this", "which",
    "or", "who", "will", "would", "said", "i", "we", "you", "their", "been", "its",
];

impl Shape {
    /// Counts over `text`.
    pub fn of(text: &str) -> Self {
        let mut shape = Self::default();
        for word in text.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let Some(first) = word.chars().next() else { continue };
            shape.words += 1;
            shape.capitals += usize::from(first.is_uppercase());
            shape.shouted += usize::from(
                word.chars().nth(1).is_some() && word.chars().all(|c| !c.is_lowercase() && !c.is_numeric()),
            );
            shape.stops += usize::from(STOPS.iter().any(|stop| word.eq_ignore_ascii_case(stop)));
        }
        shape.commas = text.matches(',').count();
        shape.digits = text.bytes().filter(u8::is_ascii_digit).count();
        shape.quoted = text.contains(['"', '“', '”']);
        shape.finished = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', ' ']).ends_with(['.', '!', '?', '…']);
        shape
    }

    /// `part` for each word; 0 where there are no words.
    pub fn share(&self, part: usize) -> f32 {
        part as f32 / self.words.max(1) as f32
    }

    /// Whether it reads like a paragraph: long enough, finished, made of sentences.
    pub fn is_prose(&self) -> bool {
        self.words >= 15 && self.finished && self.share(self.stops) > 0.2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let shape = Shape::of("“The tide, NASA said in 2020, was late.”");
        assert_eq!((shape.words, shape.capitals, shape.shouted, shape.stops, shape.commas), (8, 2, 1, 4, 2));
        assert!(shape.finished && shape.quoted && !shape.is_prose());
        assert_eq!(Shape::of("— …").words, 0);
    }
}
