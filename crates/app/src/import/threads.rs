//! Which mails belong together: by Message-ID and References, and where a program wrote
//! neither (Exchange of old), by "Re:" and the same two people within a month.

use super::crowd::Face;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// A reply without references belongs to what was written at most so long before.
const SILENT_REPLY: TimeDelta = TimeDelta::days(30);

/// What threading needs of a mail.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// Its own id, perhaps empty.
    pub native_id: String,
    /// What it answers, the parent last.
    pub answers: Vec<String>,
    /// Subject as written.
    pub subject: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote.
    pub from: Face,
    /// Who was addressed.
    pub to: Vec<Face>,
}

/// Where a mail belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The thread's key: the native id of its first mail, or what stands for it.
    pub key: String,
    /// Native ids of the thread, for finding what is kept of it already.
    pub thread: usize,
    /// It answers something.
    pub is_reply: bool,
}

/// Finds each leaf its thread, and gives every thread's native ids.
pub(super) fn weave(leaves: &[Leaf]) -> (Vec<Place>, Vec<Vec<String>>) {
    let mut sets = Sets::default();
    let nodes: Vec<usize> = leaves.iter().map(|leaf| sets.leaf(leaf)).collect();
    let silent = join_silent_replies(leaves, &nodes, &mut sets);
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    let mut keys: Vec<(DateTime<Utc>, String)> = Vec::new();
    let mut ids: Vec<Vec<String>> = Vec::new();
    let mut threads = Vec::with_capacity(leaves.len());
    for (leaf, node) in leaves.iter().zip(&nodes) {
        let root = sets.root(*node);
        let number = *numbers.entry(root).or_insert_with(|| {
            keys.push((leaf.at, first_id(leaf)));
            ids.push(Vec::new());
            keys.len() - 1
        });
        if let Some(key) = keys.get_mut(number)
            && (leaf.at, first_id(leaf)) < *key
        {
            *key = (leaf.at, first_id(leaf));
        }
        if let Some(ids) = ids.get_mut(number) {
            ids.extend(leaf.answers.iter().cloned());
            ids.extend(Some(leaf.native_id.clone()).filter(|id| !id.is_empty()));
        }
        threads.push(number);
    }
    for ids in &mut ids {
        // Each answer names all that came before it.
        let mut named = HashSet::new();
        ids.retain(|id| named.insert(id.clone()));
    }
    let places = leaves.iter().zip(threads).zip(silent).map(|((leaf, thread), silent)| Place {
        key: keys.get(thread).map(|(_, key)| key.clone()).unwrap_or_default(),
        thread,
        is_reply: silent || !leaf.answers.is_empty() || base_subject(&leaf.subject).1,
    });
    (places.collect(), ids)
}

/// What the first mail of a thread is called: the oldest id it refers to.
fn first_id(leaf: &Leaf) -> String {
    let oldest = leaf.answers.first().cloned();
    oldest.unwrap_or_else(|| match leaf.native_id.as_str() {
        "" => format!("{} {}", leaf.at.timestamp(), base_subject(&leaf.subject).0),
        id => id.to_owned(),
    })
}

fn join_silent_replies(leaves: &[Leaf], nodes: &[usize], sets: &mut Sets) -> Vec<bool> {
    let mut order: Vec<usize> = (0..leaves.len()).collect();
    order.sort_by_key(|index| leaves.get(*index).map(|leaf| leaf.at));
    let mut last: HashMap<(String, Face, Face), (DateTime<Utc>, usize)> = HashMap::new();
    let mut silent = vec![false; leaves.len()];
    for index in order {
        let (Some(leaf), Some(node)) = (leaves.get(index), nodes.get(index)) else {
            continue;
        };
        let (base, marked) = base_subject(&leaf.subject);
        if base.is_empty() {
            continue;
        }
        for other in &leaf.to {
            let pair = (base.clone(), leaf.from.min(*other), leaf.from.max(*other));
            if let Some((at, earlier)) = last.get(&pair)
                && marked
                && leaf.answers.is_empty()
                && leaf.at - *at <= SILENT_REPLY
            {
                sets.union(*earlier, *node);
                if let Some(flag) = silent.get_mut(index) {
                    *flag = true;
                }
            }
            last.insert(pair, (leaf.at, *node));
        }
    }
    silent
}

/// The subject without "Re:", "Fwd:" and the like in the usual languages, lower case; and
/// whether there was a reply mark.
pub(super) fn base_subject(subject: &str) -> (String, bool) {
    const REPLY: &[&str] = &["re", "aw", "sv", "vs", "antw", "odp", "ref", "r", "回复", "答复"];
    const FORWARD: &[&str] = &["fw", "fwd", "wg", "tr", "rv", "i", "enc", "转发"];
    let mut rest = subject.trim();
    let mut marked = false;
    while let Some((head, tail)) = rest.split_once([':', '：']) {
        let word = head.trim().to_lowercase();
        let word = word.split(['[', '(']).next().unwrap_or_default().trim();
        if REPLY.contains(&word) {
            marked = true;
        } else if !FORWARD.contains(&word) {
            break;
        }
        rest = tail.trim();
    }
    (rest.to_lowercase(), marked)
}

