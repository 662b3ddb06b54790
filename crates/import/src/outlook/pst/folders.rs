//! A mailbox's folders: what lies in sent mail, in the waste basket, among spam.

use super::file::{File, Node, number32};
use super::heap::{Heap, Value};
use super::item::tag;
use super::text;
use crate::mail::{Folder, folder_called};
use std::collections::HashMap;

/// The node of the mailbox itself.
const MAILBOX: u32 = 0x21;
/// Its own words for folders that have a duty, whatever they are called.
const WASTE_BASKET: u16 = 0x35E3;
const SENT: u16 = 0x35E4;
/// Nodes that are folders.
const FOLDER: u32 = 0x02;
const MOST: usize = 100_000;
/// Folders within folders.
const DEEPEST: usize = 64;

/// Every folder by its number.
#[derive(Default)]
pub(super) struct Folders {
    /// The folder around it, and what its own name says.
    known: HashMap<u32, (u32, Option<Folder>)>,
}

impl Folders {
    pub(super) fn of(file: &mut File<'_>) -> Self {
        let mut folders = Self::default();
        let mut walk = file.walk();
        while let Some(node) = file.next(&mut walk) {
            if node.id & 0x1F == FOLDER && folders.known.len() < MOST {
                let place = folder_called(&name(file, &node));
                folders.known.insert(node.id, (node.parent, place));
            }
        }
        for (id, place) in duties(file) {
            if let Some((_, known)) = folders.known.get_mut(&id) {
                *known = Some(place);
            }
        }
        folders
    }

    /// What a folder's name, or the name of one around it, says about what lies in it.
    pub(super) fn place(&self, mut id: u32) -> Option<Folder> {
        for _ in 0..DEEPEST {
            match self.known.get(&id)? {
                (_, Some(place)) => return Some(*place),
                (parent, None) if *parent != id => id = *parent,
                _ => return None,
            }
        }
        None
    }
}

fn name(file: &mut File<'_>, node: &Node) -> String {
    let heap = Heap::of(file, node);
    let found = heap.map(|heap| heap.properties(file, |id| id == tag::NAME));
    match found.as_ref().and_then(|found| found.get(&tag::NAME)) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Bytes(bytes)) => text::narrow(bytes, 1252),
        _ => String::new(),
    }
}

/// An entry's name ends in the number of its node.
fn duties(file: &mut File<'_>) -> Vec<(u32, Folder)> {
    let node = file.node(MAILBOX);
    let Some(heap) = node.and_then(|node| Heap::of(file, &node)) else {
        return Vec::new();
    };
    let found = heap.properties(file, |id| matches!(id, WASTE_BASKET | SENT));
    let told = [(WASTE_BASKET, Folder::Trash), (SENT, Folder::Sent)].into_iter();
    told.filter_map(|(id, place)| match found.get(&id) {
        Some(Value::Bytes(entry)) => Some((number32(entry, entry.len().checked_sub(4)?), place)),
        _ => None,
    })
    .collect()
}
