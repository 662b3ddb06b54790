//! What of the files is kept already, asked once before anything is written.

use super::Settling;
use crate::Trouble;
use import::Source;
use model::{ConversationId, InteractionId};
use std::collections::{BTreeSet, HashMap, HashSet};

impl Settling<'_> {
    /// What is kept already, by its name or by its native id.
    pub(super) fn known(&self) -> Result<HashSet<InteractionId>, Trouble> {
        let survey = &self.planned.survey;
        let ids: Vec<_> = survey.seen.iter().map(|seen| seen.id).collect();
        let sources: BTreeSet<Source> = survey.seen.iter().map(|seen| seen.source).collect();
        Ok(self.app.store().read(|reader| {
            if !reader.has_interactions()? {
                return Ok(HashSet::new());
            }
            let mut known: HashSet<_> = reader.known_interactions(&ids)?.into_iter().collect();
            for source in sources {
                let of_source = survey.seen.iter().filter(|seen| seen.source == source);
                let mut by_native: HashMap<&str, InteractionId> = HashMap::new();
                for seen in of_source.filter(|seen| !seen.native_id.is_empty()) {
                    by_native.insert(survey.pool.read(seen.native_id), seen.id);
                }
                let natives: Vec<&str> = by_native.keys().copied().collect();
                for native in reader.known_native_ids(source.word(), &natives)? {
                    known.extend(by_native.get(native.as_str()));
                }
            }
            Ok(known)
        })?)
    }

    /// What is kept of the mails' threads, asked once for each: a long thread has as many ids
    /// as mails.
    pub(super) fn threads(&self) -> Result<HashMap<u32, ConversationId>, Trouble> {
        let survey = &self.planned.survey;
        Ok(self.app.store().read(|reader| {
            let mut kept = HashMap::new();
            if !reader.has_interactions()? {
                return Ok(kept);
            }
            for (thread, it) in (0..).zip(&survey.threads) {
                let ids: Vec<&str> = it.ids.iter().map(|id| survey.pool.read(*id)).collect();
                let conversation = reader.native_conversation(Source::Mail.word(), &ids)?;
                kept.extend(conversation.map(|conversation| (thread, conversation)));
            }
            Ok(kept)
        })?)
    }
}
