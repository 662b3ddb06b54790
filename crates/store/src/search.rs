//! Search over contacts, notes and interactions, the newest first.
//!
//! Deliberately absent: ranking. What the owner looks for passed lately more often than it
//! uses a word often.

mod near;
mod passed;
pub(crate) mod query;
pub(crate) mod segment;

pub use passed::Narrowed;

use crate::interaction::uid;
use crate::{Fault, Reader};
use model::{ContactId, InteractionId, Note, NoteId};
use rusqlite::{named_params, params};

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWanted {
    /// Words; the last one also as a beginning; `"a phrase"`; `-word` keeps out.
    pub query: String,
    /// What narrows it. A narrowed search finds interactions alone, also without a word.
    pub narrowed: Narrowed,
    /// How many of each sort at most.
    pub limit: u32,
}

/// What was found, each sort the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Contacts by name, organisation, title, address or tag; each word as a beginning.
    pub contacts: Vec<ContactId>,
    /// Notes by their text.
    pub notes: Vec<Note>,
    /// Interactions by subject and text.
    pub interactions: Vec<InteractionId>,
}

impl Reader<'_> {
    /// Looks for the words everywhere. Any query is safe; one that neither has a word nor is
    /// narrowed finds nothing.
    pub fn search(&self, wanted: &SearchWanted) -> Result<Found, Fault> {
        let expression = query::expression(&wanted.query);
        let (narrowed, limit) = (&wanted.narrowed, wanted.limit);
        let only_words_kept_out = expression.is_none() && !wanted.query.trim().is_empty();
        if only_words_kept_out || (expression.is_none() && narrowed.is_open()) {
            return Ok(Found::default());
        }
        let mut found = Found {
            interactions: self.passed_with(expression.as_deref(), narrowed, limit)?,
            ..Found::default()
        };
        if let Some(expression) = expression.filter(|_| narrowed.is_open()) {
            found.contacts = self.contacts_named(&wanted.query, limit)?;
            found.notes = self.notes_with(&expression, limit)?;
        }
        Ok(found)
    }

    fn notes_with(&self, expression: &str, limit: u32) -> Result<Vec<Note>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("search/notes.sql"))?;
        let ids = ask.query_map(params![expression, limit], |row| uid(row, 0).map(NoteId))?;
        let ids: Vec<NoteId> = ids.collect::<Result<_, _>>()?;
        ids.into_iter().filter_map(|id| self.note(id).transpose()).collect()
    }

    /// Contacts by name, organisation, title, address or tag, those heard of last first: each
    /// word as a beginning, and where nobody has it, with a slip of the pen forgiven.
    ///
    /// # Errors
    /// Of the store.
    pub fn contacts_named(&self, query: &str, limit: u32) -> Result<Vec<ContactId>, Fault> {
        let words = query::words(query);
        let found = self.contacts_with(&words, limit)?;
        if !found.is_empty() {
            return Ok(found);
        }
        let mut found = Vec::new();
        for wanted in combined(&self.nearest(&words.wanted)?) {
            let near = query::Words { wanted, kept_out: words.kept_out.clone() };
            for contact in self.contacts_with(&near, limit)? {
                if found.len() < limit as usize && !found.contains(&contact) {
                    found.push(contact);
                }
            }
        }
        Ok(found)
    }

    /// Those who have every word among theirs, as a beginning, and none that is kept out.
    fn contacts_with(&self, words: &query::Words, limit: u32) -> Result<Vec<ContactId>, Fault> {
        // The longest word leaves the fewest to look at.
        let Some(longest) = words.wanted.iter().max_by_key(|word| word.len()) else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("search/contacts.sql"))?;
        let values = named_params! {
            ":longest": longest,
            ":wanted": list(&words.wanted),
            ":kept_out": list(&words.kept_out),
            ":limit": limit,
        };
        let ids = ask.query_map(values, |row| uid(row, 0).map(ContactId))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// So many ways to read a slipped name are tried at most.
const READINGS: usize = 24;

/// One of each, in every combination, the nearest first.
fn combined(choices: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for choice in choices {
        let longer = |so_far: &Vec<String>| {
            let so_far = so_far.clone();
            choice.iter().map(move |word| so_far.iter().chain([word]).cloned().collect())
        };
        all = all.iter().flat_map(longer).take(READINGS).collect();
    }
    all.retain(|words: &Vec<String>| !words.is_empty());
    all
}

