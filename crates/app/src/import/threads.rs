//! Which mails belong together: by Message-ID and References, and where a program wrote
//! neither (Exchange of old), by "Re:" and the same two people within a month.

use super::crowd::Face;
use super::pool::{Pool, Text};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// A reply without references belongs to what was written at most so long before.
const SILENT_REPLY: TimeDelta = TimeDelta::days(30);

/// What threading needs of a mail.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// Its own id, perhaps empty.
    pub native_id: Text,
    /// What it answers, the parent last.
    pub answers: Box<[Text]>,
    /// What [`base_subject`] leaves of the subject, and …
    pub subject: Text,
    /// … whether there was a reply mark.
    pub marked: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote.
    pub from: Face,
    /// Who was addressed.
    pub to: Box<[Face]>,
}

/// Where a mail belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which thread.
    pub thread: u32,
    /// It answers something.
    pub is_reply: bool,
}

/// Mails that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thread {
    /// The native id of its first mail, or what stands for it.
    pub key: Text,
    /// Native ids of its mails and of what they answer, each once, for finding what is kept of
    /// it already.
    pub ids: Vec<Text>,
}

/// Finds each leaf its thread.
pub(super) fn weave(leaves: &[Leaf], pool: &mut Pool) -> (Vec<Place>, Vec<Thread>) {
    let mut sets = Sets::default();
    let nodes: Vec<u32> = leaves.iter().map(|leaf| sets.leaf(leaf)).collect();
    let silent = join_silent_replies(leaves, &nodes, &mut sets);
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut begun: Vec<(DateTime<Utc>, Text)> = Vec::new();
    let mut threads: Vec<Thread> = Vec::new();
    let mut places = Vec::with_capacity(leaves.len());
    for ((leaf, node), silent) in leaves.iter().zip(&nodes).zip(silent) {
        let first = (leaf.at, first_id(leaf, pool));
        let thread = *numbers.entry(sets.root(*node)).or_insert_with(|| {
            begun.push(first);
            threads.push(Thread { key: first.1, ids: Vec::new() });
            u32::try_from(threads.len() - 1).unwrap_or(u32::MAX)
        });
        if let (Some(begun), Some(it)) =
            (begun.get_mut(thread as usize), threads.get_mut(thread as usize))
        {
            let earlier = (first.0, pool.read(first.1)) < (begun.0, pool.read(begun.1));
            if earlier {
                *begun = first;
                it.key = first.1;
            }
            it.ids.extend(leaf.answers.iter().chain([&leaf.native_id]).filter(|id| !id.is_empty()));
        }
        places.push(Place { thread, is_reply: silent || !leaf.answers.is_empty() || leaf.marked });
    }
    for thread in &mut threads {
        // Each answer names all that came before it.
        let mut named = HashSet::new();
        thread.ids.retain(|id| named.insert(*id));
        thread.ids.shrink_to_fit();
    }
    (places, threads)
}

/// What the first mail of a thread is called: the oldest id it refers to.
fn first_id(leaf: &Leaf, pool: &mut Pool) -> Text {
    match leaf.answers.first() {
        Some(oldest) => *oldest,
        None if leaf.native_id.is_empty() => {
            let stands_for_it = format!("{} {}", leaf.at.timestamp(), pool.read(leaf.subject));
            pool.text(&stands_for_it)
        }
        None => leaf.native_id,
    }
}

