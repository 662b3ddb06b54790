//! The window opens.

use crate::desk::Desk;

const SIZES: [(u32, u32); 2] = [(1280, 800), (900, 600)];

#[tokio::test]
async fn the_window_opens_on_an_empty_store() {
    let desk = Desk::open().await;
    desk.wait_for("heading", "").await;
    for (width, height) in SIZES {
        desk.size(width, height).await;
        for theme in ["light", "dark"] {
            desk.theme(theme).await;
            desk.screenshot(&format!("opening-{theme}-{width}x{height}")).await;
            desk.accessible().await;
        }
    }
    desk.close().await;
}
