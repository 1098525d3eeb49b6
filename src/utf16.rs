//! From the core's offsets to the DOM's: UTF-8 bytes of a text node to UTF-16 units, and back.

use std::ops::Range;

/// Bytes between two remembered places; a look-up counts fewer characters than this.
const STEP: usize = 256;

/// Offsets of one text in both units. Built in one pass; a look-up takes constant time.
#[derive(Debug)]
pub struct Utf16Map<'a> {
    text: &'a str,
    /// Byte and unit of the first character at or after every `STEP`th byte.
    marks: Vec<(usize, u32)>,
    units: u32,
}

impl<'a> Utf16Map<'a> {
    /// A map of `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (byte, c) in text.char_indices() {
            if byte >= marks.len() * STEP {
                marks.push((byte, units));
            }
            units += c.len_utf16() as u32;
        }
        Self { text, marks, units }
    }

    /// The UTF-16 offset of `byte`; `None` inside a character or past the end.
    pub fn utf16(&self, byte: usize) -> Option<u32> {
        if byte == self.text.len() {
            return Some(self.units);
        }
        let near = self.marks.partition_point(|&(mark, _)| mark <= byte).checked_sub(1)?;
        let (mark, units) = self.marks[near];
        let between = self.text.get(mark..byte)?;
        Some(units + between.chars().map(|c| c.len_utf16() as u32).sum::<u32>())
    }

    /// The units of `words` at `byte`; `None` where other words stand there.
    pub fn units(&self, byte: usize, words: &str) -> Option<Range<u32>> {
        let end = byte.checked_add(words.len())?;
        let stand = self.text.get(byte..end)? == words;
        if stand { Some(self.utf16(byte)?..self.utf16(end)?) } else { None }
    }

    /// The byte at UTF-16 offset `unit`; `None` inside a character or past the end.
    pub fn utf8(&self, unit: u32) -> Option<usize> {
        if unit == self.units {
            return Some(self.text.len());
        }
        let near = self.marks.partition_point(|&(_, mark)| mark <= unit).checked_sub(1)?;
        let (mark, mut units) = self.marks[near];
        for (byte, c) in self.text[mark..].char_indices() {
            if units >= unit {
                return (units == unit).then_some(mark + byte);
            }
            units += c.len_utf16() as u32;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "a“é”😀z".repeat(200);
        let map = Utf16Map::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let unit = map.utf16(byte).unwrap();
            assert_eq!(unit as usize, text[..byte].encode_utf16().count());
            assert_eq!(map.utf8(unit), Some(byte));
        }
    }

    #[test]
    fn words_are_found_where_they_stand_alone() {
        let map = Utf16Map::new("é “No😀” no");
        assert_eq!(map.units(3, "“No😀”"), Some(2..8));
        assert_eq!(map.units(3, "“No”"), None);
        assert_eq!((map.units(4, "No"), map.units(6, "“"), map.units(usize::MAX, "no")), (None, None, None));
    }

    #[test]
    fn inside_a_character_is_nowhere() {
        let map = Utf16Map::new("😀");
        assert_eq!((map.utf16(1), map.utf16(5)), (None, None));
        assert_eq!((map.utf8(1), map.utf8(3)), (None, None));
        assert_eq!(Utf16Map::new("").utf16(0), Some(0));
    }
}
