//! A person's name, in parts and as it is shown.

/// A name. `shown` is what people read; the parts serve greeting and comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// As it is shown: "Dr Ada Lovelace".
    pub shown: String,
    /// "Ada".
    pub given: String,
    /// Further given names.
    pub middle: String,
    /// "Lovelace".
    pub family: String,
    /// "Dr".
    pub prefix: String,
    /// "PhD", "Jr".
    pub suffix: String,
    /// What friends say.
    pub nickname: String,
}

/// Endings that are written after a comma and are no part of the name.
const SUFFIXES: &[&str] = &[
    "phd", "ph.d", "ph.d.", "md", "mba", "jr", "jr.", "sr", "sr.", "esq", "cpa", "pmp", "msc",
    "m.sc.",
];
/// Titles before a name.
const PREFIXES: &[&str] =
    &["dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir"];

impl Name {
    /// A name from its two usual parts.
    pub fn from_parts(given: &str, family: &str) -> Self {
        let (given, family) = (given.trim(), family.trim());
        let shown = [given, family].into_iter().filter(|part| !part.is_empty());
        Self {
            shown: shown.collect::<Vec<_>>().join(" "),
            given: given.to_owned(),
            family: family.to_owned(),
            ..Self::default()
        }
    }

    /// A name from one line: "Ada Lovelace", "Lovelace, Ada", "Dr Ada King, Ph.D.".
    pub fn from_shown(line: &str) -> Self {
        let shown = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let turned = turn_round(&shown);
        let mut words: Vec<&str> = turned.split(' ').filter(|word| !word.is_empty()).collect();
        let mut name = Self { shown: turned.clone(), ..Self::default() };
        if words.len() > 1 && words.first().is_some_and(|word| is_one_of(word, PREFIXES)) {
            name.prefix = words.remove(0).to_owned();
        }
        while words.len() > 1 && words.last().is_some_and(|word| is_one_of(word, SUFFIXES)) {
            name.suffix = words.pop().unwrap_or_default().to_owned();
        }
        if let Some(last) = words.last_mut() {
            *last = last.trim_end_matches(',');
        }
        match words.as_slice() {
            [] => {}
            [only] => name.given = (*only).to_owned(),
            [given, middle @ .., family] => {
                name.given = (*given).to_owned();
                name.middle = middle.join(" ");
                name.family = (*family).to_owned();
            }
        }
        name
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

/// "Lovelace, Ada" becomes "Ada Lovelace"; "Ada Lovelace, Ph.D." stays.
fn turn_round(shown: &str) -> String {
    match shown.split_once(',') {
        Some((family, given))
            if !given.contains(',')
                && !given.trim().is_empty()
                && !given.split_whitespace().all(|word| is_one_of(word, SUFFIXES)) =>
        {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => shown.to_owned(),
    }
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.trim_end_matches(',').eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_falls_into_its_parts() {
        let name = Name::from_shown("Dr Ada  Augusta King, Ph.D.");
        assert_eq!((name.prefix.as_str(), name.given.as_str()), ("Dr", "Ada"));
        assert_eq!((name.middle.as_str(), name.family.as_str()), ("Augusta", "King"));
        assert_eq!(name.suffix, "Ph.D.");
    }

    #[test]
    fn family_name_first_is_turned_round() {
        assert_eq!(Name::from_shown("Lovelace, Ada").shown, "Ada Lovelace");
    }

    #[test]
    fn a_single_word_is_a_given_name() {
        assert_eq!(Name::from_shown("Plato").given, "Plato");
        assert!(Name::from_shown("  ").is_empty());
    }
}
