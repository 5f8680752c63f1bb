//! HTML made to run, load or deceive: none of it is left. The vectors are made here, by families, so that each
//! trick meets each place it can stand in.

use exchange::mail::html::{self, clean, text_of};
use std::time::{Duration, Instant};

/// Ways to write an address that runs.
const SCRIPTS: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java&#x09;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript:alert(1)",
    "javascript&colon;alert(1)",
    "\u{1}javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "livescript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "feed:javascript:alert(1)",
    "view-source:javascript:1",
    "blob:x",
    "filesystem:x",
];

/// Places an address can stand in; `@` is the address.
const PLACES: &[&str] = &[
    "<a href=\"@\">x</a>",
    "<img src=\"@\">",
    "<iframe src=\"@\"></iframe>",
    "<form action=\"@\"><input type=submit></form>",
    "<base href=\"@\">",
    "<link rel=stylesheet href=\"@\">",
    "<meta http-equiv=refresh content=\"0;url=@\">",
    "<object data=\"@\"></object>",
    "<embed src=\"@\">",
    "<svg><a xlink:href=\"@\"><text>x</text></a></svg>",
    "<math href=\"@\">x</math>",
    "<area href=\"@\">",
    "<button formaction=\"@\">x</button>",
    "<video poster=\"@\"><source src=\"@\"></video>",
    "<table background=\"@\"><td background=\"@\">x</table>",
    "<body background=\"@\">",
    "<input type=image src=\"@\">",
    "<div style=\"background:url(@)\">x</div>",
    "<style>@import '@';</style>",
    "<blockquote cite=\"@\">x</blockquote>",
    "<a href='@' ping='@'>x</a>",
    "<img srcset=\"@ 1x\">",
];

/// Tricks that need no address.
const TRICKS: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script >alert(1)</script >",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<script\u{0}>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<listing>&lt;img onerror=\"alert(1)\" src=x&gt;</listing>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version=1?><img src=x onerror=alert(1)>",
    "<a href=\"x\" onclick=\"alert(1)\" style=\"x\" id=x class=x name=x target=_top>x</a>",
    "<a href=https://ok.example/ oNmOuSeOvEr=alert(1)>x</a>",
    "<p/onclick=alert(1)>x",
    "<b \"onclick=alert(1)\" onclick=alert(1)>x</b>",
    "<div style=\"width:expression(alert(1))\">x</div>",
    "<style>body{background:url('//evil.example/x')}</style>",
    "<style>@font-face{src:url(//evil.example/f)}</style>",
    "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">over</div>",
    "<font color=red face=\"x\" size=\"+9\">x</font>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<video><source onerror=alert(1)></video>",
    "<audio src onerror=alert(1)>",
    "<keygen autofocus onfocus=alert(1)>",
    "<isindex action=javascript:alert(1)>",
    "<img src=cid:part1>",
    "<img src=https://evil.example/pixel.gif width=1 height=1>",
    "<picture><source srcset=//evil.example/x></picture>",
    "<link rel=prefetch href=//evil.example/x>",
    "<link rel=dns-prefetch href=//evil.example>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<frameset onload=alert(1)><frame src=x></frameset>",
    "<applet code=x></applet>",
    "<object type=text/html data=x></object>",
    "<portal src=x></portal>",
    "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<base target=_top>",
    "<a href=\"https://ok.example/\u{202e}gpj.exe\">x</a>",
    "<div dir=\"rtl\" lang=\"en\" xml:lang=x>x</div>",
    "<col span=9999999><td colspan=99999999 rowspan=-1>x",
];

fn vectors() -> Vec<String> {
    let mut all: Vec<String> = TRICKS.iter().map(|trick| (*trick).to_owned()).collect();
    for place in PLACES {
        all.extend(SCRIPTS.iter().map(|address| place.replace('@', address)));
    }
    for event in [
        "onload",
        "onerror",
        "onclick",
        "onfocus",
        "onmouseover",
        "onanimationstart",
        "onpointerover",
        "onbeforeinput",
    ] {
        for tag in ["a", "p", "div", "img", "svg", "body", "td", "input", "x-made-up"] {
            all.push(format!(
                "<{tag} {event}=alert(1) {}=\"alert(1)\" autofocus tabindex=1>x",
                event.to_uppercase()
            ));
        }
    }
    all
}

/// Reads the tags that are left, and what each holds.
fn left(html: &str) -> Vec<String> {
    html.split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap_or_default().to_ascii_lowercase())
        .collect()
}

/// What must not be left in cleaned HTML; empty when nothing is.
fn harm(html: &str) -> Vec<String> {
    let tags = [
        "script",
        "style",
        "img",
        "iframe",
        "frame",
        "form",
        "input",
        "base",
        "meta",
        "link",
        "object",
        "embed",
        "svg",
        "math",
        "video",
        "audio",
        "button",
        "template",
        "noscript",
        "body",
        "area",
        "details",
        "marquee",
        "textarea",
        "select",
        "title",
        "xmp",
        "plaintext",
        "picture",
        "source",
        "portal",
        "applet",
    ];
    let mut found = Vec::new();
    for tag in left(html) {
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default()
            .to_owned();
        if tags.contains(&name.as_str()) || tag.starts_with('!') || tag.starts_with('?') {
            found.push(tag.clone());
        }
        for attribute in tag.split(' ').skip(1).filter_map(|part| part.split_once('=')) {
            let (key, value) = (attribute.0, attribute.1.trim_matches('"'));
            let is_allowed = match key {
                "href" => ["http://", "https://", "mailto:", "tel:"]
                    .iter()
                    .any(|scheme| value.starts_with(scheme)),
                "rel" | "dir" | "lang" => true,
                "colspan" | "rowspan" | "start" => value.parse::<u16>().is_ok_and(|number| number <= 1_000),
                _ => value.is_empty() && !key.starts_with("on"),
            };
            if !is_allowed
                && !key.is_empty()
                && key
                    .chars()
                    .all(|char| char.is_ascii_alphanumeric() || char == '-' || char == ':')
            {
                found.push(format!("{key}={value}"));
            }
        }
    }
    found
}

