//! The one shape of the sample's tables: `= head | head`, then lines that belong to it.

/// One entry of a table.
pub(super) struct Entry {
    /// What stands after the `=`, cut at each `|`.
    head: Vec<&'static str>,
    /// What follows, without empty lines.
    pub(super) lines: Vec<&'static str>,
}

impl Entry {
    /// A column of the head, empty where there is none.
    pub(super) fn head(&self, column: usize) -> &'static str {
        self.head.get(column).copied().unwrap_or_default()
    }

    /// The first value under a key (`key: value`), empty where there is none.
    pub(super) fn one(&self, key: &str) -> &'static str {
        self.all(key).next().unwrap_or_default()
    }

    /// Every value under a key.
    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = &'static str> {
        self.lines.iter().filter_map(move |line| {
            let (found, value) = line.split_once(':')?;
            (found == key).then(|| value.trim())
        })
    }
}

/// The entries of a table, in its order.
pub(super) fn entries(table: &'static str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix("= ") {
            Some(head) => entries.push(Entry { head: columns(head), lines: Vec::new() }),
            None => {
                if let Some(entry) = entries.last_mut() {
                    entry.lines.push(line);
                }
            }
        }
    }
    entries
}

/// Cuts at each `|`, and trims.
pub(super) fn columns(line: &'static str) -> Vec<&'static str> {
    line.split('|').map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_belong_to_the_head_above_them() {
        let entries = entries("= Ada | x\nkey: a\nkey: b\n\n= Bea\nkey: c: d\n");
        assert_eq!((entries[0].head(0), entries[0].head(1)), ("Ada", "x"));
        assert_eq!(entries[0].all("key").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((entries[1].one("key"), entries[1].head(1)), ("c: d", ""));
    }
}
