//! All of it without a mouse.

use serde_json::json;
use support::House;

use crate::desk::Desk;

/// Writes down who gets the focus, and whether it can be seen there.
const WATCH: &str = "
    window.reached = new Set();
    window.unseen = [];
    document.addEventListener('focusin', ({ target }) => {
      window.reached.add(target);
      // It may be drawn by what stands over or beside it, and by the row of a list.
      const row = document.getElementById(target.getAttribute('aria-activedescendant'));
      const drawn = [target, target.nextElementSibling, target.parentElement, row];
      const seen = drawn.filter(Boolean).some((it) => [null, '::after'].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it, part);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      }));
      if (!seen) window.unseen.push(target.outerHTML.slice(0, 200));
    });
    document.activeElement?.blur();";

/// What can be reached, by the rules of the page itself, and was not.
const MISSED: &str = "
    const all = 'a[href],button,input,select,textarea,summary,[tabindex]';
    return [...document.querySelectorAll(all)].filter((it) => {
      if (it.tabIndex < 0 || it.disabled || !it.checkVisibility()) return false;
      if (it.closest('[inert],[aria-hidden=true]') || window.reached.has(it)) return false;
      // Of a group of radios one is enough: the arrow keys do the rest.
      const group = it.type === 'radio' && [...document.getElementsByName(it.name)];
      return !(group && group.some((one) => window.reached.has(one)));
    }).map((it) => it.outerHTML.slice(0, 200));";

fn with_sample() -> House {
    let house = House::new();
    house.fill_with_sample().unwrap();
    house
}

#[tokio::test]
async fn two_keys_lead_to_each_room() {
    let desk = Desk::open().await;
    let here = "return document.querySelector('nav [aria-current=page]').textContent.trim()";
    for (letter, room) in [
        ("c", "Contacts"),
        ("m", "Compose"),
        ("r", "Review"),
        ("i", "Import"),
        ("s", "Settings"),
        ("t", "Today"),
        // Last: its field takes the keys.
        ("f", "Search"),
    ] {
        desk.go(letter).await;
        desk.wait_until(&format!("{here} === '{room}'")).await;
    }
    desk.close().await;
}

#[tokio::test]
async fn the_palette_finds_somebody_by_a_few_letters() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.meet("Zoë Ångström", "zoe@example.org");
    let desk = Desk::open_on(house).await;
    desk.press("Control+k").await;
    desk.wait_for("combobox", "Search and actions").await;
    desk.write("angs").await;
    desk.wait_for("option", "Zoë Ångström").await;
    desk.still().await;
    desk.accessible().await;
    desk.screenshot("palette").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Zoë Ångström").await;
    desk.wait_for_none("dialog", "Search and actions").await;
    desk.close().await;
}

#[tokio::test]
async fn a_question_mark_lists_the_keys_and_escape_puts_it_away() {
    let desk = Desk::open().await;
    desk.press("?").await;
    desk.wait_for("dialog", "Keyboard shortcuts").await;
    desk.wait_for_text("Undo the last change").await;
    desk.still().await;
    desk.accessible().await;
    desk.screenshot("shortcuts").await;
    desk.press("Escape").await;
    desk.wait_for_none("dialog", "Keyboard shortcuts").await;
    desk.press("Control+k").await;
    desk.wait_for("dialog", "Search and actions").await;
    desk.press("Escape").await;
    desk.wait_for_none("dialog", "Search and actions").await;
    desk.close().await;
}

#[tokio::test]
async fn the_tab_key_reaches_everything_and_is_seen_where_it_stands() {
    let desk = Desk::open_on(with_sample()).await;
    let mut wrong = Vec::new();
    for (letter, room, says) in [
        ("t", "Today", "Losing touch"),
        ("c", "Contacts", "Choose somebody"),
        ("m", "Compose", "Write one good message"),
        ("r", "Review", "Your own behaviour"),
        ("i", "Import", "Choose files"),
        ("s", "Settings", "Your addresses"),
    ] {
        desk.go(letter).await;
        desk.wait_for_text(says).await;
        desk.still().await;
        desk.run(WATCH).await;
        desk.press_often("Tab", 110).await;
        // Where the keys stand now may be a field, in which `g` is a letter.
        desk.run("document.activeElement.blur()").await;
        for (what, script) in [("unreached", MISSED), ("unseen", "return window.unseen")] {
            let found = desk.run(script).await;
            if found != json!([]) {
                wrong.push(format!("{room}: {what}: {found:#}"));
            }
        }
    }
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
