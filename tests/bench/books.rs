//! How long address books and archives take that are no mailboxes: many cards, and a LinkedIn
//! archive of many connections and messages; and how long it takes to find who may be one person.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use app::App;
use chrono::DateTime;

use crate::Outcome;
use crate::ground::{Ground, bring_in};
use crate::table::Table;
use support::dice::Dice;
use support::made::people::{self, Person};
use support::made::prose::Prose;

/// The first message's day: 1 January 2014.
const BEGIN: i64 = 1_388_534_400;
/// Eleven years.
const SPAN: i64 = 11 * 365 * 86_400;

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let rounds = ground.size(3, 1);
    let cards = ground.size(50_000, 2_000);
    let people = Ground::people(cards);
    let book = ground.path("cards.vcf");
    let mut file = BufWriter::new(File::create(&book)?);
    people::write_cards(&people, &mut file)?;
    file.flush()?;
    let mut column = table.column("books", format!("{cards} cards"));
    let times = (0..rounds).map(|round| time(ground, &book, round)).collect::<Outcome<Vec<_>>>()?;
    column.add("address book brought in", "s", &times);
    let app = App::unencrypted(&ground.path("cards.vcf-0.db"))?;
    column.time("who may be one person, found", 0..1, |_| app.likely_same(50))?;
    column.time("  shown", 0..20, |_| app.likely_same(50))?;
    let pairs = app.likely_same(20)?;
    column.time("  two of them compared", &pairs, |pair| {
        app.compare_contacts(&pair.left.id, &pair.right.id)
    })?;

    let (connections, messages) = ground.size((10_000, 30_000), (500, 1_500));
    let known: Vec<Person> = people.into_iter().take(connections).collect();
    let archive = linkedin(ground, &known, messages)?;
    let at = format!("{connections} connections, {messages} messages");
    let mut column = table.column("books", at);
    let times = (0..rounds).map(|round| time(ground, &archive, round));
    let times = times.collect::<Outcome<Vec<_>>>()?;
    column.add("LinkedIn archive brought in", "s", &times);
    Ok(())
}

/// Brings it into a new store; how many seconds that took, the opening left out.
fn time(ground: &Ground, file: &Path, round: usize) -> Outcome<f64> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let app = App::unencrypted(&ground.path(&format!("{name}-{round}.db")))?;
    let start = Instant::now();
    bring_in(&app, file)?;
    Ok(start.elapsed().as_secs_f64())
}

/// An archive as it is downloaded: who is connected, and what passed with the more talkative.
fn linkedin(ground: &Ground, people: &[Person], messages: usize) -> Outcome<PathBuf> {
    let folder = ground.path("linkedin");
    std::fs::create_dir_all(&folder)?;
    let mut profile = File::create(folder.join("Profile.csv"))?;
    profile.write_all(b"First Name,Last Name,Headline\nMara,Winter,Organiser\n")?;
    let mut list = BufWriter::new(File::create(folder.join("Connections.csv"))?);
    writeln!(list, "Notes:\n\"Some addresses are missing.\"\n")?;
    writeln!(list, "First Name,Last Name,URL,Email Address,Company,Position,Connected On")?;
    for (number, Person { first, last, company, .. }) in people.iter().enumerate() {
        let (url, day) = (profile_of(number, last), number % 28 + 1);
        writeln!(list, "{first},{last},{url},,\"{company}\",Engineer,{day:02} Feb 2020")?;
    }
    list.flush()?;
    let mut file = BufWriter::new(File::create(folder.join("messages.csv"))?);
    writeln!(
        file,
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,\
         DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS"
    )?;
    let mut dice = Dice::new(12);
    let prose = Prose::new(&mut dice);
    let own = ("Mara Winter".to_owned(), "https://www.linkedin.com/in/mara-winter".to_owned());
    for number in 0..messages {
        let with = dice.below(people.len() / 2);
        let Some(person) = people.get(with) else { continue };
        let theirs = (person.name(), profile_of(with, &person.last));
        let (from, to) = if dice.falls(0.5) { (&own, &theirs) } else { (&theirs, &own) };
        let at = BEGIN + SPAN * number as i64 / messages as i64;
        let at =
            DateTime::from_timestamp(at, 0).unwrap_or_default().format("%Y-%m-%d %H:%M:%S UTC");
        let text = prose.paragraphs(&mut dice, 40).join("\n\n");
        writeln!(
            file,
            "2-{with},,{},{},{},{},{at},,\"{text}\",INBOX,",
            from.0, from.1, to.0, to.1
        )?;
    }
    file.flush()?;
    Ok(folder)
}

fn profile_of(number: usize, last: &str) -> String {
    format!("https://www.linkedin.com/in/{}-{number}", last.to_lowercase())
}