/// Folded words, which hold nothing but letters and figures, as a JSON array.
fn list(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", quoted.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{ago, from, ids, message, note, now, person, scans, store, to};
    use crate::{Author, Deed, Mark, Store};
    use model::{ActKind, Direction, Identity, Interaction, Moment};
    use proptest::prelude::*;
    use std::slice::from_ref;

    fn everything(store: &Store, query: &str) -> Found {
        store.asked(|reader| {
            reader.search(&SearchWanted {
                query: query.to_owned(),
                limit: 20,
                ..Default::default()
            })
        })
    }

    #[test]
    fn the_newest_comes_first_whenever_it_was_brought_in() {
        let store = store();
        store.knows(&["Ada"]);
        let told = [from(1, "Ada", "budget new"), from(9, "Ada", "budget old")];
        store.keeps(&told);
        let late = from(5, "Ada", "budget in between");
        store.keeps_one(&late);
        assert_eq!(store.found("budget"), [told[0].id, late.id, told[1].id]);
    }

    #[test]
    fn subject_and_text_are_searched_but_not_what_is_quoted() {
        let store = store();
        store.knows(&["Ada"]);
        let told = Interaction {
            subject: "Harvest".into(),
            quoted: "> winter".into(),
            signature: "autumn".into(),
            ..from(1, "Ada", "spring")
        };
        store.keeps(&[told]);
        let count = |query| store.found(query).len();
        assert_eq!((count("harvest"), count("spring")), (1, 1));
        assert_eq!((count("winter"), count("autumn")), (0, 0));
    }

    #[test]
    fn words_phrases_beginnings_and_what_is_kept_out() {
        let store = store();
        store.knows(&["Ada"]);
        let told = [
            from(1, "Ada", "The annual report is a draft"),
            from(2, "Ada", "Your report, annual as ever"),
            from(3, "Ada", "Reporting for duty"),
        ];
        store.keeps(&told);
        let all = ids(&told);
        assert_eq!(store.found("report"), all);
        assert_eq!(store.found("report annual"), all[..2]);
        assert_eq!(store.found("\"annual report\""), all[..1]);
        assert_eq!(store.found("report -draft"), all[1..]);
        assert_eq!(store.found("\"report\" ever"), all[1..2]);
        assert_eq!(store.found("repo annual"), []);
    }

    #[test]
    fn accents_and_case_make_no_difference() {
        let store = store();
        store.knows(&["Ada"]);
        store.keeps(&[from(1, "Ada", "Ein Gruß aus Zürich, à bientôt, Ἀθήνα")]);
        for query in ["zurich", "ZÜRICH", "bientot", "αθηνα", "Zu\u{308}rich"] {
            assert_eq!(store.found(query).len(), 1, "{query}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_found_by_any_run_of_them() {
        let store = store();
        store.knows(&["Ada"]);
        let told = [
            from(1, "Ada", "来週の予算会議について"),
            from(2, "Ada", "算予を会う"),
            from(3, "Ada", "다음주 회의합시다"),
        ];
        store.keeps(&told);
        let all = ids(&told);
        assert_eq!(store.found("予算"), all[..1]);
        assert_eq!(store.found("会議について"), all[..1]);
        assert_eq!(store.found("会"), all[..2]);
        assert_eq!(store.found("회의"), all[2..]);
    }

    #[test]
    fn what_the_owner_hid_is_not_found() {
        let store = store();
        store.knows(&["Ada"]);
        let told = from(1, "Ada", "surprise party");
        store.keeps_one(&told);
        let mark = Mark { star: false, hidden: true };
        store.told(Deed::MarkInteraction, move |writer| writer.mark(told.id, mark));
        assert_eq!(store.found("surprise"), []);
    }

    #[test]
    fn what_passed_only_with_a_deleted_contact_is_not_found() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let both = message(Direction::Out, 1, &["Ada", "Bea"], "harvest for both");
        store.keeps(&[to(2, "Ada", "harvest for one"), both.clone()]);
        store.told(Deed::DeleteContact, |writer| writer.delete_contact(person("Ada")));
        assert_eq!(store.found("harvest"), [both.id]);
        store.undo(now()).unwrap();
        assert_eq!(store.found("harvest").len(), 2);
    }

    #[test]
    fn notes_follow_their_changes() {
        let store = store();
        store.knows(&["Ada"]);
        let kept =
            store.told(Deed::EditNote, |writer| Ok(note(writer, "Ada", "Sails in 竹原"))).value;
        let found = |query: &str| everything(&store, query).notes;
        assert_eq!(found("sail"), from_ref(&kept));
        assert_eq!(found("竹"), from_ref(&kept));
        let changed = Note { text: "Rows now".into(), ..kept.clone() };
        let id = kept.id;
        store.told(Deed::EditNote, move |writer| writer.save_note(&changed));
        assert_eq!((found("sail").len(), found("rows").len()), (0, 1));
        store.undo(now()).unwrap();
        assert_eq!((found("sail").len(), found("rows").len()), (1, 0));
        store.told(Deed::RemoveNote, move |writer| writer.remove_note(id));
        assert_eq!(found("sail"), []);
    }

    #[test]
    fn contacts_are_found_by_the_beginnings_of_their_words() {
        let store = store();
        store.knows(&["Zoë Müller", "Zora Miller", "Zoe Smith", "山田 太郎"]);
        store.keeps(&[from(1, "Zora Miller", "Hi")]);
        let found = |query: &str| everything(&store, query).contacts;
        assert_eq!(found("zo m"), [person("Zora Miller"), person("Zoë Müller")]);
        assert_eq!(found("mull zoe"), [person("Zoë Müller")]);
        assert_eq!(found("zo -müller -smith"), [person("Zora Miller")]);
        assert_eq!(found("郎"), [person("山田 太郎")]);
        assert_eq!(found("nobody"), []);
    }

    #[test]
    fn a_slip_of_the_pen_in_a_name_is_forgiven_where_nobody_is_called_so() {
        let store = store();
        store.knows(&["Ingrid Lindqvist", "Ingrid Lund", "Ada King"]);
        let found = |query: &str| everything(&store, query).contacts;
        assert_eq!(found("lindqvsit"), [person("Ingrid Lindqvist")]);
        assert_eq!(found("ingird lindkvist"), [person("Ingrid Lindqvist")]);
        assert_eq!(found("ingrid lun"), [person("Ingrid Lund")]);
        assert_eq!(found("adaa"), [person("Ada King")]);
        assert_eq!(found("adx"), []);
        assert_eq!(found("kong"), [person("Ada King")]);
        assert_eq!(found("xqzzyw"), []);
    }

    #[test]
    fn contacts_are_found_by_their_addresses() {
        let store = store();
        store.knows(&["Ada"]);
        store.told(Deed::EditContact, |writer| {
            let mut ada = writer.contact(person("Ada"))?.unwrap();
            ada.identities.extend(Identity::email("king@example.org"));
            writer.save_contact(&ada, &Author::Owner)
        });
        assert_eq!(everything(&store, "king@example").contacts, [person("Ada")]);
    }

    #[test]
    fn nothing_is_asked_for_and_nothing_found() {
        let store = store();
        store.knows(&["Ada"]);
        store.keeps(&[from(1, "Ada", "Hello")]);
        for query in ["", "  ", "-", "\"", "-hello", "*", "()", "\0"] {
            assert_eq!(everything(&store, query), Found::default(), "{query:?}");
        }
    }

    #[test]
    fn no_more_is_found_than_wanted() {
        let store = store();
        store.knows(&["Ada"]);
        let told: Vec<_> = (1..9).map(|day| from(day, "Ada", "hello")).collect();
        store.keeps(&told);
        let wanted = SearchWanted { query: "hello".into(), limit: 3, ..Default::default() };
        let found = store.asked(|reader| reader.search(&wanted)).interactions;
        assert_eq!(found, ids(&told)[..3]);
        assert!(told[0].moment > Moment::utc(ago(2).at));
    }

    #[test]
    fn hits_are_looked_up_and_not_looked_for() {
        let store = store();
        let tables = ["interaction", "participant", "contact", "note", "mark", "passed", "judged"];
        let questions = [
            include_str!("search/fits.sql"),
            include_str!("search/with_contacts.sql"),
            include_str!("search/notes.sql"),
        ];
        for sql in questions {
            let plan = store.plan_of(sql);
            assert_eq!(scans(&plan, &tables), Vec::<String>::new(), "{plan:#?}");
        }
        let plan = store.plan_of(include_str!("search/by_time.sql"));
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
        let plan = store.plan_of(include_str!("search/contacts.sql"));
        assert_eq!(scans(&plan, &["contact", "derived_word"]), Vec::<String>::new(), "{plan:#?}");
    }

    fn narrowed(store: &Store, query: &str, narrowed: Narrowed) -> Vec<InteractionId> {
        let wanted = SearchWanted { query: query.to_owned(), narrowed, limit: 20 };
        store.asked(|reader| reader.search(&wanted)).interactions
    }

    #[test]
    fn a_search_is_narrowed_by_whom_direction_and_time_with_words_or_without() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let told = [
            from(1, "Ada", "budget"),
            to(2, "Ada", "budget"),
            from(3, "Bea", "budget"),
            from(9, "Ada", "harvest"),
        ];
        store.keeps(&told);
        let all = ids(&told);
        let with_ada = || Narrowed { contacts: Some(vec![person("Ada")]), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "budget", with_ada()), all[..2]);
        assert_eq!(narrowed(&store, "", with_ada()), [all[0], all[1], all[3]]);
        let sent = Narrowed { direction: Some(Direction::Out), ..with_ada() };
        assert_eq!(narrowed(&store, "budget", sent.clone()), [all[1]]);
        assert_eq!(narrowed(&store, "", sent), [all[1]]);
        let older = Narrowed { before: Some(Moment::utc(ago(2).at)), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "", older.clone()), all[2..]);
        assert_eq!(narrowed(&store, "budget", older), [all[2]]);
        let younger = Narrowed { since: Some(Moment::utc(ago(2).at)), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "", younger.clone()), all[..2]);
        assert_eq!(narrowed(&store, "harvest", younger), []);
        let nobody = Narrowed { contacts: Some(Vec::new()), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "budget", nobody), []);
    }

    #[test]
    fn a_search_is_narrowed_by_what_a_message_does() {
        let store = store();
        store.knows(&["Ada"]);
        let told = [from(1, "Ada", "Could you help?"), from(2, "Ada", "Here is help")];
        store.keeps(&told);
        let asking = told[0].id;
        let ask = model::Act { kind: ActKind::Ask, sentence: 0..15, certainty: 0.9 };
        store.told(Deed::Judge, move |writer| writer.put_acts(asking, &[ask], 1));
        let asks = || Narrowed { act: Some(ActKind::Ask), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "help", asks()), [asking]);
        assert_eq!(narrowed(&store, "", asks()), [asking]);
        let gives = Narrowed { act: Some(ActKind::Give), ..Narrowed::default() };
        assert_eq!(narrowed(&store, "help", gives), []);
    }

    #[test]
    fn what_an_import_leaves_behind_is_found_once_it_is_indexed() {
        let store = store();
        store.knows(&["Ada"]);
        let many: Vec<_> =
            (0..600).map(|hour| from(hour, "Ada", &format!("word{hour} all"))).collect();
        store.keeps(&many);
        assert_eq!(store.found("all"), []);
        while store.index_words(now()).unwrap() {}
        assert_eq!(store.found("\"word7\""), [many[7].id]);
        assert_eq!(store.found("all").len(), 50);
        assert!(!store.index_words(now()).unwrap());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_query_is_safe(queries in proptest::collection::vec(
            prop_oneof![any::<String>(), "[ -~]{0,40}", "[\"*()^:+ANDORNOT -]{0,30}", "[\u{2460}-\u{24ff}\u{e00}-\u{e7f} \"-]{0,10}"],
            16,
        )) {
            let store = store();
            store.knows(&["Ada"]);
            store.keeps(&[from(1, "Ada", "AND OR NOT near")]);
            for query in queries {
                prop_assert!(store.read(|reader| {
                    reader.search(&SearchWanted { query: query.clone(), limit: 5, ..Default::default() })
                }).is_ok(), "{query:?}");
            }
        }
    }
}
