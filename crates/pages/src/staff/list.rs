//! Those who work here, and what the one who looks may do about each.

use actions::login::is_fresh;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::staff::{Role, Staff};

use super::view::{StaffLine, StaffView, staff_page};
use crate::{
    app::{Faults, Fields, PageError, Visit, fault_of},
    login::again_address,
    ui::{
        choices::set_of,
        form::{Act, Field, Input},
        icon::Icon,
        pill::{Pill, Tone},
        shell::Place,
    },
    words::dates,
};

/// What a page of staff shows besides the staff.
#[derive(Default)]
pub struct Shown {
    pub typed: Fields,
    pub faults: Faults,
    /// What to hand over, in words, and the password: on this page and never again.
    pub hand_over: Option<(String, String)>,
}

pub async fn list(visit: Visit) -> Result<Response, PageError> {
    show(&visit, Shown::default()).await
}

pub async fn show(visit: &Visit, shown: Shown) -> Result<Response, PageError> {
    let w = visit.words;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let everybody = store::staff::everybody(&mut look).await?;
    drop(look);
    let is_proved = is_fresh(visit.house(), &visit.visitor);
    let n = everybody.iter().filter(|who| who.is_active()).count();
    // A form that came back keeps what was typed, and asks for the password in its place.
    let comes_back = !shown.faults.is_empty();
    let code = if comes_back {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let view = StaffView {
        sub: w.tr("staff-sub", &[("n", n.into())]),
        staff: everybody.iter().map(|who| line(visit, who, is_proved)).collect(),
        add_url: "/admin/staff".into(),
        add_fields: if is_proved || comes_back {
            add_fields(visit, &shown, is_proved)
        } else {
            Vec::new()
        },
        prove_href: (!is_proved).then(|| again_address("/admin/staff")),
        errors: shown.faults,
        hand_over: shown.hand_over,
    };
    let mut page = (code, staff_page(&visit.shell(Place::Staff).await?, &view)).into_response();
    // A page with a password on it is kept nowhere.
    page.headers_mut().insert(
        axum::http::header::CACHE_CONTROL,
        axum::http::HeaderValue::from_static("no-store"),
    );
    Ok(page)
}

fn add_fields(visit: &Visit, shown: &Shown, is_proved: bool) -> Vec<Field> {
    let w = visit.words;
    let field = |name: &str, label: &str, input: Input| {
        Field::new(name, w.t(label), input)
            .value(shown.typed.text(name))
            .error(fault_of(&shown.faults, name))
            .required()
    };
    let mut fields = vec![
        field("name", "staff-field-name", Input::Text),
        field("login", "staff-field-email", Input::Text).hint(w.t("staff-field-email-hint")),
        field(
            "role",
            "staff-field-role",
            Input::Choose(set_of(w, "staff-role", Role::ALL)),
        ),
    ];
    if !is_proved {
        fields.push(
            Field::new("own_password", w.t("staff-field-own-password"), Input::Password)
                .error(fault_of(&shown.faults, "own_password"))
                .required()
                .autocomplete("current-password"),
        );
    }
    fields
}

fn line(visit: &Visit, who: &Staff, is_proved: bool) -> StaffLine {
    let w = visit.words;
    let is_me = who.id == visit.actor().staff_id();
    let url = |act: &str| format!("/admin/staff/{}/{act}", who.id);
    let pill = match who.disabled_on {
        Some(on) => Pill {
            icon: Some(Icon::Lock),
            ..Pill::plain(w.tr(
                "staff-disabled-since",
                &[("day", dates::day_in_list(w, &visit.here(), on).text.into())],
            ))
        },
        None if who.must_change => Pill::new(w.t("staff-invited"), Tone::Warn, Icon::KeyRound),
        None => Pill::new(w.t("staff-active"), Tone::Ok, Icon::Check),
    };
    let small = if who.totp_sealed.is_some() {
        "staff-code-on"
    } else {
        "staff-code-off"
    };
    let acts = if is_me || !is_proved {
        Vec::new()
    } else if who.is_active() {
        vec![
            Act::new(url("reset"), w.t("staff-reset")).class("btn btn--sm"),
            Act::new(url("disable"), w.t("staff-disable")).class("btn btn--sm"),
        ]
    } else {
        vec![Act::new(url("enable"), w.t("staff-enable")).class("btn btn--sm")]
    };
    let roles = Field {
        scope: "role-",
        ..Field::new(
            "role",
            w.t("staff-field-role"),
            Input::Pick(set_of(w, "staff-role", Role::ALL)),
        )
        .value(who.role.as_str())
    };
    StaffLine {
        name: who.name.clone(),
        email: who.login.clone(),
        roles: w.word("staff-role", who.role.as_str()),
        pill,
        small: w.t(small),
        acts,
        change_role: (!is_me && is_proved && who.is_active()).then(|| (url("role"), roles)),
    }
}
