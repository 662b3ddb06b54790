//! One message as an interaction.

use super::channels::Channel;
use super::people::handle;
use super::{Workspace, words};
use crate::json::Ask;
use crate::{ArrivingInteraction, Party, Source, chat};
use chrono::{DateTime, Datelike};
use model::{Channel as By, InteractionKind, Moment};
use serde_json::Value;

/// Messages that somebody wrote; every other sort is a line about the channel.
const WRITTEN: &[&str] = &[
    "",
    "file_share",
    "file_comment",
    "me_message",
    "thread_broadcast",
    "reply_broadcast",
    "bot_message",
    "slackbot_response",
    "assistant_app_thread",
    "huddle_thread",
];
/// Those among them that no person writes.
const BY_PROGRAMS: &[&str] = &["bot_message", "slackbot_response", "assistant_app_thread"];

/// What a message turned out to be.
pub(super) enum Outcome {
    /// Something that passed.
    Passed(Box<ArrivingInteraction>),
    /// A line about the channel, or a deleted message.
    LeftOut,
    /// Why it cannot be read, in words.
    Unreadable(&'static str),
}

/// Reads one message.
pub(super) fn read(workspace: &Workspace, channel: &Channel, message: &Value) -> Outcome {
    let sort = message.text("subtype");
    if !WRITTEN.contains(&sort.as_ref()) || channel.is_monologue() {
        return Outcome::LeftOut;
    }
    let is_call = sort == "huddle_thread";
    let text = match words::of(message, workspace) {
        _ if is_call => String::new(),
        text if text.is_empty() => words::of_files(message),
        text => text,
    };
    if text.is_empty() && !is_call {
        return Outcome::LeftOut;
    }
    let ts = message.text("ts");
    let Some(moment) = moment(&ts) else {
        return Outcome::Unreadable("The date makes no sense; the message was left out.");
    };
    let (id, from) = sender(workspace, channel, message);
    let mut passed = chat::message(Source::Slack, moment, from);
    passed.others = channel.beside(&id, workspace);
    passed.from_owner = workspace.owner.as_ref().map(|owner| *owner == id);
    if !channel.is_direct() {
        passed.kind = InteractionKind::GroupPost;
        passed.conversation_title = channel.title(workspace);
    }
    if is_call {
        passed.kind = InteractionKind::Call;
        passed.channel = By::Phone;
    }
    passed.text = text;
    passed.conversation.clone_from(&channel.id);
    passed.native_id = format!("{}/{ts}", channel.id);
    let thread = message.text("thread_ts");
    if !thread.is_empty() && thread != ts {
        passed.answers.push(format!("{}/{thread}", channel.id));
    }
    passed.automated = BY_PROGRAMS.contains(&sort.as_ref())
        || message.get("bot_id").is_some_and(|id| !id.is_null())
        || !is_call && workspace.is_bot(&id);
    Outcome::Passed(Box::new(passed))
}

/// Who wrote, or who began a call. A stranger's name may come with the message.
fn sender(workspace: &Workspace, channel: &Channel, message: &Value) -> (String, Party) {
    let nothing = Value::Null;
    let inside = |field: &str| message.get(field).unwrap_or(&nothing);
    let caller = inside("room").text("created_by");
    let id = if caller.is_empty() { message.text("user") } else { caller };
    if workspace.users.contains_key(&id) {
        return (id.clone(), workspace.party(&id));
    }
    let profile = inside("user_profile");
    let names = [
        profile.text("real_name"),
        profile.text("display_name"),
        message.text("username"),
        inside("bot_profile").text("name"),
        id.as_str().into(),
    ];
    let mut names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let name = names.next().unwrap_or_default().to_owned();
    let teams = [message.text("user_team"), message.text("team")];
    let team = teams.iter().find(|team| !team.is_empty());
    let only_within = name.is_empty().then(|| channel.id.clone());
    let identities = team.and_then(|team| handle(team, &id)).into_iter().collect();
    (id, Party { name, identities, only_within })
}

/// `1512085950.000216`: seconds, and the message's place among those of its second.
pub(super) fn seconds(ts: &str) -> Option<(i64, u32)> {
    let (seconds, micros) = ts.split_once('.')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fits = is_number(seconds) && is_number(micros) && micros.len() == 6;
    fits.then(|| Some((seconds.parse().ok()?, micros.parse().ok()?)))?
}

fn moment(ts: &str) -> Option<Moment> {
    let (seconds, micros) = seconds(ts)?;
    let at = DateTime::from_timestamp(seconds, micros * 1000)?;
    chat::is_likely(at.year()).then_some(Moment::utc(at))
}
