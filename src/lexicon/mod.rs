//! Word lists as data. Each is a text file of this folder: entries separated by white space, lines that begin
//! with `#` are comments.

pub mod cues;
mod sieve;

use crate::slim;
use sieve::Sieve;
use std::{collections::BinaryHeap, sync::OnceLock};

/// A set of words, all in lower case.
pub struct Words {
    source: &'static str,
    sorted: OnceLock<(Vec<&'static str>, Sieve)>,
}

impl Words {
    const fn new(source: &'static str) -> Self {
        Self { source, sorted: OnceLock::new() }
    }

    /// All entries, in alphabetical order.
    pub fn all(&self) -> &[&'static str] {
        &self.sorted().0
    }

    fn sorted(&self) -> &(Vec<&'static str>, Sieve) {
        self.sorted.get_or_init(|| {
            let all = self.source.split_whitespace().collect::<BinaryHeap<_>>().into_sorted_vec();
            let sieve = Sieve::new(all.iter().copied());
            (all, sieve)
        })
    }

    /// Whether `word`, which is in lower case, is an entry.
    pub fn has(&self, word: &str) -> bool {
        let (all, sieve) = self.sorted();
        sieve.lets(word) && all.binary_search(&word).is_ok()
    }

    /// The first entry of the line that `word` stands on.
    fn first_beside(&self, word: &str) -> Option<&'static str> {
        if !self.has(word) {
            return None;
        }
        let beside = |line: &&str| line.split_whitespace().any(|other| other == word);
        self.source.lines().find(beside)?.split_whitespace().next()
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub static $name: Words = Words::new({
            static SHORT: [u8; slim::length(include_str!($file))] = slim::copy(include_str!($file));
            slim::text(&SHORT)
        });)*
        #[cfg(test)]
        static ALL: &[(&str, &Words)] = &[$(($file, &$name)),*];
    };
}

lists! {
    /// Abbreviations that keep their full stop, written without it.
    ABBREVIATIONS = "abbreviations.txt";
    /// Adverbs that stand amid a verb group and do not end in "ly".
    ADVERBS = "adverbs.txt";
    /// Forms of auxiliary verbs.
    AUXILIARIES = "auxiliaries.txt";
    /// Nouns that say of the name beside them that it is a business.
    BUSINESSES = "businesses.txt";
    /// Adjectives of nationality that do not look like one.
    DEMONYMS = "demonyms.txt";
    /// Words that begin a noun phrase.
    DETERMINERS = "determiners.txt";
    /// Words that begin many sentences and some names.
    DOUBTFUL = "doubtful.txt";
    /// Words whose first letters are left out, written without the apostrophe that stands for them.
    ELISIONS = "elisions.txt";
    /// What newspapers call those they spoke of just before.
    EPITHETS = "epithets.txt";
    /// Words that tell what an office is for.
    FIELDS = "fields.txt";
    /// Words that say that somebody is a woman.
    FEMALE = "female.txt";
    /// Nouns that are media only where the place of a noun is asked for, those of one kind on a line.
    GENRES = "genres.txt";
    /// Words that end the full names of companies.
    FIRMS = "firms.txt";
    /// Common given names of women.
    GIVEN_FEMALE = "given_female.txt";
    /// Common given names of men.
    GIVEN_MALE = "given_male.txt";
    /// Verbs that take what is given out as their object.
    GIVING = "giving.txt";
    /// Given names that the two lists lack, which the tagger was trained with.
    GIVEN_OTHER = "given_other.txt";
    /// Forms of address.
    HONORIFICS = "honorifics.txt";
    /// Nouns that tell only of whose family or household somebody is.
    KIN = "kin.txt";
    /// Verbs that tell what somebody does for a living.
    LIVELIHOODS = "livelihoods.txt";
    /// Nouns that look like those for trades and are none.
    LOOKALIKES = "lookalikes.txt";
    /// Nouns that say no more of a body than that it is one, or what it makes or sells.
    MAKERS = "makers.txt";
    /// Words that say that somebody is a man.
    MALE = "male.txt";
    /// Words that a capital letter does not make a name.
    OPENERS = "openers.txt";
    /// Nouns that begin or end the names of organisations.
    ORGANISATIONS = "organisations.txt";
    /// Nouns that say of the name beside them that it publishes news.
    OUTLETS = "outlets.txt";
    /// Verbs and adverbs that a mention may end with by mistake.
    OVERRUNS = "overruns.txt";
    /// Words that end the names of newspapers and stations.
    PAPERS = "papers.txt";
    /// Offices and roles that companies have as well as people.
    PARTNERS = "partners.txt";
    /// What somebody is to others, or happens to be just now.
    PASSING = "passing.txt";
    /// Nouns of what words are published in, or passed on by.
    MEDIA = "media.txt";
    /// Prepositions.
    PREPOSITIONS = "prepositions.txt";
    /// Past forms that are no nouns.
    PRETERITES = "preterites.txt";
    /// Pronouns that can be the subject of a clause.
    PRONOUNS = "pronouns.txt";
    /// Offices of which a place has one or few.
    SEATS = "seats.txt";
    /// Words that begin a subordinate clause.
    SUBORDINATORS = "subordinators.txt";
    /// Sources that are not people.
    THINGS = "things.txt";
    /// Days, months and times of day.
    TIMES = "times.txt";
    /// Offices, jobs and relations.
    TITLES = "titles.txt";
    /// Offices, jobs and relations that are missing there, with which the tagger was trained.
    TRADES = "trades.txt";
    /// Nouns of what has words on it.
    WRITINGS = "writings.txt";
}

/// Whether `word` is one of `words`, which are parted by single spaces: less code than a pattern of them.
#[inline(never)]
pub fn one(word: &str, words: &str) -> bool {
    words.as_bytes().split(|&byte| byte == b' ').any(|other| other == word.as_bytes())
}

/// Whether the word `lower` is an adverb that may stand amid a verb group ("also", "quietly").
pub fn adverb(lower: &str) -> bool {
    ADVERBS.has(lower) || manner(lower)
}

/// Whether the word `lower` looks like an adverb made of an adjective; "family" is none.
pub fn manner(lower: &str) -> bool {
    const OTHERS: &str = "family assembly ally supply reply rally elderly daily weekly monthly yearly early monopoly \
        anomaly belly jelly bully fly lily july italy sicily";
    lower.ends_with("ly") && !one(lower, OTHERS)
}

/// The noun that names the kind of the medium `word`; `None` where it is no medium.
pub fn medium(word: &str) -> Option<&'static str> {
    MEDIA.first_beside(word)
}

/// The same for a noun that stands where one that names a medium does.
pub fn genre(word: &str) -> Option<&'static str> {
    GENRES.first_beside(word).or_else(|| medium(word))
}

#[cfg(test)]
mod tests {
    #[test]
    fn media_have_a_kind() {
        for (word, kind) in [("tweet", Some("post")), ("memo", Some("message")), ("kitchen", None), ("#", None)] {
            assert_eq!(super::medium(word), kind, "{word}");
        }
    }

    #[test]
    fn entries_are_in_lower_case_and_stand_once() {
        for (file, words) in super::ALL {
            assert!(!words.all().is_empty(), "{file} is empty");
            for pair in words.all().windows(2) {
                assert_ne!(pair[0], pair[1], "{file} has an entry twice");
            }
            for word in words.all() {
                assert_eq!(*word, word.to_lowercase(), "{file}");
            }
        }
    }
}
