//! What a deed answers, from what the store says of it.

use crate::view::deed::{Done, TouchedView, Undone};
use store::{Deed, Touched};

/// The answer to a deed, its value turned into a view.
pub(crate) fn done<T, U>(done: store::Done<T>, deed: Deed, view: impl FnOnce(T) -> U) -> Done<U> {
    Done {
        deed: deed.word().to_owned(),
        touched: TouchedView::from(&done.touched),
        undoable: done.batch.is_some() && deed.undoable(),
        value: view(done.value),
    }
}

/// The answer to an undo or a redo.
pub(crate) fn undone(done: store::Done<Deed>) -> Undone {
    Undone { deed: done.value.word().to_owned(), touched: TouchedView::from(&done.touched) }
}

impl From<&Touched> for TouchedView {
    fn from(touched: &Touched) -> Self {
        Self {
            contacts: touched.contacts.iter().map(ToString::to_string).collect(),
            interactions: touched.interactions,
            notes: touched.notes,
            promises: touched.promises,
            drafts: touched.drafts,
            circles: touched.circles,
            imports: touched.imports,
            settings: touched.settings,
            owner: touched.owner,
        }
    }
}
