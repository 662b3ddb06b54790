//! How long it takes from a key to the verdict on the screen: a name that the check minds
//! comes and goes, and each time the page is watched until it has drawn the change.

use std::path::Path;
use std::time::Duration;

use app::App;
use app::view::compose::DraftForm;
use app::view::contact::NewContact;
use serde_json::Value;

use crate::Outcome;
use crate::driver::Driver;
use crate::table::Column;

/// Keys that are pressed in one go, and how often: the driver waits half a minute at most.
const KEYS: usize = 100;
const GOES: usize = 3;

/// Types and watches; answers the milliseconds of each key.
const TYPE: &str = "
    const done = arguments[arguments.length - 1];
    const field = document.querySelector('textarea');
    const calm = 'Dear Ada, the orchard you planted bears. How did the harvest go?';
    const blast = calm.replace('Ada', '{{first_name}}');
    const verdict = () => document.querySelector('[data-verdict]')?.dataset.verdict ?? 'clear';
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
    const times = [];
    const press = (number) => {
      if (number === KEYS) return done(times);
      const before = verdict();
      const start = performance.now();
      set.call(field, number % 2 ? calm : blast);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const look = () => {
        if (verdict() !== before) {
          times.push(performance.now() - start);
          return setTimeout(() => press(number + 1), 40);
        }
        if (performance.now() - start > 5000) return done(times);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    const ready = () => field ? press(0) : done([]);
    ready();";

/// Opens the first draft that is kept.
const OPEN: &str = "
    const done = arguments[arguments.length - 1];
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const start = Date.now();
    let asked = false;
    const look = () => {
      if (document.querySelector('textarea')) return setTimeout(() => done(true), 500);
      if (Date.now() - start > 15000) return done(false);
      if (!asked && document.querySelector('#room h1')) { asked = true; press('g'); press('m'); }
      [...document.querySelectorAll('#room button, #room a')].find((it) => it.textContent.includes('Dear Ada'))?.click();
      setTimeout(look, 100);
    };
    look();";

pub(crate) fn measure(
    driver: &Driver,
    window: &Path,
    store: &Path,
    column: &mut Column<'_>,
) -> Outcome {
    prepared(store)?;
    let session = driver.open(window, Some(store))?;
    let told = session.run_and_wait(OPEN).and_then(|there| {
        if there != Value::Bool(true) {
            return Err("the draft did not open in the window".into());
        }
        let typed = TYPE.replace("KEYS", &KEYS.to_string());
        (0..GOES).map(|_| session.run_and_wait(&typed)).collect::<Outcome<Vec<_>>>()
    });
    session.close()?;
    let told = told?;
    let times = told.iter().filter_map(Value::as_array).flatten();
    let times = times.filter_map(|it| Duration::try_from_secs_f64(it.as_f64()? / 1e3).ok());
    let times: Vec<Duration> = times.collect();
    if times.len() < GOES * KEYS {
        return Err("the verdict did not follow the keys".into());
    }
    column.add_times("from a key to the verdict", &times);
    Ok(())
}

/// A store with a contact and a draft to her.
fn prepared(store: &Path) -> Outcome {
    let app = App::unencrypted(store)?;
    let form = NewContact {
        name: "Ada King".to_owned(),
        identity: "ada@example.org".to_owned(),
        ..NewContact::default()
    };
    let ada = app.add_contact(&form)?.value.id;
    let text = "Dear Ada, the orchard you planted bears.".to_owned();
    app.save_draft(&DraftForm { recipients: vec![ada], text, ..DraftForm::default() })?;
    Ok(())
}
