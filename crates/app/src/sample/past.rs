//! Everything that passed between the owner and the invented people.

use super::calendar::Calendar;
use super::dice::Dice;
use super::people::Person;
use model::{
    Channel, ContactId, Direction, Interaction, InteractionId, InteractionKind, Moment,
    Participant, Role, Uid,
};

/// The seed of every throw.
const SEED: u64 = 2_903_411;

/// Something that passed, with what its source would say of it.
pub(super) struct Passed {
    /// What passed.
    pub(super) interaction: Interaction,
    /// The key and the title of its conversation, the key empty where there is none.
    pub(super) thread: (String, &'static str),
}

impl Passed {
    /// Where it would have come from.
    pub(super) const fn source(&self) -> &'static str {
        match self.interaction.channel {
            Channel::Email => "mail",
            Channel::Linkedin | Channel::Group => "linkedin",
            _ => "owner",
        }
    }
}

/// The past while it is being made up.
pub(super) struct Past<'a> {
    pub(super) calendar: Calendar,
    pub(super) people: &'a [Person],
    pub(super) dice: Dice,
    passed: Vec<Passed>,
}

/// Three years of it, in no order.
pub(super) fn of(people: &[Person], calendar: Calendar) -> Vec<Passed> {
    let mut past = Past { calendar, people, dice: Dice::new(SEED), passed: Vec::new() };
    past.conversations();
    past.mailings();
    past.group();
    past.gestures();
    past.lists();
    past.passed
}

impl Past<'_> {
    /// Somebody by name.
    pub(super) fn who(&self, name: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.shown() == name)
    }

    /// Keeps what is told; its name comes from its place, the same each time.
    pub(super) fn tell(&mut self, told: Told) {
        let id = Uid::derived(&[b"sample interaction", &self.passed.len().to_le_bytes()]);
        self.passed.push(told.passed(InteractionId(id)));
    }
}

/// Something that passed, in few words.
pub(super) struct Told {
    pub(super) kind: InteractionKind,
    pub(super) channel: Channel,
    pub(super) direction: Direction,
    pub(super) with: ContactId,
    pub(super) moment: Moment,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) signature: &'static str,
    pub(super) thread: (String, &'static str),
    pub(super) is_reply: bool,
    pub(super) automated: bool,
}

impl Told {
    /// A bare one, without words.
    pub(super) fn new(
        (kind, channel): (InteractionKind, Channel),
        direction: Direction,
        with: ContactId,
        moment: Moment,
    ) -> Self {
        Self {
            kind,
            channel,
            direction,
            with,
            moment,
            subject: String::new(),
            text: String::new(),
            signature: "",
            thread: (String::new(), ""),
            is_reply: false,
            automated: false,
        }
    }

    fn passed(self, id: InteractionId) -> Passed {
        let role = match (self.direction, self.kind) {
            (Direction::In, _) | (Direction::Between, InteractionKind::GroupPost) => Role::From,
            (Direction::Out, _) => Role::To,
            (Direction::Between, _) => Role::With,
        };
        let participant = Participant { contact: self.with, role };
        Passed {
            thread: self.thread,
            interaction: Interaction {
                id,
                kind: self.kind,
                channel: self.channel,
                direction: self.direction,
                moment: self.moment,
                subject: self.subject,
                text: self.text,
                quoted: String::new(),
                signature: self.signature.to_owned(),
                conversation: None,
                participants: vec![participant],
                is_reply: self.is_reply,
                automated: self.automated,
            },
        }
    }
}