fn join_silent_replies(leaves: &[Leaf], nodes: &[u32], sets: &mut Sets) -> Vec<bool> {
    let mut order: Vec<usize> = (0..leaves.len()).collect();
    order.sort_by_key(|index| leaves.get(*index).map(|leaf| leaf.at));
    let mut last: HashMap<(Text, Face, Face), (DateTime<Utc>, u32)> = HashMap::new();
    let mut silent = vec![false; leaves.len()];
    for index in order {
        let (Some(leaf), Some(node)) = (leaves.get(index), nodes.get(index)) else {
            continue;
        };
        if leaf.subject.is_empty() {
            continue;
        }
        for other in &leaf.to {
            let pair = (leaf.subject, leaf.from.min(*other), leaf.from.max(*other));
            if let Some((at, earlier)) = last.get(&pair)
                && leaf.marked
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
    parent: Vec<u32>,
    /// The node of each native id, by its place in the pool, from 1; 0 where it has none yet.
    of_id: Vec<u32>,
}

impl Sets {
    fn leaf(&mut self, leaf: &Leaf) -> u32 {
        let own = if leaf.native_id.is_empty() { self.fresh() } else { self.named(leaf.native_id) };
        for id in &leaf.answers {
            let other = self.named(*id);
            self.union(own, other);
        }
        own
    }

    fn named(&mut self, id: Text) -> u32 {
        let place = id.place();
        if self.of_id.len() <= place {
            self.of_id.resize(place + 1, 0);
        }
        if let Some(node) = self.of_id.get(place).and_then(|node| node.checked_sub(1)) {
            return node;
        }
        let node = self.fresh();
        if let Some(known) = self.of_id.get_mut(place) {
            *known = node + 1;
        }
        node
    }

    fn fresh(&mut self) -> u32 {
        let node = u32::try_from(self.parent.len()).unwrap_or(u32::MAX);
        self.parent.push(node);
        node
    }

    fn root(&mut self, node: u32) -> u32 {
        let mut at = node;
        while let Some(up) = self.parent.get(at as usize).copied() {
            if up == at {
                break;
            }
            let above = self.parent.get(up as usize).copied().unwrap_or(up);
            if let Some(place) = self.parent.get_mut(at as usize) {
                *place = above;
            }
            at = up;
        }
        at
    }

    fn union(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(up) = self.parent.get_mut(a.max(b) as usize) {
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

    /// Id, what it answers, subject, day of the year, who to whom.
    type Letter<'a> = ((&'a str, &'a [&'a str]), &'a str, i64, (Face, Face));

    fn woven(letters: &[Letter<'_>]) -> (Vec<Place>, Vec<Thread>, Pool) {
        let mut pool = Pool::default();
        let leaf = |((id, answers), subject, day, (from, to)): &Letter<'_>| {
            let (base, marked) = base_subject(subject);
            Leaf {
                native_id: pool.text(id),
                answers: answers.iter().map(|id| pool.text(id)).collect(),
                subject: pool.text(&base),
                marked,
                at: DateTime::UNIX_EPOCH + TimeDelta::days(*day),
                from: *from,
                to: Box::new([*to]),
            }
        };
        let leaves: Vec<Leaf> = letters.iter().map(leaf).collect();
        let (places, threads) = weave(&leaves, &mut pool);
        (places, threads, pool)
    }

    #[test]
    fn references_join_even_when_the_middle_is_missing() {
        let s = scene();
        let (places, threads, pool) = woven(&[
            (("1@x", &[]), "Plan", 1, (s.ada, s.bea)),
            (("3@x", &["1@x", "2@x"]), "Re: Plan", 3, (s.ada, s.bea)),
        ]);
        assert_eq!((places[0].thread, places[1].thread), (0, 0));
        assert_eq!(pool.read(threads[0].key), "1@x");
        assert!(!places[0].is_reply && places[1].is_reply);
    }

    #[test]
    fn a_thread_is_called_after_its_first_mail_whichever_was_read_first() {
        let s = scene();
        let (_, threads, pool) = woven(&[
            (("2@x", &["1@x"]), "Re: Plan", 2, (s.bea, s.ada)),
            (("1@x", &[]), "Plan", 1, (s.ada, s.bea)),
        ]);
        assert_eq!(pool.read(threads[0].key), "1@x");
    }

    #[test]
    fn a_thread_names_each_of_its_ids_once() {
        let s = scene();
        let (_, threads, pool) = woven(&[
            (("1@x", &[]), "Plan", 1, (s.ada, s.bea)),
            (("2@x", &["1@x"]), "Re: Plan", 2, (s.bea, s.ada)),
            (("3@x", &["1@x", "2@x"]), "Re: Plan", 3, (s.ada, s.bea)),
        ]);
        let ids: Vec<&str> = threads[0].ids.iter().map(|id| pool.read(*id)).collect();
        assert_eq!(ids, ["1@x", "2@x", "3@x"]);
    }

    #[test]
    fn a_reply_without_references_finds_its_thread_by_subject_and_people() {
        let s = scene();
        let (places, ..) = woven(&[
            (("1@x", &[]), "Gas flows", 1, (s.ada, s.bea)),
            (("2@x", &[]), "RE: Gas flows", 2, (s.bea, s.ada)),
            (("9@x", &[]), "RE: Gas flows", 2, (s.chidi, s.ada)),
        ]);
        assert_eq!(places[0].thread, places[1].thread);
        assert_ne!(places[0].thread, places[2].thread);
    }

    #[test]
    fn the_same_subject_a_season_later_is_another_conversation() {
        let s = scene();
        let (places, ..) = woven(&[
            (("1@x", &[]), "Lunch", 1, (s.ada, s.bea)),
            (("2@x", &[]), "Re: Lunch", 91, (s.bea, s.ada)),
        ]);
        assert_ne!(places[0].thread, places[1].thread);
    }

    #[test]
    fn reply_marks_of_other_languages_are_taken_off() {
        assert_eq!(base_subject("AW: WG: Angebot"), ("angebot".into(), true));
        assert_eq!(base_subject("Re[2]: Plan: phase two"), ("plan: phase two".into(), true));
        assert_eq!(base_subject("Note: hello"), ("note: hello".into(), false));
    }
}
