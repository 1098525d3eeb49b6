//! Sets of words, and values by words: one hash table in the program, whatever the values are.

use std::{borrow::Cow, collections::HashMap};

/// Words, each with its place in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct WordSet<'a>(HashMap<Cow<'a, str>, usize>);

impl<'a> WordSet<'a> {
    /// Adds `word`; whether it is new.
    pub fn insert(&mut self, word: impl Into<Cow<'a, str>>) -> bool {
        let known = self.0.len();
        self.place(word.into()) == known
    }

    /// Whether `word` is among them.
    pub fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    #[inline(never)]
    fn place(&mut self, word: Cow<'a, str>) -> usize {
        let next = self.0.len();
        *self.0.entry(word).or_insert(next)
    }

    #[inline(never)]
    fn find(&self, word: &str) -> Option<usize> {
        self.0.get(word).copied()
    }
}

impl<'a> FromIterator<&'a str> for WordSet<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let mut all = Self::default();
        words.into_iter().for_each(|word| {
            all.insert(word);
        });
        all
    }
}

/// Values, each by a word.
#[derive(Clone, Debug)]
pub struct Keyed<'a, V> {
    words: WordSet<'a>,
    /// In the order of their words.
    values: Vec<V>,
}

impl<V> Default for Keyed<'_, V> {
    fn default() -> Self {
        Self { words: WordSet::default(), values: Vec::new() }
    }
}

impl<'a, V> Keyed<'a, V> {
    /// The value of `word`.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.values.get(self.words.find(word)?)
    }

    /// The value of `word`, which is `new()` where it has none yet.
    pub fn or(&mut self, word: impl Into<Cow<'a, str>>, new: impl FnOnce() -> V) -> &mut V {
        let place = self.words.place(word.into());
        if place == self.values.len() {
            self.values.push(new());
        }
        &mut self.values[place]
    }

    /// Gives `word` the value `value`.
    pub fn set(&mut self, word: impl Into<Cow<'a, str>>, value: V)
    where
        V: Copy,
    {
        *self.or(word, || value) = value;
    }

    /// All values, in the order in which their words came.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.values.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_new_once() {
        let mut words: WordSet = ["rain", "snow", "rain"].into_iter().collect();
        assert!(!words.insert("snow") && words.insert("hail".to_owned()));
        assert!(words.has("hail") && !words.has("fog"));
    }

    #[test]
    fn values_stay_with_their_words() {
        let mut counts = Keyed::default();
        for word in ["rain", "snow", "rain"] {
            *counts.or(word, || 0) += 1;
        }
        counts.set("hail", 7);
        counts.set("snow", 5);
        assert!(counts.values().eq(&[2, 5, 7]));
        assert_eq!((counts.get("rain"), counts.get("fog")), (Some(&2), None));
    }
}
