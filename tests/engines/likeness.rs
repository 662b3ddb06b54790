//! Who is one person, on invented people whose cards tell who they truly are: namesakes, pairs
//! behind one telephone, short names, other scripts, slips of the pen, old and new employers.

use app::view::contact::ListWanted;
use std::collections::BTreeMap;
use std::fmt::Write;
use support::House;
use support::dice::{Dice, Ranks};

/// People, a third of whom have a second card.
const PEOPLE: usize = 3_000;

/// Given names, the commonest first, with what friends say or another script writes.
const GIVEN: &[(&str, &[&str])] = &[
    ("John", &["Johnny"]),
    ("Maria", &["Marie"]),
    ("Michael", &["Mike"]),
    ("Anna", &["Annie"]),
    ("Robert", &["Bob", "Rob"]),
    ("Elizabeth", &["Liz", "Beth"]),
    ("Thomas", &["Tom"]),
    ("Katherine", &["Kate"]),
    ("Alexander", &["Alex", "Александр"]),
    ("Jürgen", &["Juergen", "Jurgen"]),
    ("Søren", &["Soren"]),
    ("Daniel", &["Dan"]),
    ("William", &["Bill", "Will"]),
    ("Chloé", &["Chloe"]),
    ("Dmitri", &["Дмитрий", "Dima"]),
    ("Wei", &[]),
    ("Fatima", &[]),
    ("Björn", &["Bjoern", "Bjorn"]),
    ("Ingrid", &[]),
    ("Chidi", &[]),
    ("Priya", &[]),
    ("Mateo", &[]),
    ("Yuki", &[]),
    ("Noor", &[]),
    ("Olga", &["Ольга"]),
    ("Emmanuel", &[]),
    ("Samuel", &["Sam"]),
    ("Patricia", &["Pat"]),
    ("Christopher", &["Chris"]),
    ("Deborah", &["Debbie"]),
];
/// Family names that many have; most are made up of pieces.
const FAMILY: &[&str] = &[
    "Smith", "Müller", "Garcia", "Nguyen", "Jones", "Rossi", "Ivanov", "Kim", "Silva", "Dubois",
    "Hansen", "Novak", "Brown", "Schmidt", "Lopez", "Khan",
];
const HEADS: &[&str] = &[
    "Linden", "Stern", "Ober", "Winter", "Gold", "Berg", "Acker", "Quist", "Thal", "Vander",
    "Harro", "Kall", "Morri", "Pente", "Sava", "Trow", "Ulve", "Wester", "Bara", "Cassel",
];
const MIDDLES: &[&str] = &["", "a", "er", "en", "i", "ol", "u", "ga", "re", "ti"];
const TAILS: &[&str] = &[
    "berg", "wood", "qvist", "mann", "ford", "ini", "ova", "ski", "son", "dal", "hurst", "hof",
    "gård", "stein", "well", "ton", "ez", "ides",
];

struct Person {
    given: usize,
    family: String,
    company: String,
    phone: String,
}

struct World {
    dice: Dice,
    cards: String,
}

impl World {
    fn person(&mut self, givens: &Ranks) -> Person {
        let dice = &mut self.dice;
        let family = if dice.falls(0.25) {
            dice.one_of(FAMILY).to_owned()
        } else {
            format!("{}{}{}", dice.one_of(HEADS), dice.one_of(MIDDLES), dice.one_of(TAILS))
        };
        let company = format!("{}{} Ltd", dice.one_of(HEADS), dice.below(600));
        let phone = format!("30{:07}", dice.below(10_000_000));
        Person { given: givens.draw(dice), family, company, phone }
    }

