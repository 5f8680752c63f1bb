//! Each value read as what it must be, and the few rules between them.

use std::{
    fmt::Display,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use jobs::outbox::{Encryption, SmtpLogin, SmtpSettings};
use store::engine::DatabaseUrl;

use super::{Found, Kind, OutboxSettings, SETTINGS, SettingFault, Settings, Values};

/// Reads every value; what is wrong is added to `faults`. `None` where a value is missing that nothing can do without.
pub(super) fn check(values: &Values, faults: &mut Vec<SettingFault>) -> Option<Settings> {
    for setting in SETTINGS {
        let found = values.get(setting.name);
        if !found.text.is_empty()
            && let Err((problem, remedy)) = fits(setting.kind, &found.text)
        {
            faults.push(SettingFault::new(
                &found.place,
                format!("`{}` {problem}", setting.name),
                remedy,
            ));
        }
    }
    let path = |name: &str| filled(values.get(name)).map(PathBuf::from);
    let database: DatabaseUrl = parsed(values.get("database"))?;
    let listen: SocketAddr = parsed(values.get("listen"))?;
    let public_address = public_address(values, listen, faults);
    Some(Settings {
        database_owner: filled(values.get("database_owner"))
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| database.clone()),
        database,
        data: path("data")?,
        key_file: path("key_file")?,
        listen,
        secure_cookies: secure_cookies(values, &public_address, faults),
        public_address,
        office: filled(values.get("office")).map(str::to_owned),
        models: path("models"),
        agencies: path("agencies"),
        calendars: path("calendars"),
        outbox: outbox(values, faults)?,
        log_is_json: values.get("log.format").text == "json",
        log_level: parsed(values.get("log.level"))?,
        values: values.clone(),
    })
}

fn filled(found: &Found) -> Option<&str> {
    Some(found.text.as_str()).filter(|text| !text.is_empty())
}

fn parsed<T: FromStr>(found: &Found) -> Option<T> {
    found.text.parse().ok()
}

/// Whether a text is of its kind; otherwise what is wrong, and what to write.
fn fits(kind: Kind, text: &str) -> Result<(), (String, String)> {
    let is_not = |what: &str| format!("is `{text}`, which is not {what}");
    match kind {
        Kind::Database => match text.parse::<DatabaseUrl>() {
            Ok(_) => Ok(()),
            // The text may hold a password: it is not repeated.
            Err(why) => Err((format!("is not a database address: {why}"), DATABASE.to_owned())),
        },
        Kind::Listen => read::<SocketAddr>(text).map_err(|why| {
            (
                is_not(&format!("an address and a port ({why})")),
                "write it like `127.0.0.1:8080`".into(),
            )
        }),
        Kind::Web => match web_host(text) {
            Some(_) => Ok(()),
            None => Err((
                is_not("a web address"),
                "write it like `https://casework.office.example`".into(),
            )),
        },
        Kind::Flag => {
            read::<bool>(text).map_err(|_| (is_not("`true` or `false`"), "write one of the two".into()))
        }
        Kind::Word(words) if words.contains(&text) => Ok(()),
        Kind::Word(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            Err((
                is_not("one of its words"),
                format!("write {}", words.join(" or ")),
            ))
        }
        Kind::Port => read::<u16>(text).map_err(|_| (is_not("a port"), "write a number up to 65535".into())),
        Kind::Outbox
            if text == "smtp" || text.strip_prefix("folder:").is_some_and(|path| !path.is_empty()) =>
        {
            Ok(())
        }
        Kind::Outbox => Err((
            is_not("a place for letters"),
            "write `smtp` or `folder:PATH`".into(),
        )),
        Kind::Path | Kind::Text => Ok(()),
    }
}

const DATABASE: &str = "write it like `sqlite:casework.db` or `postgres://USER:PASSWORD@HOST/NAME`";

