//! News agencies, by the names that credits and datelines give them.

/// A name to show, and other forms of it.
type Agency = (&'static str, &'static [&'static str]);

const AGENCIES: [Agency; 30] = [
    ("Associated Press", &["AP", "The Associated Press"]),
    ("Reuters", &["Thomson Reuters", "RTRS"]),
    ("Agence France-Presse", &["AFP", "Agence France Presse"]),
    ("PA Media", &["PA", "Press Association", "PA News Agency"]),
    ("United Press International", &["UPI"]),
    ("Bloomberg", &["Bloomberg News"]),
    ("Dow Jones Newswires", &["Dow Jones"]),
    ("Deutsche Presse-Agentur", &["dpa", "DPA"]),
    ("EFE", &["Agencia EFE"]),
    ("ANSA", &[]),
    ("Xinhua", &["Xinhua News Agency"]),
    ("TASS", &["ITAR-TASS"]),
    ("RIA Novosti", &["RIA"]),
    ("Interfax", &[]),
    ("Kyodo News", &["Kyodo"]),
    ("Jiji Press", &["Jiji"]),
    ("Yonhap", &["Yonhap News Agency"]),
    ("Press Trust of India", &["PTI"]),
    ("Asian News International", &["ANI"]),
    ("Indo-Asian News Service", &["IANS"]),
    ("United News of India", &["UNI"]),
    ("Bernama", &[]),
    ("Antara", &[]),
    ("Anadolu Agency", &["Anadolu", "AA"]),
    ("Australian Associated Press", &["AAP"]),
    ("The Canadian Press", &["Canadian Press", "CP"]),
    ("CNN Newsource", &["CNN Wire", "CNN Newswire"]),
    ("Tribune News Service", &["TNS", "Tribune Content Agency"]),
    ("States Newsroom", &[]),
    ("Inter Press Service", &["IPS"]),
];

/// The agency whose name is `words` and nothing else.
pub fn named(words: &str) -> Option<&'static str> {
    let found = AGENCIES.iter().find(|(name, others)| *name == words || others.contains(&words));
    found.map(|(name, _)| *name)
}

/// The agency that `line` names first; of two that start together, the one with the longer name.
pub fn in_line(line: &str) -> Option<&'static str> {
    let forms =
        AGENCIES.iter().flat_map(|(name, others)| others.iter().map(|form| (*form, *name)).chain([(*name, *name)]));
    let found = forms.filter_map(|(form, name)| place(line, form).map(|at| (at, usize::MAX - form.len(), name)));
    found.min().map(|(_, _, name)| name)
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
    fn names_and_acronyms() {
        assert_eq!(named("AP"), Some("Associated Press"));
        assert_eq!(named("ap"), None);
        assert_eq!(
            in_line("The Australian Associated Press and Reuters contributed"),
            Some("Australian Associated Press")
        );
        assert_eq!(in_line("CAPITAL MAPS"), None);
    }
}
