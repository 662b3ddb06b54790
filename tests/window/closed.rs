//! A store that is closed, seen through the window: set up, locked out of its keychain, and put
//! back from a backup on a bare machine.

use std::path::{Path, PathBuf};

use support::{House, damage};

use crate::desk::Desk;

const PASSPHRASE: &str = "orchard ladder";

/// Sets a store up and answers the recovery key that was shown.
async fn set_up(desk: &Desk, passphrase: &str) -> String {
    desk.click("button", "Show my recovery key").await;
    desk.wait_for("list", "Your recovery key").await;
    let shown =
        "return [...document.querySelectorAll('ol.key li')].map((it) => it.textContent).join('-')";
    let key = desk.run(shown).await.as_str().unwrap().to_owned();
    desk.click("button", "I have written it down").await;
    desk.type_into("Recovery key", &key.to_lowercase()).await;
    if !passphrase.is_empty() {
        type_secret(desk, passphrase).await;
    }
    desk.click("button", "Encrypt the store").await;
    desk.wait_for("navigation", "Rooms").await;
    key
}

/// What is typed unseen has no role to be found by.
async fn type_secret(desk: &Desk, text: &str) {
    desk.run("document.querySelector('input[type=password]').focus()").await;
    desk.write(text).await;
}

async fn meet_ada(desk: &Desk) {
    desk.press("2").await;
    desk.press("n").await;
    desk.type_into("Name", "Ada King").await;
    desk.press("Enter").await;
    desk.wait_for("heading", "Ada King").await;
}