fn read<T: FromStr<Err: Display>>(text: &str) -> Result<(), String> {
    text.parse::<T>().map(|_| ()).map_err(|why| why.to_string())
}

/// Scheme and host of a web address.
fn web_host(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let authority = rest.split('/').next()?;
    let host = match authority.strip_prefix('[') {
        Some(inside) => inside.split(']').next()?,
        None => authority.split(':').next()?,
    };
    let known = matches!(scheme, "http" | "https") && !host.is_empty() && !authority.contains(['@', ' ']);
    known.then_some((scheme, host))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Anybody's password would cross the network in clear text otherwise.
fn public_address(values: &Values, listen: SocketAddr, faults: &mut Vec<SettingFault>) -> String {
    let found = values.get("public_address");
    let said = filled(found).map_or_else(
        || format!("http://{listen}"),
        |text| text.trim_end_matches('/').to_owned(),
    );
    let (place, setting) = match filled(found) {
        Some(_) => (&found.place, "`public_address`"),
        None => (&values.get("listen").place, "`listen`"),
    };
    if let Some((scheme, host)) = web_host(&said)
        && scheme == "http"
        && !is_this_machine(host)
    {
        let problem = format!(
            "{setting} makes {said} the address people type, and passwords would cross the network in clear text"
        );
        let remedy =
            "set `public_address` to the `https://` address of the proxy in front, or `listen` to 127.0.0.1";
        faults.push(SettingFault::new(place, problem, remedy));
    }
    said
}

fn secure_cookies(values: &Values, public_address: &str, faults: &mut Vec<SettingFault>) -> bool {
    let found = values.get("secure_cookies");
    let plain_here =
        web_host(public_address).is_some_and(|(scheme, host)| scheme == "http" && is_this_machine(host));
    let said = filled(found).map_or(!plain_here, |text| text == "true");
    if !said && !plain_here {
        let problem = "`secure_cookies` is `false`, and somebody on the network could take a login over";
        faults.push(SettingFault::new(
            &found.place,
            problem,
            "leave it out, or write `true`",
        ));
    }
    said
}

fn outbox(values: &Values, faults: &mut Vec<SettingFault>) -> Option<OutboxSettings> {
    let found = values.get("outbox");
    if let Some(path) = found.text.strip_prefix("folder:") {
        return Some(OutboxSettings::Folder(path.into()));
    }
    let Some(host) = filled(values.get("smtp.host")) else {
        faults.push(SettingFault::new(
            &found.place,
            "`outbox` is `smtp`, and `smtp.host` is not set",
            "add `host = \"mail.office.example\"` under `[smtp]`, or set `outbox` to `folder:PATH`",
        ));
        return None;
    };
    let mut smtp = SmtpSettings::new(host);
    smtp.port = parsed(values.get("smtp.port"));
    smtp.encryption = parsed(values.get("smtp.encryption")).unwrap_or(Encryption::StartTls);
    smtp.clear_text_allowed = values.get("smtp.clear_text_allowed").text == "true";
    smtp.authority_file = filled(values.get("smtp.authority_file")).map(PathBuf::from);
    smtp.own_name = filled(values.get("smtp.own_name")).map(str::to_owned);
    smtp.login = match (
        filled(values.get("smtp.user")),
        filled(values.get("smtp.password_file")),
    ) {
        (Some(name), Some(file)) => Some(SmtpLogin {
            name: name.into(),
            password_file: file.into(),
        }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            let place = &values
                .get(if smtp_user_is_set(values) {
                    "smtp.user"
                } else {
                    "smtp.password_file"
                })
                .place;
            let problem = "`smtp.user` and `smtp.password_file` belong together, and one is missing";
            faults.push(SettingFault::new(place, problem, "set both, or neither"));
            None
        }
    };
    Some(OutboxSettings::Smtp(Box::new(smtp)))
}

fn smtp_user_is_set(values: &Values) -> bool {
    filled(values.get("smtp.user")).is_some()
}
