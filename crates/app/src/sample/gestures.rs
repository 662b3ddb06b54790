//! What passed without letters: calls, meetings, invitations, recommendations, endorsements.

use super::past::{Past, Told};
use super::people::Person;
use super::table;
use super::words::Words;
use model::{Channel, Direction, InteractionKind};

const MOMENTS: &str = include_str!("talk/moments.txt");
const INVITATIONS: &str = include_str!("talk/invitations.txt");

/// Calls and meetings lie a little before the last letter.
const BEFORE_LAST: i64 = 3;

impl Past<'_> {
    /// All gestures of everybody.
    pub(super) fn gestures(&mut self) {
        let people = self.people;
        for person in people.iter().filter(|person| person.tie() != "none") {
            self.met(person);
            if person.reach().contains(&"linkedin") {
                self.invited(person);
                self.endorsed(person);
            }
            self.praised(person);
        }
    }

    fn met(&mut self, person: &Person) {
        let entries = table::entries(MOMENTS);
        let told: Vec<(&str, &'static str)> = entries
            .iter()
            .filter(|entry| person.tie().split(' ').any(|tie| tie == entry.head(0)))
            .flat_map(|entry| entry.lines.iter().map(|line| (entry.head(1), *line)))
            .collect();
        let span = (person.since - 10 - person.last - BEFORE_LAST).max(0);
        for turn in 0..person.moments {
            let Some((what, text)) = self.dice.pick(&told) else {
                continue;
            };
            let ago = person.last + BEFORE_LAST + (turn * 2 + 1) * span / (person.moments * 2);
            let (kind, channel, direction) = match what {
                "call" if self.dice.lucky(50) => {
                    (InteractionKind::Call, Channel::Phone, Direction::In)
                }
                "call" => (InteractionKind::Call, Channel::Phone, Direction::Out),
                "video" => (InteractionKind::Meeting, Channel::Video, Direction::Between),
                _ => (InteractionKind::Meeting, Channel::InPerson, Direction::Between),
            };
            let moment = self.calendar.ago(ago, 9 * 60 + self.dice.below(9 * 60));
            let words = Words::draw(person, &mut self.dice);
            self.tell(Told {
                text: words.fill(text),
                ..Told::new((kind, channel), direction, person.id, moment)
            });
        }
    }

    /// How the two were connected, the day the owner came to know them.
    fn invited(&mut self, person: &Person) {
        let invitations: Vec<&'static str> = INVITATIONS.lines().collect();
        let line = self.dice.pick(&invitations).unwrap_or_default();
        let Some((direction, text)) = line.split_once('|') else {
            return;
        };
        let direction = match direction.trim() {
            "in" => Direction::In,
            _ => Direction::Out,
        };
        let words = Words::draw(person, &mut self.dice);
        let moment = self.calendar.ago(person.since, 12 * 60);
        let what = (InteractionKind::Invitation, Channel::Linkedin);
        self.tell(Told {
            text: words.fill(text.trim()),
            ..Told::new(what, direction, person.id, moment)
        });
    }

    fn endorsed(&mut self, person: &Person) {
        let what = (InteractionKind::Endorsement, Channel::Linkedin);
        for (direction, percent) in [(Direction::In, 55), (Direction::Out, 40)] {
            let span = (person.since - 15 - person.last).max(1);
            let ago = person.last + 5 + self.dice.below(span);
            if !self.dice.lucky(percent) {
                continue;
            }
            let words = Words::draw(person, &mut self.dice);
            let moment = self.calendar.ago(ago, 10 * 60 + self.dice.below(300));
            self.tell(Told {
                text: words.fill("{skill}"),
                ..Told::new(what, direction, person.id, moment)
            });
        }
    }

    fn praised(&mut self, person: &Person) {
        let what = (InteractionKind::Recommendation, Channel::Linkedin);
        let praises = [("praise-in", Direction::In), ("praise-out", Direction::Out)];
        for (key, direction) in praises {
            if let Some((text, ago)) = person.praise(key) {
                let moment = self.calendar.ago(ago, 17 * 60);
                self.tell(Told {
                    text: text.to_owned(),
                    ..Told::new(what, direction, person.id, moment)
                });
            }
        }
    }
}
