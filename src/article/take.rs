//! How numbers are handed to what weighs them, with their names.

/// Two parts of the name of a number that the models weigh. What is shipped has none: nobody asks for them there.
#[cfg(not(target_family = "wasm"))]
pub type Name = (&'static str, &'static str);
/// Nothing of the name of a number.
#[cfg(target_family = "wasm")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name;

/// The name of these two parts.
pub fn name(_name: &'static str, _part: &'static str) -> Name {
    #[cfg(not(target_family = "wasm"))]
    return (_name, _part);
    #[cfg(target_family = "wasm")]
    Name
}

/// Takes one number after the other; the same names in the same order for every passage.
pub struct Take<'a>(pub &'a mut dyn FnMut(Name, f32));

impl Take<'_> {
    /// Takes the next number, with the two parts of its name.
    #[inline(always)]
    pub fn number(&mut self, first: &'static str, part: &'static str, number: f32) {
        self.0(name(first, part), number);
    }
}