    fn card(&mut self, number: usize, name: &str, lines: &[String]) {
        write!(self.cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nCATEGORIES:p{number}\r\n")
            .unwrap();
        for line in lines {
            write!(self.cards, "{line}\r\n").unwrap();
        }
        self.cards.push_str("END:VCARD\r\n");
    }

    fn first(&mut self, number: usize, person: &Person) {
        let (given, _) = GIVEN[person.given];
        let host = person.company.to_lowercase().replace(" ltd", "");
        let mut lines = vec![format!("EMAIL:{}.{number}@{host}.example", given.chars().count())];
        if self.dice.falls(0.6) {
            lines.push(format!("ORG:{}", person.company));
        }
        if self.dice.falls(0.5) {
            lines.push(format!("TEL:+49{}", person.phone));
        }
        if self.dice.falls(0.4) {
            lines.push(format!("URL:https://www.linkedin.com/in/person-{number}"));
        }
        self.card(number, &format!("{given} {}", person.family), &lines);
    }

    fn second(&mut self, number: usize, person: &Person) {
        let name = self.otherwise(person);
        let mut lines = vec![format!("EMAIL:someone.{number}@gmail.com")];
        match self.dice.below(4) {
            0 | 1 => lines.push(format!("ORG:{}", person.company)),
            2 => {
                lines.push(format!("ORG:{}{} GmbH", self.dice.one_of(HEADS), self.dice.below(600)))
            }
            _ => {}
        }
        if self.dice.falls(0.25) {
            lines.push(format!("TEL:0{}", person.phone));
        }
        self.card(number, &name, &lines);
    }

    /// The name as another program has it.
    fn otherwise(&mut self, person: &Person) -> String {
        let (given, others) = GIVEN[person.given];
        let family = &person.family;
        match self.dice.below(100) {
            0..60 => format!("{given} {family}"),
            60..75 if !others.is_empty() => format!("{} {family}", self.dice.one_of(others)),
            75..82 => format!("{}. {family}", given.chars().next().unwrap()),
            82..90 => format!("{family}, {given}"),
            90..96 if family.len() > 6 => {
                let mut letters: Vec<char> = family.chars().collect();
                let middle = letters.len() / 2;
                letters.swap(middle, middle + 1);
                format!("{given} {}", letters.into_iter().collect::<String>())
            }
            _ => format!("{given} M. {family}"),
        }
    }

    /// Somebody at the same telephone.
    fn partner(&mut self, number: usize, person: &Person) {
        let (given, _) = GIVEN[(person.given + 7) % GIVEN.len()];
        let lines = [format!("EMAIL:partner.{number}@web.de"), format!("TEL:0{}", person.phone)];
        self.card(number, &format!("{given} {}", person.family), &lines);
    }
}

/// All cards.
fn everybody() -> String {
    let mut world = World { dice: Dice::new(31), cards: String::new() };
    let givens = Ranks::new(GIVEN.len(), 0.8);
    for number in 0..PEOPLE {
        let person = world.person(&givens);
        world.first(number, &person);
        if world.dice.falls(0.33) {
            world.second(number, &person);
        }
        if world.dice.falls(0.02) {
            world.partner(number + PEOPLE, &person);
        }
    }
    world.cards
}

/// Whose card each contact is, by its id.
fn truth_of(house: &House) -> BTreeMap<String, String> {
    let mut of = BTreeMap::new();
    loop {
        let offset = u32::try_from(of.len()).unwrap();
        let wanted = ListWanted { offset, limit: 500, ..ListWanted::default() };
        let rows = house.list_contacts(&wanted).unwrap().rows;
        if rows.is_empty() {
            return of;
        }
        for row in rows {
            let tags = house.open_contact(&row.id).unwrap().tags;
            of.insert(row.id, tags.concat());
        }
    }
}

#[test]
fn of_the_pairs_that_are_offered_hardly_one_is_two_people() {
    let house = House::new();
    let book = house.file("everybody.vcf", everybody());
    house.bring_as(&book, &["owner@example.org"]);
    let of = truth_of(&house);
    let mut truth: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in of.values() {
        *truth.entry(tag).or_default() += 1;
    }
    let pairs: usize = truth.values().map(|cards| cards * (cards - 1) / 2).sum();
    let offered = house.likely_same(usize::MAX).unwrap();
    let right = offered.iter().filter(|pair| of[&pair.left.id] == of[&pair.right.id]).count();
    let wrong = offered.len() - right;
    println!(
        "{} people, {pairs} pairs: {} offered, precision {:.3}, recall {:.3}",
        truth.len(),
        offered.len(),
        right as f64 / offered.len() as f64,
        right as f64 / pairs as f64
    );
    for pair in offered.iter().filter(|pair| of[&pair.left.id] != of[&pair.right.id]).take(10) {
        println!("  {} / {}: {:?}", pair.left.name, pair.right.name, pair.reasons);
    }
    assert!(pairs > 900, "the cards of one person came in as one: this compares nothing");
    assert!(
        (right as f64) >= 0.98 * offered.len() as f64,
        "{wrong} of {} are wrong",
        offered.len()
    );
    // Who has a namesake, or nothing but a common name, is not offered.
    assert!((right as f64) >= 0.5 * pairs as f64, "{right} of {pairs}");
}
