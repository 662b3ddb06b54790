//! Places where a store cannot be as it should.

use app::{App, Trouble};
use support::House;

fn opened(path: &std::path::Path) -> Trouble {
    App::unencrypted(path).err().unwrap()
}

#[test]
fn a_folder_in_its_place_is_told_and_left_alone() {
    let house = House::new();
    let folder = house.beside().join("folder.db");
    std::fs::create_dir(&folder).unwrap();
    let told = opened(&folder).to_string();
    assert!(told.contains("folder.db"), "{told}");
    assert!(folder.is_dir());
}

#[test]
fn an_empty_file_in_its_place_becomes_a_store() {
    let house = House::new();
    let path = house.beside().join("empty.db");
    std::fs::write(&path, "").unwrap();
    assert_eq!(App::unencrypted(&path).unwrap().status().unwrap().contacts, 0);
}

#[test]
fn two_open_it_at_once_and_both_read_what_either_wrote() {
    let house = House::new();
    let other = App::unencrypted(&house.store_path()).unwrap();
    house.meet("Ada King", "ada@example.org");
    assert_eq!(other.status().unwrap().contacts, 1);
    let form = app::view::contact::NewContact { name: "Bea".to_owned(), ..Default::default() };
    other.add_contact(&form).unwrap();
    assert_eq!(house.status().unwrap().contacts, 2);
}

/// A disk of a few megabytes, where this may mount one.
#[cfg(target_os = "linux")]
struct SmallDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = std::process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=3m", "requite-test"]).arg(folder.path());
        mount.output().ok()?.status.success().then_some(Self(folder))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(self.0.path()).output();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_lost_and_what_is_wrong_is_said() {
    // Only who may mount has a disk that is really full; the failing system calls stand in elsewhere.
    let Some(disk) = SmallDisk::mounted() else { return };
    let path = disk.0.path().join("requite.db");
    let app = App::unencrypted(&path).unwrap();
    let mut confirmed = 0;
    let told = loop {
        let text = "The orchard bears. ".repeat(2_000);
        let form = app::view::contact::NewContact {
            name: format!("Ada {confirmed}"),
            how_met: text,
            ..Default::default()
        };
        match app.add_contact(&form) {
            Ok(_) => confirmed += 1,
            Err(told) => break told,
        }
        assert!(confirmed < 10_000, "the disk was never full");
    };
    assert_eq!(told, Trouble::DiskFull);
    assert_eq!(app.status().unwrap().contacts, confirmed, "it goes on, and reads");
    let backup = app.back_up(&disk.0.path().join("copy.db").to_string_lossy());
    assert_eq!(backup.unwrap_err(), Trouble::DiskFull);
    drop(app);
    let names: Vec<_> = std::fs::read_dir(disk.0.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(
        !names.iter().any(|name| name.starts_with("copy.db")),
        "no half of a backup: {names:?}"
    );
    let again = App::unencrypted(&path).unwrap();
    assert_eq!(again.status().unwrap().contacts, confirmed);
}
