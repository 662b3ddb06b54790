//! What the owner has sent, held ready for the check.
//!
//! Made from the store in the background when the window opens, and anew when it is wanted
//! after what was sent has changed; a check waits for it, nothing else does. What messages are found by (their sketches) is kept
//! in the store, so that it is quickly made again: only messages without a sketch of this
//! version of the engine are read, once.

use crate::{App, Trouble};
use judge::draft::{SKETCHES, Sent, SentIndex, Sketch, Texts, VOICE_SAMPLE};
use model::InteractionId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::{Deed, Fault, Known, Reader, Store};

/// Sketches that are written in one go.
const AT_ONCE: usize = 2_000;
/// Texts that are remembered; a draft is compared with the same few at each key stroke.
const REMEMBERED: usize = 1_000;

/// The index of sent messages, or nothing while it has to be made.
#[derive(Default)]
pub(crate) struct SentMail(RwLock<Option<Arc<SentIndex>>>);

impl App {
    /// The index, made now if need be.
    pub(crate) fn sent_index(&self) -> Result<Arc<SentIndex>, Trouble> {
        if let Some(index) = self.sent.0.read().unwrap_or_else(PoisonError::into_inner).clone() {
            return Ok(index);
        }
        let mut place = self.sent.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = place.clone() {
            return Ok(index);
        }
        let library = Arc::new(Library::of(self.shared_store()));
        let (index, new) = self.store().read_apart(|reader| build(reader, library))?;
        self.keep_sketches(new);
        let index = Arc::new(index);
        *place = Some(Arc::clone(&index));
        Ok(index)
    }

    /// Makes the check ready before it is wanted: reads what was sent, and sketches what has no
    /// sketch of this version of the engine.
    ///
    /// # Errors
    /// Only of the store.
    pub fn prepare_check(&self) -> Result<(), Trouble> {
        self.sent_index().map(|_| ())
    }

    /// Says that something sent came or went; the index is made anew when next wanted.
    pub(crate) fn sent_changed(&self) {
        *self.sent.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Keeps sketches for the next time. Where they cannot be kept (the disk is full, the
    /// store is only to be read) they are made again then.
    fn keep_sketches(&self, sketches: Vec<(InteractionId, Sketch)>) {
        for some in sketches.chunks(AT_ONCE) {
            let some: Vec<(InteractionId, Vec<u8>)> =
                some.iter().map(|(id, sketch)| (*id, sketch.to_bytes())).collect();
            let kept = self.store().transact(Deed::Judge, self.now(), move |writer| {
                some.iter().try_for_each(|(id, bytes)| writer.put_sketch(*id, bytes, SKETCHES))
            });
            if kept.is_err() {
                return;
            }
        }
    }
}

/// An index of all that was sent, and the sketches that had to be made for it.
type Built = (SentIndex, Vec<(InteractionId, Sketch)>);

fn build(reader: &Reader<'_>, library: Arc<Library>) -> Result<Built, Fault> {
    let owner = reader.owner()?;
    let people = reader.contact_names()?.into_iter().filter(|row| !row.automated);
    let names = people.flat_map(|row| [row.shown, row.organisation]);
    let names = names.chain(owner.names).chain(owner.organisations);
    let (mut messages, mut new) = (Vec::new(), Vec::new());
    reader.for_each_sent(SKETCHES, &mut |row| {
        let sketch = match row.known {
            Known::Sketch(bytes) => Sketch::from_bytes(&bytes),
            Known::Words(text) => {
                let sketch = Sketch::of(&text);
                new.push((row.interaction, sketch.clone()));
                sketch
            }
        };
        let sent = Sent {
            interaction: row.interaction,
            to: row.to.into(),
            at: row.at,
            conversation: row.conversation,
            answered: row.answered,
            meant: row.meant,
        };
        messages.push((sent, sketch));
    })?;
    let latest = reader.latest_sent(u32::try_from(VOICE_SAMPLE).unwrap_or(u32::MAX))?;
    let names = names.filter(|name| !name.is_empty());
    let index = SentIndex::new(names, latest.iter().map(String::as_str), messages, library);
    Ok((index, new))
}

/// The words of sent messages, asked of the store and remembered for a while.
struct Library {
    store: Arc<Store>,
    remembered: Mutex<BTreeMap<InteractionId, Arc<str>>>,
}

impl Library {
    const fn of(store: Arc<Store>) -> Self {
        Self { store, remembered: Mutex::new(BTreeMap::new()) }
    }
}

impl Texts for Library {
    fn text(&self, interaction: InteractionId) -> Option<Arc<str>> {
        let remembered = || self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = remembered().get(&interaction) {
            return Some(Arc::clone(text));
        }
        // A message that cannot be read is no evidence.
        let read = self.store.read(|reader| reader.sent_text(interaction)).ok().flatten()?;
        let text: Arc<str> = read.into();
        let mut remembered = remembered();
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(interaction, Arc::clone(&text));
        Some(text)
    }
}
