//! A message's words: Slack's marks for people, channels and links taken back.

use super::Workspace;
use crate::chat;
use crate::json::Ask;
use serde_json::Value;

/// The words of a message; of a program's also those of what is attached.
pub(super) fn of(message: &Value, workspace: &Workspace) -> String {
    let text = plain(&message.text("text"), workspace);
    if !text.is_empty() {
        return text;
    }
    let attached = message.get("attachments").and_then(Value::as_array);
    let attached = attached.into_iter().flatten().filter_map(|attachment| {
        let mut told = ["text", "fallback", "title"].into_iter();
        told.find_map(|field| {
            let text = plain(&attachment.text(field), workspace);
            (!text.is_empty()).then_some(text)
        })
    });
    attached.collect::<Vec<_>>().join("\n")
}

/// What stands for files without words; those that are gone are not told of.
pub(super) fn of_files(message: &Value) -> String {
    let files = message.get("files").and_then(Value::as_array);
    let old = message.get("file").into_iter();
    let told = files.into_iter().flatten().chain(old).filter_map(|file| {
        let name = file.text("name");
        let sort = file.text("mimetype");
        let voice = file.text("subtype") == "slack_audio";
        Some(match sort.split('/').next() {
            _ if file.text("mode") == "tombstone" => return None,
            _ if voice => "[voice message]".to_owned(),
            Some("image") => "[photo]".to_owned(),
            Some("video") => "[video]".to_owned(),
            _ if name.is_empty() => return None,
            _ => chat::in_brackets(&name),
        })
    });
    told.collect::<Vec<_>>().join(" ")
}

/// Text without marks: `<@U1>`, `<#C1|general>`, `<!here>`, `<https://example.org|label>`.
fn plain(text: &str, workspace: &Workspace) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(before);
        match behind.split_once('>') {
            Some((mark, behind)) => {
                out.push_str(&meant(mark, workspace));
                rest = behind;
            }
            None => {
                out.push('<');
                rest = behind;
            }
        }
        if !rest.contains('>') {
            break;
        }
    }
    out.push_str(rest);
    // The last, so that an escaped mark does not become one.
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    out.trim().to_owned()
}

fn meant(mark: &str, workspace: &Workspace) -> String {
    let (what, label) = match mark.split_once('|') {
        Some((what, label)) => (what, label.trim()),
        None => (mark, ""),
    };
    let or_label = |name: &str| if label.is_empty() { name.to_owned() } else { label.to_owned() };
    if let Some(id) = what.strip_prefix('@') {
        let name = workspace.name_of(id);
        return if name == id { or_label(id) } else { name.to_owned() };
    }
    if let Some(id) = what.strip_prefix('#') {
        let known = workspace.channels.get(id).map(|channel| channel.title(workspace));
        return format!("#{}", or_label(&known.unwrap_or_else(|| id.to_owned())));
    }
    if let Some(call) = what.strip_prefix('!') {
        let call = call.split('^').next().unwrap_or(call);
        return format!("@{}", or_label(call).trim_start_matches('@'));
    }
    let link = what.strip_prefix("mailto:").unwrap_or(what);
    match label.is_empty() || label == link || what.ends_with(label) {
        true => link.to_owned(),
        false => format!("{label} ({link})"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::people::User;
    use super::*;
    use serde_json::json;

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        let ada = json!({ "id": "U1", "team_id": "T1", "real_name": "Ada Lindqvist" });
        workspace.users.insert("U1".to_owned(), User::of(&ada));
        workspace
    }

    #[test]
    fn marks_are_taken_back() {
        for (text, expected) in [
            ("<@U1>: tea?", "Ada Lindqvist: tea?"),
            ("<@U2|bea> and <@U3>", "bea and U3"),
            ("see <#C1|general>, <!here>", "see #general, @here"),
            ("<!subteam^S1|@optics> <!date^1^{date}|today>", "@optics @today"),
            ("<https://example.org/a|the plan>", "the plan (https://example.org/a)"),
            ("<https://example.org/a>", "https://example.org/a"),
            ("<http://example.org|example.org>", "http://example.org"),
            ("<mailto:ada@example.org|ada@example.org>", "ada@example.org"),
            ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
            ("&amp;lt;b&gt;", "&lt;b>"),
            ("an open < mark", "an open < mark"),
            ("<", "<"),
            ("", ""),
        ] {
            assert_eq!(plain(text, &workspace()), expected, "{text}");
        }
    }

    #[test]
    fn a_programs_attachment_has_its_words() {
        let message =
            json!({ "text": "", "attachments": [{ "fallback": "Built <http://a.example|it>" }] });
        assert_eq!(of(&message, &workspace()), "Built it (http://a.example)");
    }

    #[test]
    fn files_are_told_by_what_they_are() {
        let message = json!({ "files": [
            { "name": "a.png", "mimetype": "image/png" },
            { "name": "Plan.pdf", "mimetype": "application/pdf" },
            { "name": "gone", "mode": "tombstone" },
            { "name": "a.m4a", "subtype": "slack_audio" },
        ]});
        assert_eq!(of_files(&message), "[photo] [file: Plan.pdf] [voice message]");
    }
}
