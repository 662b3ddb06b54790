use super::*;
use crate::told::{from, now, person, store, to, within};
use crate::{Author, Deed, Store};
use model::{Act, ActKind, Interaction};

fn stale(store: &Store) -> (usize, usize) {
    let stale = |reader: &Reader<'_>| {
        let (contacts, threads) = (reader.stale_contacts(1, 99)?, reader.stale_threads(99)?);
        let counted = reader.count_stale(1)?;
        assert_eq!((counted.0 as usize, counted.1 as usize), (contacts.len(), threads.len()));
        Ok((contacts.len(), threads.len()))
    };
    store.asked(stale)
}

/// A store with three letters in two threads, all weighed.
fn weighed() -> (Store, Vec<Interaction>) {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let told = vec![
        within("plans", from(3, "Ada", "Could you help?")),
        within("plans", to(2, "Ada", "Gladly")),
        from(1, "Bea", "Hello"),
    ];
    store.keeps(&told);
    store.weighs();
    assert_eq!(stale(&store), (0, 0));
    (store, told)
}

fn bytes(store: &Store, who: &str) -> Option<Vec<u8>> {
    store.asked(|reader| reader.weighed(person(who), 1))
}

#[test]
fn what_passes_makes_stale_whom_and_what_it_touches_and_nobody_else() {
    let (store, _) = weighed();
    let before = bytes(&store, "Bea");
    assert!(before.is_some() && bytes(&store, "Ada").is_some());
    store.keeps(&[within("plans", from(0, "Ada", "And another thing"))]);
    assert_eq!(stale(&store), (1, 1));
    assert_eq!((bytes(&store, "Ada"), bytes(&store, "Bea")), (None, before));
    store.undo(now()).unwrap();
    assert_eq!(stale(&store), (1, 1));
}

#[test]
fn what_is_judged_or_corrected_is_stale_even_where_it_counts_the_same() {
    let (store, told) = weighed();
    let id = told[0].id;
    store.told(Deed::Judge, move |writer| {
        writer.put_acts(id, &[Act { kind: ActKind::Ask, sentence: 0..15, certainty: 0.5 }], 1)
    });
    assert_eq!(stale(&store), (1, 1));
    store.weighs();
    store.told(Deed::CorrectAct, move |writer| writer.correct_act(id, Some(0..15), ActKind::Ask));
    assert_eq!(stale(&store), (1, 1));
}

#[test]
fn who_is_left_out_or_merged_or_a_machine_is_weighed_anew() {
    let (store, _) = weighed();
    let reviewed = |store: &Store| store.asked(|reader| reader.reviewed());
    assert_eq!(reviewed(&store), 2);
    store.told(Deed::KeepAutomated, |writer| {
        let mut bea = writer.contact(person("Bea"))?.unwrap();
        bea.left_out_of_review = true;
        writer.save_contact(&bea, &Author::Owner)?;
        writer.set_automated(person("Ada"), true)
    });
    assert_eq!(stale(&store), (2, 2));
    store.weighs();
    assert_eq!(reviewed(&store), 0);
    assert_eq!(store.asked(|reader| reader.months()), Months::new());
    store.undo(now()).unwrap();
    store.weighs();
    assert_eq!(reviewed(&store), 2);
    store.told(Deed::MergeContacts, |writer| writer.merge_contacts(person("Ada"), person("Bea")));
    store.weighs();
    assert_eq!(reviewed(&store), 1);
}

#[test]
fn another_stamp_makes_everybody_stale() {
    let (store, _) = weighed();
    assert_eq!(store.asked(|reader| reader.stale_contacts(2, 99)).len(), 2);
    assert_eq!(store.asked(|reader| reader.weighed(person("Ada"), 2)), None);
}

#[test]
fn the_sums_of_all_threads_follow_each_of_them() {
    let (store, told) = weighed();
    let starts = |store: &Store| {
        let months = store.asked(|reader| reader.months());
        months.values().map(|month| month.starts_out).collect::<Vec<_>>()
    };
    assert_eq!(starts(&store), [1, 1, 1]);
    let id = told[1].id;
    store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
    store.weighs();
    assert_eq!(starts(&store), [1, 1]);
    store.keeps(&[within("plans", from(1, "Ada", "On the day of Bea's letter"))]);
    store.weighs();
    assert_eq!(starts(&store), [1, 2]);
}

#[test]
fn the_newest_and_those_before_come_in_order_until_there_is_enough() {
    let (store, told) = weighed();
    let mut newest = Vec::new();
    store.asked(|reader| {
        reader.each_newest(Direction::In, &mut |it| {
            newest.push((it.interaction, it.contact));
            Ok(newest.len() < 2)
        })
    });
    assert_eq!(newest, [(told[2].id, person("Bea")), (told[0].id, person("Ada"))]);
    let mut before = Vec::new();
    store.asked(|reader| {
        reader.each_before(person("Ada"), Some(told[1].moment), &mut |it| {
            before.push(it.interaction);
            Ok(true)
        })
    });
    assert_eq!(before, [told[0].id]);
}
