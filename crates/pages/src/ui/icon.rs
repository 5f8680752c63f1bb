//! The icons the pages use, each named once. `assets/build.mjs` reads this list and ships only these, in one sprite.

use std::sync::OnceLock;

use maud::{Markup, html};

use crate::assets;

macro_rules! icons {
    ($($variant:ident => $name:literal,)+) => {
        /// One picture of the sprite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($variant),+
        }

        impl Icon {
            pub const ALL: &[Icon] = &[$(Icon::$variant),+];

            /// The name of the drawing in lucide, and of the symbol in the sprite.
            pub fn name(self) -> &'static str {
                match self {
                    $(Icon::$variant => $name),+
                }
            }
        }
    };
}

icons! {
    AlarmClock => "alarm-clock",
    Archive => "archive",
    BadgeCheck => "badge-check",
    Ban => "ban",
    BookOpen => "book-open",
    BookOpenCheck => "book-open-check",
    Bot => "bot",
    Calendar => "calendar",
    CalendarClock => "calendar-clock",
    Check => "check",
    ChevronRight => "chevron-right",
    CircleAlert => "circle-alert",
    CircleCheck => "circle-check",
    CircleDashed => "circle-dashed",
    CircleDot => "circle-dot",
    CircleHelp => "circle-question-mark",
    CircleX => "circle-x",
    Clock => "clock",
    CloudOff => "cloud-off",
    Copy => "copy",
    Download => "download",
    Eye => "eye",
    EyeOff => "eye-off",
    File => "file",
    FileCheck => "file-check",
    FileLock => "file-lock",
    FileSearch => "file-search",
    FileSignature => "file-pen-line",
    FileText => "file-text",
    Fingerprint => "fingerprint-pattern",
    Folder => "folder",
    FolderInput => "folder-input",
    FolderOpen => "folder-open",
    FolderPlus => "folder-plus",
    Forward => "forward",
    Globe => "globe",
    Hand => "hand",
    HandHeart => "hand-heart",
    History => "history",
    Hourglass => "hourglass",
    House => "house",
    Inbox => "inbox",
    KeyRound => "key-round",
    Keyboard => "keyboard",
    Landmark => "landmark",
    Languages => "languages",
    Layers => "layers",
    LifeBuoy => "life-buoy",
    Lightbulb => "lightbulb",
    Link => "link",
    ListFilter => "list-filter",
    Loader => "loader",
    Lock => "lock",
    LogOut => "log-out",
    Mail => "mail",
    MailOpen => "mail-open",
    MailX => "mail-x",
    Mailbox => "mailbox",
    MapPin => "map-pin",
    Megaphone => "megaphone",
    Menu => "menu",
    MessageCircle => "message-circle",
    Moon => "moon",
    OctagonAlert => "octagon-alert",
    Paperclip => "paperclip",
    PenLine => "pen-line",
    Phone => "phone",
    PhoneIncoming => "phone-incoming",
    Plus => "plus",
    Printer => "printer",
    Quote => "quote",
    RefreshCw => "refresh-cw",
    Reply => "reply",
    RotateCcw => "rotate-ccw",
    ScanSearch => "scan-search",
    ScrollText => "scroll-text",
    Search => "search",
    Send => "send",
    Settings => "settings",
    Shield => "shield",
    ShieldCheck => "shield-check",
    ShieldX => "shield-x",
    Star => "star",
    StickyNote => "sticky-note",
    Tag => "tag",
    Timer => "timer",
    TriangleAlert => "triangle-alert",
    Undo => "undo-2",
    UserPlus => "user-plus",
    UserRound => "user-round",
    UsersRound => "users-round",
    WifiOff => "wifi-off",
    X => "x",
}

/// The picture, hidden from screen readers: the words beside it say the same.
pub fn ic(icon: Icon) -> Markup {
    drawn(icon, "ic")
}

/// The same, mirrored in languages that read from the right: for arrows and chevrons only.
pub fn ic_dir(icon: Icon) -> Markup {
    drawn(icon, "ic ic-flip")
}

/// The same, standing in a line of text.
pub fn ic_in(icon: Icon) -> Markup {
    drawn(icon, "ic ic-in")
}

fn drawn(icon: Icon, class: &str) -> Markup {
    html! {
        svg class=(class) aria-hidden="true" focusable="false" { use href={ (sprite()) "#" (icon.name()) } {} }
    }
}

/// The mark of the product.
pub fn mark() -> Markup {
    html! {
        svg class="brand__mark" viewBox="0 0 26 26" aria-hidden="true" focusable="false" {
            rect width="26" height="26" rx="7" {}
            path d="M6 17c4 0 4-8 7-8s3 8 7 8" {}
            circle cx="6" cy="17" r="2.1" {}
            circle cx="13" cy="9" r="2.1" {}
            circle cx="20" cy="17" r="2.1" {}
        }
    }
}

fn sprite() -> &'static str {
    static SPRITE: OnceLock<String> = OnceLock::new();
    SPRITE.get_or_init(|| assets::url("icons.svg"))
}