/// Union–find over native ids and leaves without one.
#[derive(Default)]
struct Sets {
    parent: Vec<usize>,
    by_id: HashMap<String, usize>,
}

impl Sets {
    fn leaf(&mut self, leaf: &Leaf) -> usize {
        let own = match leaf.native_id.as_str() {
            "" => self.fresh(),
            id => self.named(id),
        };
        for id in &leaf.answers {
            let other = self.named(id);
            self.union(own, other);
        }
        own
    }

    fn named(&mut self, id: &str) -> usize {
        if let Some(node) = self.by_id.get(id) {
            return *node;
        }
        let node = self.fresh();
        self.by_id.insert(id.to_owned(), node);
        node
    }

    fn fresh(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }

    fn root(&mut self, node: usize) -> usize {
        let mut at = node;
        while let Some(up) = self.parent.get(at).copied() {
            if up == at {
                break;
            }
            let above = self.parent.get(up).copied().unwrap_or(up);
            if let Some(place) = self.parent.get_mut(at) {
                *place = above;
            }
            at = up;
        }
        at
    }

    fn union(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(up) = self.parent.get_mut(a.max(b)) {
            *up = a.min(b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::crowd::Crowd;
    use super::*;
    use import::{Party, Source};
    use model::Identity;

    struct Scene {
        ada: Face,
        bea: Face,
        chidi: Face,
    }

    fn scene() -> Scene {
        let mut crowd = Crowd::default();
        let mut face = |email: &str| {
            let identities = Identity::email(email).into_iter().collect();
            crowd.party(Source::Mail, &Party { identities, ..Party::default() })
        };
        Scene { ada: face("a@x.org"), bea: face("b@x.org"), chidi: face("c@x.org") }
    }

    fn leaf(
        (id, answers): (&str, &[&str]),
        subject: &str,
        day: u32,
        (from, to): (Face, Face),
    ) -> Leaf {
        let at =
            chrono::NaiveDate::from_ymd_opt(2024, 1, day).unwrap().and_hms_opt(9, 0, 0).unwrap();
        Leaf {
            native_id: id.into(),
            answers: answers.iter().map(ToString::to_string).collect(),
            subject: subject.into(),
            at: at.and_utc(),
            from,
            to: vec![to],
        }
    }

    #[test]
    fn references_join_even_when_the_middle_is_missing() {
        let s = scene();
        let (places, _) = weave(&[
            leaf(("1@x", &[]), "Plan", 1, (s.ada, s.bea)),
            leaf(("3@x", &["1@x", "2@x"]), "Re: Plan", 3, (s.ada, s.bea)),
        ]);
        assert_eq!(places[0].key, "1@x");
        assert_eq!(places[1].key, "1@x");
        assert!(!places[0].is_reply && places[1].is_reply);
    }

    #[test]
    fn a_thread_names_each_of_its_ids_once() {
        let s = scene();
        let (_, ids) = weave(&[
            leaf(("1@x", &[]), "Plan", 1, (s.ada, s.bea)),
            leaf(("2@x", &["1@x"]), "Re: Plan", 2, (s.bea, s.ada)),
            leaf(("3@x", &["1@x", "2@x"]), "Re: Plan", 3, (s.ada, s.bea)),
        ]);
        assert_eq!(ids, [["1@x", "2@x", "3@x"]]);
    }

    #[test]
    fn a_reply_without_references_finds_its_thread_by_subject_and_people() {
        let s = scene();
        let (places, _) = weave(&[
            leaf(("1@x", &[]), "Gas flows", 1, (s.ada, s.bea)),
            leaf(("2@x", &[]), "RE: Gas flows", 2, (s.bea, s.ada)),
            leaf(("9@x", &[]), "RE: Gas flows", 2, (s.chidi, s.ada)),
        ]);
        assert_eq!(places[0].thread, places[1].thread);
        assert_ne!(places[0].thread, places[2].thread);
    }

    #[test]
    fn the_same_subject_a_season_later_is_another_conversation() {
        let s = scene();
        let mut late = leaf(("2@x", &[]), "Re: Lunch", 1, (s.bea, s.ada));
        late.at += TimeDelta::days(90);
        let (places, _) = weave(&[leaf(("1@x", &[]), "Lunch", 1, (s.ada, s.bea)), late]);
        assert_ne!(places[0].thread, places[1].thread);
    }

    #[test]
    fn reply_marks_of_other_languages_are_taken_off() {
        assert_eq!(base_subject("AW: WG: Angebot"), ("angebot".into(), true));
        assert_eq!(base_subject("Re[2]: Plan: phase two"), ("plan: phase two".into(), true));
        assert_eq!(base_subject("Note: hello"), ("note: hello".into(), false));
    }
}
