//! News agencies, broadcasters and publications: who owns them and who controls what they print, as a table in a file.

#[cfg(target_arch = "wasm32")]
use crate::slim;
use serde::Serialize;
use std::{collections::BinaryHeap, sync::OnceLock};

/// One that publishes news, as the table knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outlet {
    /// The name that it is known by.
    pub name: &'static str,
    /// What it is.
    pub sort: Sort,
    /// Where it sits: two letters of ISO 3166-1.
    pub country: &'static str,
    /// Who owns it; `None` where the table does not tell, and in browsers.
    pub owner: Option<&'static str>,
    /// Who controls what it prints; `None` where references differ.
    pub control: Option<Control>,
    /// Title of the article of the English Wikipedia that this can be checked against; empty in browsers.
    pub reference: &'static str,
}

/// What an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// It sells its news to others.
    Agency,
    /// Radio, television and what they publish besides.
    Broadcaster,
    /// A newspaper, a magazine, a site.
    Publication,
}

/// Who controls what an outlet prints, on the neutral scale that the table's head explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// A government or its bodies.
    State,
    /// Paid for by the public, edited independently by statute or charter.
    Public,
    /// A political party or movement.
    Party,
    /// The media that it serves, its readers or its staff.
    CoOperative,
    /// Any other owner.
    Private,
}

/// A form of a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    /// Without "The".
    words: &'static str,
    /// Whether the words mean other things as well.
    ambiguous: bool,
    /// Index of the outlet.
    outlet: usize,
}

struct Table {
    outlets: Vec<Outlet>,
    /// By their words.
    forms: Vec<Form>,
}

#[cfg(not(target_arch = "wasm32"))]
const FILE: &str = include_str!("outlets.txt");

/// What a browser loads of the table is what labels and card show.
#[cfg(target_arch = "wasm32")]
const FILE: &str = {
    const WHOLE: &str = include_str!("outlets.txt");
    static SHORT: [u8; slim::length(WHOLE)] = slim::copy(WHOLE);
    slim::text(&SHORT)
};

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let (mut outlets, mut forms) = (Vec::new(), BinaryHeap::new());
        let mut sort = Sort::Agency;
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[agencies]" => sort = Sort::Agency,
                "[broadcasters]" => sort = Sort::Broadcaster,
                "[publications]" => sort = Sort::Publication,
                _ => {}
            }
            let Some((outlet, others)) = row(line, sort) else { continue };
            let form = |words: &'static str| Form {
                words: bare(words.trim_start_matches('~')),
                ambiguous: words.starts_with('~'),
                outlet: outlets.len(),
            };
            let name = line.split('|').next().unwrap_or("").trim();
            forms.push(form(name));
            forms.extend(others.split(';').map(str::trim).filter(|other| *other != "-").map(form));
            outlets.push(outlet);
        }
        Table { outlets, forms: forms.into_sorted_vec() }
    })
}

/// The outlet of a line, and its other names; `None` for a line that is no row.
fn row(line: &'static str, sort: Sort) -> Option<(Outlet, &'static str)> {
    let mut fields = line.split('|').map(str::trim);
    let mut next = || fields.next();
    let (name, others, country, owner) = (next()?, next()?, next()?, next()?);
    let control = match next()? {
        "state" => Some(Control::State),
        "public" => Some(Control::Public),
        "party" => Some(Control::Party),
        "co-operative" => Some(Control::CoOperative),
        "private" => Some(Control::Private),
        _ => None,
    };
    let owner = Some(owner).filter(|owner| !matches!(*owner, "-" | ""));
    Some((Outlet { name: name.trim_start_matches('~'), sort, country, owner, control, reference: next()? }, others))
}

/// A name without its article.
pub fn bare(name: &str) -> &str {
    let article = ["The ", "the ", "THE "].into_iter().find_map(|article| name.strip_prefix(article));
    article.unwrap_or(name)
}

/// Bytes from which a name may be written in capitals only: "POLITICO".
const SHOUTED: usize = 5;