#[tokio::test]
async fn a_store_is_set_up_with_a_recovery_key_that_is_typed_back() {
    let mut desk = Desk::open_bare(false).await;
    desk.wait_for("heading", "A store that only you can open").await;
    let mut wrong = desk.look_around("set-up").await;
    desk.click("button", "Show my recovery key").await;
    wrong.extend(desk.look_around("set-up-key").await);
    desk.click("button", "I have written it down").await;
    wrong.extend(desk.look_around("set-up-typed").await);
    desk.click("button", "Back").await;
    desk.click("button", "Back").await;
    let key = set_up(&desk, PASSPHRASE).await;
    desk.restart().await;
    desk.wait_for("heading", "The store is closed").await;
    wrong.extend(desk.look_around("closed").await);
    type_secret(&desk, "orchard lader\n").await;
    desk.wait_for_text("This does not open the store").await;
    desk.choose("Recovery key").await;
    desk.type_into("Recovery key", &key).await;
    desk.click("button", "Open").await;
    desk.wait_for("navigation", "Rooms").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn where_the_keychain_has_lost_its_entry_the_recovery_key_opens_the_store() {
    let mut desk = Desk::open_bare(true).await;
    let key = set_up(&desk, "").await;
    desk.restart().await;
    desk.wait_for("navigation", "Rooms").await;
    // The keychain opened it by itself. Now the name by which it knows the store is another.
    desk.go("s").await;
    desk.click("button", "Store").await;
    desk.wait_for("button", "Ask me from now on").await;
    let wrong = desk.look_around("settings-encrypted").await;
    desk.click("button", "Ask me from now on").await;
    desk.wait_for_text("The keychain has forgotten the store").await;
    desk.restart().await;
    desk.wait_for("heading", "The store is closed").await;
    desk.type_into("Recovery key", &key).await;
    desk.run("document.querySelector('input[type=checkbox]').click()").await;
    desk.click("button", "Open").await;
    desk.wait_for("navigation", "Rooms").await;
    desk.restart().await;
    desk.wait_for("navigation", "Rooms").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn a_store_that_was_not_encrypted_is_encrypted_in_the_settings() {
    let desk = Desk::open().await;
    desk.go("s").await;
    desk.click("button", "Store").await;
    desk.wait_for("button", "Encrypt this store").await;
    let mut wrong = desk.look_around("settings-not-encrypted").await;
    desk.click("button", "Encrypt this store").await;
    desk.wait_for("list", "Your recovery key").await;
    wrong.extend(desk.look_around("settings-encrypting").await);
    let shown =
        "return [...document.querySelectorAll('ol.key li')].map((it) => it.textContent).join('-')";
    let key = desk.run(shown).await.as_str().unwrap().to_owned();
    desk.click("button", "I have written it down").await;
    desk.type_into("Recovery key", &key).await;
    type_secret(&desk, PASSPHRASE).await;
    desk.click("button", "Encrypt the store").await;
    desk.wait_for_text("Any one of these opens it").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn a_backup_is_put_back_after_everything_was_wiped() {
    let mut desk = Desk::open_bare(false).await;
    let key = set_up(&desk, PASSPHRASE).await;
    meet_ada(&desk).await;
    let backup = desk.store().with_extension("backup");
    let script = "
        const [path, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('back_up', { path }).then(done, (why) => done(String(why)))";
    let path = backup.to_string_lossy().into_owned();
    assert_eq!(desk.run_and_wait(script, vec![path.clone().into()]).await, path.clone());
    desk.restart_after(|folder| wipe(folder, &backup)).await;
    desk.wait_for("heading", "A store that only you can open").await;
    let script = "
        const [path, typed, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('restore_backup', { path, typed })
          .then(() => done('back'), (why) => done(JSON.stringify(why)))";
    let back = desk.run_and_wait(script, vec![path.into(), key.clone().into()]).await;
    assert_eq!(back, "back");
    desk.restart().await;
    desk.wait_for("heading", "The store is closed").await;
    desk.type_into("Recovery key", &key).await;
    desk.click("button", "Open").await;
    desk.wait_for("navigation", "Rooms").await;
    desk.press("2").await;
    desk.wait_for_text("Ada King").await;
    desk.close().await;
}

/// Everything that lies beside the backup, as when a machine is set up anew.
fn wipe(folder: &Path, but: &Path) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = file.unwrap().path();
        if path.is_file() && path != but {
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[tokio::test]
async fn damage_that_was_found_leads_to_what_can_still_be_read() {
    let mut house = House::new();
    house.fill_with_sample().unwrap();
    house.close();
    damage(&house.store_path(), 12);
    house.reopen();
    let desk = Desk::open_on(house).await;
    desk.go("s").await;
    desk.wait_for("button", "Repair …").await;
    desk.still().await;
    desk.screenshot("damage-found").await;
    desk.click("button", "Repair …").await;
    desk.wait_for("heading", "The store is damaged").await;
    let mut wrong = desk.look_around("damaged").await;
    desk.click("button", "Save what can be read").await;
    desk.wait_for("heading", "Saved what could be read").await;
    wrong.extend(desk.look_around("saved").await);
    assert_eq!(wrong, Vec::<String>::new());
    desk.click("button", "Go on").await;
    desk.wait_for("navigation", "Rooms").await;
    desk.still().await;
    desk.go("c").await;
    desk.wait_until("return document.querySelectorAll('[role=option]').length > 5").await;
    desk.close().await;
}

#[tokio::test]
async fn a_store_is_encrypted_anew_and_what_opened_it_before_opens_it_no_more() {
    let mut desk = Desk::open_bare(false).await;
    desk.wait_for("heading", "A store that only you can open").await;
    set_up(&desk, PASSPHRASE).await;
    meet_ada(&desk).await;
    desk.press("Escape").await;
    desk.go("s").await;
    desk.click("button", "Store").await;
    desk.click("button", "Encrypt anew …").await;
    desk.wait_for("list", "Your recovery key").await;
    let mut wrong = desk.look_around("encrypt-anew").await;
    let shown =
        "return [...document.querySelectorAll('ol.key li')].map((it) => it.textContent).join('-')";
    let key = desk.run(shown).await.as_str().unwrap().to_owned();
    desk.click("button", "I have written it down").await;
    desk.type_into("Recovery key", &key).await;
    type_secret(&desk, "ladder orchard").await;
    desk.click("button", "Encrypt the store").await;
    desk.wait_for_text("The store is encrypted with a new key").await;
    wrong.extend(desk.look_around("settings-store-closed").await);
    desk.restart().await;
    desk.wait_for("heading", "The store is closed").await;
    type_secret(&desk, &format!("{PASSPHRASE}\n")).await;
    desk.wait_for_text("This does not open the store").await;
    desk.run("document.querySelector('input[type=password]').value = ''").await;
    desk.choose("Recovery key").await;
    desk.type_into("Recovery key", &key).await;
    desk.click("button", "Open").await;
    desk.wait_for("navigation", "Rooms").await;
    desk.press("2").await;
    desk.wait_for("option", "Ada King").await;
    assert_eq!(wrong, Vec::<String>::new());
    desk.close().await;
}
