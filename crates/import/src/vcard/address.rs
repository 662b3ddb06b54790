//! The properties by which somebody is reached.

use super::property::Property;
use model::Identity;

/// Networks of old instant messengers, each with a property of its own.
const MESSENGERS: &[(&str, &str)] = &[
    ("X-AIM", "aim"),
    ("X-GADUGADU", "gadugadu"),
    ("X-GOOGLE-TALK", "gtalk"),
    ("X-GTALK", "gtalk"),
    ("X-ICQ", "icq"),
    ("X-JABBER", "xmpp"),
    ("X-MSN", "msn"),
    ("X-MS-IMADDRESS", "msn"),
    ("X-QQ", "qq"),
    ("X-SKYPE", "skype"),
    ("X-SKYPE-USERNAME", "skype"),
    ("X-TWITTER", "x"),
    ("X-YAHOO", "yahoo"),
];
/// Pages whose path is a handle.
const NETWORKS: &[(&str, &str)] = &[
    ("github.com", "github"),
    ("twitter.com", "x"),
    ("x.com", "x"),
    ("instagram.com", "instagram"),
    ("facebook.com", "facebook"),
];

/// The address a property tells; nothing where it tells none.
pub(super) fn identity(property: &Property) -> Option<Identity> {
    let text = property.text();
    match property.name.as_str() {
        "EMAIL" => Identity::email(&text),
        "TEL" => telephone(property, &text),
        "URL" => page(&text),
        "IMPP" => messenger(property, &text),
        "X-SOCIALPROFILE" | "SOCIALPROFILE" => profile(property, &text),
        name => {
            let (_, network) = MESSENGERS.iter().find(|(known, _)| *known == name)?;
            handle_on(network, &text)
        }
    }
}

/// A handle, its network by the name it has today.
fn handle_on(network: &str, handle: &str) -> Option<Identity> {
    let old = network.trim().eq_ignore_ascii_case("twitter");
    Identity::handle(if old { "x" } else { network }, handle)
}

/// A fax reaches a room, not a person.
fn telephone(property: &Property, text: &str) -> Option<Identity> {
    let elsewhere = ["fax", "pager", "modem", "bbs"];
    let types = property.types();
    let is_elsewhere = types.iter().any(|word| elsewhere.contains(&word.as_str()));
    (!is_elsewhere).then(|| Identity::phone(text)).flatten()
}

fn page(text: &str) -> Option<Identity> {
    let text = text.replace("\\:", ":");
    if text.contains("linkedin.com/in/") {
        return Identity::linkedin(&text);
    }
    of_network(&text).or_else(|| Identity::website(&text))
}

/// `https://github.com/ada` is a handle.
fn of_network(text: &str) -> Option<Identity> {
    let bare = text.split_once("://").map_or(text, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/');
    let (host, handle) = bare.split_once('/')?;
    let (_, network) = NETWORKS.iter().find(|(known, _)| host.eq_ignore_ascii_case(known))?;
    let plain = !handle.contains(['/', '?', '#', '=']) && !handle.contains(".php");
    plain.then(|| handle_on(network, handle)).flatten()
}

/// `IMPP:skype:ada`, `IMPP;X-SERVICE-TYPE=Skype:ada`.
fn messenger(property: &Property, text: &str) -> Option<Identity> {
    let told = property.param("X-SERVICE-TYPE").or(property.param("SERVICE-TYPE"));
    let (scheme, handle) = text.split_once(':').unwrap_or(("", text));
    let handle = handle.split('?').next().unwrap_or(handle);
    let network = told.unwrap_or(scheme);
    handle_on(network, handle.trim_start_matches('/'))
}

fn profile(property: &Property, text: &str) -> Option<Identity> {
    let types = property.types();
    let network = property.param("SERVICE-TYPE");
    let network = network.or(types.iter().find(|word| *word != "pref").map(String::as_str));
    let network = network.unwrap_or_default().to_lowercase();
    if text.contains("linkedin.com/in/") {
        return Identity::linkedin(text);
    }
    let user = property.param("X-USER").or(property.param("USERNAME"));
    let user = user.filter(|user| !user.trim().is_empty());
    if network == "linkedin" {
        return user.and_then(Identity::linkedin);
    }
    if let (Some(user), false) = (user, network.is_empty()) {
        return handle_on(&network, user);
    }
    let handle = text.trim_start_matches("x-apple:").trim_end_matches('/').rsplit('/').next()?;
    let known = if network.is_empty() { None } else { handle_on(&network, handle) };
    of_network(text).or(known).or_else(|| page(text))
}