/// The outlet that goes by `name`, letter for letter but for an article, or in capitals; by a name that means other
/// things as well only where the text is `sure` to speak of an outlet.
pub fn named(name: &str, sure: bool) -> Option<&'static Outlet> {
    let table = table();
    let name = bare(name);
    let at = table.forms.binary_search_by(|form| form.words.cmp(name)).ok();
    let form = at.map(|at| &table.forms[at]).or_else(|| {
        let shouted = name.len() >= SHOUTED && !name.contains(char::is_lowercase);
        let mut forms = table.forms.iter().filter(|_| shouted);
        forms.find(|form| form.words.eq_ignore_ascii_case(name))
    })?;
    (sure || !form.ambiguous).then(|| &table.outlets[form.outlet])
}

/// The news agency that goes by `name` and nothing else, in a credit.
pub fn agency(name: &str) -> Option<&'static Outlet> {
    named(name, true).filter(|outlet| outlet.sort == Sort::Agency)
}

/// The news agency that a line of credits names first; of two that start together, the one with the longer name.
pub fn agency_in(line: &str) -> Option<&'static Outlet> {
    let table = table();
    let agencies = table.forms.iter().filter(|form| table.outlets[form.outlet].sort == Sort::Agency);
    let found = agencies
        .filter_map(|form| place(line, form.words).map(|at| (at, usize::MAX - form.words.len(), form.outlet)))
        .min();
    found.map(|(.., outlet)| &table.outlets[outlet])
}

/// Where `form` stands in `line` as words of their own.
fn place(line: &str, form: &str) -> Option<usize> {
    let lone = |&(at, _): &(usize, &str)| {
        !line[..at].ends_with(char::is_alphanumeric) && !line[at + form.len()..].starts_with(char::is_alphanumeric)
    };
    line.match_indices(form).find(lone).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let table = table();
        assert!(table.outlets.len() >= 250, "{} rows", table.outlets.len());
        let rows = FILE.lines().filter(|line| line.contains('|') && !line.starts_with('#'));
        for line in rows.clone() {
            assert_eq!(line.split('|').count(), 6, "{line}");
            let control = line.split('|').nth(4).map(str::trim);
            let known = ["state", "public", "party", "co-operative", "private", "-"];
            assert!(control.is_some_and(|control| known.contains(&control)), "{line}");
        }
        assert_eq!(rows.count(), table.outlets.len());
        for outlet in &table.outlets {
            assert!(!outlet.name.is_empty() && !outlet.reference.is_empty(), "{outlet:?}");
            let code = outlet.country.as_bytes();
            assert!(code.len() == 2 && code.iter().all(u8::is_ascii_uppercase), "{outlet:?}");
        }
        for pair in table.forms.windows(2) {
            assert_ne!(pair[0].words, pair[1].words, "a name of two outlets");
        }
    }

    #[test]
    fn names_and_what_else_they_mean() {
        let of = |name, sure| named(name, sure).map(|outlet| outlet.name);
        assert_eq!(of("the New York Times", false), Some("The New York Times"));
        assert_eq!(of("Xinhua", false), Some("Xinhua News Agency"));
        assert_eq!(of("Dawn", false), None);
        assert_eq!(of("Dawn", true), Some("Dawn"));
        assert_eq!(of("xinhua", true), None);
        assert_eq!(of("XINHUA", true), Some("Xinhua News Agency"));
        assert_eq!(of("DAWN", true), None);
        assert_eq!(named("Xinhua", false).and_then(|outlet| outlet.control), Some(Control::State));
    }

    #[test]
    fn agencies_in_credits() {
        let of = |line| agency_in(line).map(|outlet| outlet.name);
        assert_eq!(agency("AP").map(|outlet| outlet.name), Some("Associated Press"));
        assert_eq!(agency("The Guardian"), None);
        assert_eq!(of("The Australian Associated Press and Reuters contributed"), Some("Australian Associated Press"));
        assert_eq!(of("CAPITAL MAPS"), None);
    }
}
