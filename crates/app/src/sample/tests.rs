//! The sample shows what it is meant to show.

use crate::view::compose::DraftForm;
use crate::view::review::ReviewSheet;
use crate::{App, Trouble, when};
use model::Moment;

fn filled_at(now: Moment) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::unencrypted(&folder.path().join("sample.requite")).unwrap();
    app.fill_with_sample_at(now).unwrap();
    (folder, app)
}

fn filled() -> (tempfile::TempDir, App) {
    filled_at(when::now())
}

fn names(rows: &[crate::view::review::ReviewRow]) -> Vec<&str> {
    let mut names: Vec<&str> = rows.iter().map(|row| row.contact.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn verdict(app: &App, form: DraftForm) -> crate::view::compose::OpinionView {
    app.check_text(app.passing_draft(&form).unwrap()).unwrap().0
}

#[test]
fn exactly_three_only_write_when_they_want_something() {
    // At noon and at midnight, in a leap year and across a new year.
    for now in ["2027-01-01T00:05:00Z", "2028-02-29T12:00:00+05:30", "2026-07-15T23:55:00-08:00"] {
        let (_folder, app) = filled_at(when::parse(now).unwrap());
        let review = app.review().unwrap();
        assert_eq!(
            names(&review.one_sided),
            ["Damian Crowhurst", "Ricardo Boavida", "Vanessa Lockridge"],
            "{now}"
        );
        assert!(review.one_sided.iter().all(|row| row.quotes.len() == 2));
        assert_eq!(names(&review.mirror.rows), ["Eleonora Pace"], "{now}");
    }
}

#[test]
fn the_mirror_shows_whom_the_owner_only_asks() {
    let (_folder, app) = filled();
    let mirror = app.review().unwrap().mirror;
    assert_eq!(names(&mirror.rows), ["Eleonora Pace"]);
    assert!(mirror.months.len() > 30);
}

#[test]
fn it_is_as_large_as_it_is_said_to_be() {
    let (_folder, app) = filled();
    let status = app.status().unwrap();
    assert!((55..=65).contains(&status.contacts), "{status:?}");
    assert!((850..=950).contains(&status.interactions), "{status:?}");
    assert!(status.notes > 50 && status.automated == 4, "{status:?}");
}

#[test]
fn it_fills_nothing_but_an_empty_store() {
    let (_folder, app) = filled();
    let again = app.fill_with_sample();
    assert!(matches!(again, Err(Trouble::NotUnderstood { .. })));
}

#[test]
fn it_is_taken_back_as_one_deed_and_brought_back() {
    let (_folder, app) = filled();
    let full = app.status().unwrap();
    app.undo().unwrap().unwrap();
    let empty = app.status().unwrap();
    assert_eq!((empty.contacts, empty.interactions, empty.notes), (0, 0, 0));
    app.redo().unwrap().unwrap();
    let again = app.status().unwrap();
    assert_eq!(
        (again.contacts, again.interactions, again.notes),
        (full.contacts, full.interactions, full.notes)
    );
}

#[test]
fn two_at_the_same_moment_are_equal() {
    let now = when::parse("2026-03-10T11:00:00Z").unwrap();
    let sheet = |(_folder, app): (tempfile::TempDir, App)| -> ReviewSheet { app.review().unwrap() };
    let told = |sheet: ReviewSheet| serde_json::to_string(&sheet).unwrap();
    assert_eq!(told(sheet(filled_at(now))), told(sheet(filled_at(now))));
}

#[test]
fn today_has_something_in_every_part() {
    let (_folder, app) = filled();
    let today = app.today().unwrap();
    let asked = |line: &&crate::view::today::TodayLine| line.why.starts_with("asked");
    assert!((6..=14).contains(&today.waiting.len()), "{:#?}", today.waiting);
    assert!(today.waiting.iter().filter(asked).count() >= 4, "{:#?}", today.waiting);
    assert!((3..=10).contains(&today.promises.len()), "{:#?}", today.promises);
    assert!((4..=12).contains(&today.days.len()), "{:#?}", today.days);
    assert!((5..=12).contains(&today.losing_touch.len()), "{:#?}", today.losing_touch);
}

#[test]
fn the_announcement_typed_again_is_a_blast_with_its_evidence() {
    let (_folder, app) = filled();
    let campaign = &super::talk::campaigns()[0];
    let opinion = verdict(
        &app,
        DraftForm {
            recipients: vec![app.find_contact("Giulia Bassani").unwrap()],
            text: format!("Hi Giulia,\n\n{}\n\nMarta", campaign.lines[0].1),
            ..DraftForm::default()
        },
    );
    assert_eq!(opinion.verdict, "blast");
    let same = opinion.findings.iter().find(|found| found.rule == "same-text");
    assert!(same.unwrap().evidence.len() >= 14);
}

#[test]
fn the_second_campaign_is_recognised_with_another_name_in_it() {
    let (_folder, app) = filled();
    let campaign = &super::talk::campaigns()[1];
    let text = campaign.lines[0].1.replace("{org}", "Passo Lungo");
    let opinion = verdict(
        &app,
        DraftForm {
            recipients: vec![app.find_contact("Giulia Bassani").unwrap()],
            text: format!("Hi Giulia,\n\n{text}\n\nMarta"),
            ..DraftForm::default()
        },
    );
    assert_eq!(opinion.verdict, "blast");
}

#[test]
fn a_personal_answer_to_an_open_question_is_clear() {
    let (_folder, app) = filled();
    let lerato = app.find_contact("Lerato Nkosi").unwrap();
    assert!(app.recipient_card(&lerato).unwrap().open_question.is_some());
    let opinion = verdict(
        &app,
        DraftForm {
            recipients: vec![lerato],
            text: "Hi Lerato,\n\nthe second round, well done! I'd prepare one question that you \
                   really want to know the answer to, and practise the silence after it with the \
                   kettle on. Count to five, as with the old man in the library. I'm free tonight \
                   if you want to rehearse the live interview with me.\n\nMarta"
                .into(),
            ..DraftForm::default()
        },
    );
    assert_eq!(opinion.verdict, "clear", "{opinion:?}");
}

#[test]
fn everybody_else_gives_and_takes() {
    let (_folder, app) = filled();
    let review = app.review().unwrap();
    assert!(review.mirror.gives_out * 3 > review.mirror.asks_out, "{:?}", review.mirror.in_words);
    assert!(review.mirror.answered * 2 > review.mirror.others_starts);
}

#[test]
fn what_people_asked_for_is_on_their_cards() {
    let (_folder, app) = filled();
    let card = |name| {
        let id = app.find_contact(name).unwrap();
        app.open_contact(&id).unwrap()
    };
    assert!(card("Gustav Lindgren").do_not_contact);
    let rui = card("Rui Salgado Pires");
    assert!(rui.consent.is_some() && rui.met_through.is_some() && !rui.notes.is_empty());
    assert_eq!(card("Ilse Brandt").positions.len(), 2);
    assert_eq!(card("Dagny Rasmussen").groups, [super::rounds::GROUP_NAME]);
    assert_eq!(card("高橋 美咲").given, "美咲");
}