#[test]
fn no_vector_leaves_anything_that_runs_or_loads() {
    let vectors = vectors();
    println!("{} vectors", vectors.len());
    assert!(vectors.len() >= 200);
    let wraps = [
        "@",
        "<p>before @ after</p>",
        "<table><tr><td>@</td></tr></table>",
        "<blockquote><div>@",
        "<b><i>@</b></i>",
        "</p></div>@",
        "<!-- @",
        "<a href=\"https://ok.example/\">@</a>",
    ];
    let mut n_harmful_raw = 0;
    for vector in &vectors {
        n_harmful_raw += usize::from(!harm(vector).is_empty());
        for wrap in wraps {
            let page = wrap.replace('@', vector);
            let cleaned = clean(&page).expect("small").html;
            assert_eq!(harm(&cleaned), Vec::<String>::new(), "{page}\nleft: {cleaned}");
            let lower = cleaned.to_ascii_lowercase();
            for word in [
                "<script",
                "src=",
                "style=",
                "url(",
                "srcset=",
                "onerror=alert(1) ",
                "href=\"javascript",
            ] {
                assert!(
                    !lower.contains(word) || lower.contains("&lt;"),
                    "{word} left of {page}: {cleaned}"
                );
            }
            // Cleaning what is clean changes nothing: no second reader finds a tag the first did not.
            assert_eq!(
                clean(&cleaned).expect("small").html,
                cleaned,
                "not stable: {page}"
            );
        }
    }
    // The twin: the detector does find harm in the vectors themselves.
    println!(
        "{n_harmful_raw} of {} are seen as harmful before cleaning",
        vectors.len()
    );
    assert!(n_harmful_raw * 10 > vectors.len() * 9);
}

#[test]
fn links_stay_and_say_nothing_about_us() {
    let cleaned = clean("<a href=\"https://agency.example/form?a=1&amp;b=2\" onclick=x title=t>the form</a>")
        .expect("small")
        .html;
    assert_eq!(
        cleaned,
        "<a href=\"https://agency.example/form?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow ugc\">the form</a>"
    );
}

#[test]
fn a_carriage_return_written_as_a_number_is_a_line_end() {
    assert_eq!(clean("a&#13;&#10;b&#13c").expect("small").html, "a\nb\nc");
}

#[test]
fn what_was_left_out_is_counted() {
    let page = "<style>p{}</style><img src=\"https://x.example/pixel.gif\"><img alt=\"\" src='//x.example/b'><img src=cid:a>\
                <script>1</script><form></form><iframe src=x></iframe><td background=http://x.example/c>";
    let left_out = clean(page).expect("small").left_out;
    assert_eq!((left_out.remote_pictures, left_out.enclosed_pictures), (3, 1));
    assert_eq!(
        (left_out.scripts, left_out.forms, left_out.frames, left_out.styles),
        (1, 1, 1, 1)
    );
}

#[test]
fn tangled_pages_are_refused_or_quick() {
    for (what, page) in [
        ("deep divs", "<div>".repeat(100_000)),
        ("deep but allowed", "<div>".repeat(1_900)),
        ("open bold", "<b>".repeat(1_900) + &"<p>x".repeat(1_900)),
        ("crossed", "<b><i><u>".repeat(600) + &"</b></i></u>x".repeat(600)),
        ("tables in tables", "<table><tr><td>".repeat(600)),
        ("foster parents", "<table>".repeat(900) + &"x<b>".repeat(900)),
        ("anchors", "<a href=https://x.example/>".repeat(1_900)),
        ("attributes", format!("<p {}>x", "a=b ".repeat(100_000))),
        ("references", "&amp;&#x41;&nosuch;".repeat(3_000)),
        ("too many references", "&amp;&#x41;&nosuch;".repeat(50_000)),
        ("comments", "<!-- <!-- ".repeat(50_000)),
        ("open angle", "<".repeat(500_000)),
        ("many tags", "<br>".repeat(99_000)),
        ("one long word", "x".repeat(2 << 20)),
    ] {
        let begun = Instant::now();
        let cleaned = clean(&page);
        let text = text_of(&page).unwrap_or_else(|| html::bare_text(&page));
        let took = begun.elapsed();
        println!(
            "{what}: {took:?}, cleaned {}, text {} bytes",
            cleaned.is_some(),
            text.len()
        );
        assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    }
    assert!(clean(&"<div>".repeat(100_000)).is_none());
    assert!(clean(&"x".repeat((2 << 20) + 1)).is_none());
}
