//! The frame and the way in, with an invented office.

use maud::Markup;
use pages::login::view::{Door, code_page, password_page};
use pages::ui::shell::{Me, NavLink, Place, Shell, Theme};
use pages::ui::tabs::Tab;
use pages::words::Words;
use pages::words::dates::When;

pub fn shell(w: &'static Words, here: Place) -> Shell {
    Shell {
        words: w,
        office: "Office of Rep. Odalys Brandt".into(),
        me: Me {
            name: "Noor Haddad-Ellis".into(),
            role: w.t("staff-role-caseworker"),
        },
        here,
        work_count: Some(14),
        arrivals_count: Some(9),
        may_see_staff: true,
        saved_views: vec![NavLink {
            href: "/cases?view=quiet".into(),
            text: "Waiting on agency, 30+ days".into(),
        }],
        csrf: "sample".into(),
        once: "sample".into(),
        nonce: "gallery".into(),
        theme: Theme::System,
        compact: false,
        toast: None,
        print_url: Some("/cases/7K4-M2Q/print".into()),
        demo_clock: None,
    }
}

pub fn when(text: &str) -> When {
    When {
        text: text.into(),
        datetime: "2026-11-19T08:52:00-06:00".into(),
    }
}

pub fn tab(text: &str, count: Option<u64>, is_here: bool) -> Tab {
    Tab {
        href: "?view=x".into(),
        text: text.into(),
        count,
        is_hot: false,
        is_here,
    }
}

fn door(w: &'static Words) -> Door {
    Door {
        office: "Office of Rep. Odalys Brandt".into(),
        csrf: "sample".into(),
        nonce: "gallery".into(),
        notice: w.t("login-ended"),
        demo: vec![("noor@office.example".into(), "four plain words here".into())],
        ..Door::default()
    }
}

pub fn login(w: &'static Words) -> Markup {
    password_page(w, &door(w), "")
}

pub fn login_code(w: &'static Words) -> Markup {
    code_page(
        w,
        &Door {
            error: w.t("login-wrong-code"),
            notice: String::new(),
            ..door(w)
        },
    )
}
