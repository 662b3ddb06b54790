//! What can be seen of the window: its light, a picture, and what is wrong with it.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use super::Desk;

/// Two sizes: as it opens, and the smallest.
pub(crate) const SIZES: [(u32, u32); 2] = [(1280, 800), (900, 600)];

const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const short = (it) => [it.id, it.help, ...it.nodes.map((node) => node.html)].join('\\n  ');
    window.axe.run(document, { resultTypes: ['violations'] }).then(
      (result) => done(result.violations.map(short)),
      (trouble) => done([String(trouble)]),
    );";

/// What hangs over the edge and cannot be read: of the page, and of each part that cuts off or
/// scrolls sideways. Words that end in an ellipsis say so themselves.
const CUT: &str = "
    const cut = [];
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) cut.push(`the page is ${page.scrollWidth} wide`);
    for (const part of document.querySelectorAll('body *')) {
      if (!part.checkVisibility({ visibilityProperty: true })) continue;
      if (part.closest('svg,.spoken,[aria-hidden=true]') || part.matches('input,select')) continue;
      const { overflowX, textOverflow } = getComputedStyle(part);
      if (overflowX === 'visible' || textOverflow === 'ellipsis') continue;
      if (part.scrollWidth <= part.clientWidth + 1) continue;
      cut.push(`${part.scrollWidth} in ${part.clientWidth}: ${part.cloneNode().outerHTML}`);
    }
    return cut;";

/// Ends what moves, so that nothing is judged half faded in, and waits until that is painted.
const STILL: &str = "
    const [done] = arguments;
    for (const moving of document.getAnimations()) {
      try { moving.finish() } catch { moving.cancel() }
    }
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));";

impl Desk {
    /// `light` or `dark`, as the owner's choice would set it.
    pub(crate) async fn theme(&self, theme: &str) {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        self.client.execute(script, vec![json!(theme)]).await.unwrap();
    }

    /// Nothing is being asked for, and nothing moves.
    pub(crate) async fn still(&self) {
        self.wait_until("return !document.querySelector('[aria-busy=true]')").await;
        self.run_and_wait(STILL, vec![]).await;
    }

    /// Keeps a picture of the window, where `REQUITE_SHOTS` names a folder for them.
    pub(crate) async fn screenshot(&self, name: &str) {
        let picture = self.client.screenshot().await.unwrap();
        assert!(picture.starts_with(b"\x89PNG"), "the driver's picture is none");
        if let Some(folder) = env::var_os("REQUITE_SHOTS") {
            fs::create_dir_all(&folder).unwrap();
            fs::write(Path::new(&folder).join(format!("{name}.png")), picture).unwrap();
        }
    }

    /// Pictures in both lights at this size, and what is wrong in them.
    pub(crate) async fn look(&self, name: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for theme in ["light", "dark"] {
            self.theme(theme).await;
            self.still().await;
            let name = format!("{name}-{theme}");
            self.screenshot(&name).await;
            wrong.extend(self.faults().await.into_iter().map(|fault| format!("{name}: {fault}")));
        }
        wrong
    }

    /// Pictures in both lights at both sizes, and what is wrong in them.
    pub(crate) async fn look_around(&self, name: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for (width, height) in SIZES {
            self.size(width, height).await;
            wrong.extend(self.look(&format!("{name}-{width}x{height}")).await);
        }
        self.size(SIZES[0].0, SIZES[0].1).await;
        wrong
    }

    /// What axe finds, what is cut off, and what the console said since it was last asked.
    pub(crate) async fn faults(&self) -> Vec<String> {
        let mut faults = said(&self.axe().await);
        faults.extend(said(&self.run(CUT).await));
        faults.extend(said(&self.run("return window.heard.splice(0)").await));
        faults
    }

    /// axe finds nothing in what is shown now.
    pub(crate) async fn accessible(&self) {
        assert_eq!(self.axe().await, json!([]), "axe finds fault");
    }

    async fn axe(&self) -> Value {
        if self.run("return !window.axe").await == json!(true) {
            let axe = "../ui/node_modules/axe-core/axe.min.js";
            let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join(axe);
            self.run(&fs::read_to_string(axe).unwrap()).await;
        }
        self.run_and_wait(AXE, vec![]).await
    }
}

fn said(list: &Value) -> Vec<String> {
    let list = list.as_array().unwrap();
    list.iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}
