//! Every word the staff pages say, by key and language, from the Fluent files in `locales/`.
//!
//! The files are carried inside the program. A key that is not there is a fault of ours, never of the reader: the
//! page shows the key and the log says so. Tests hold that every key stands in every language with the same
//! arguments, and that every key named in this crate's source exists.

pub mod dates;
pub mod explain;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// The languages the pages can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    English,
    Spanish,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::English, Lang::Spanish];

    /// As it stands in `<html lang>` and in the folder name of `locales/`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::English => "en",
            Lang::Spanish => "es",
        }
    }

    /// The language for a stored or requested code; English when it is not one of ours.
    pub fn from_code(code: &str) -> Lang {
        let short = code.split(['-', '_']).next().unwrap_or_default();
        if short.eq_ignore_ascii_case("es") {
            Lang::Spanish
        } else {
            Lang::English
        }
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Lang::English => langid!("en-US"),
            Lang::Spanish => langid!("es-US"),
        }
    }
}

macro_rules! locale_files {
    ($($room:literal),+ $(,)?) => {
        const FILES: &[(&str, &str, &str)] = &[
            $((
                $room,
                include_str!(concat!("../../../../locales/en/", $room, ".ftl")),
                include_str!(concat!("../../../../locales/es/", $room, ".ftl")),
            )),+
        ];
    };
}

locale_files![
    "shell",
    "dates",
    "values",
    "domain",
    "reasons",
    "gate",
    "work",
    "arrivals",
    "mail",
    "intake",
    "cases",
    "people",
    "consents",
    "inquiries",
    "letters",
    "ledger",
    "staff",
    "login",
    "search",
    "refusals",
    "errors",
];

/// One argument of a sentence: text as it is, or a number that chooses the plural.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

macro_rules! number_args {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                // Counts on a page fit; a larger one would still read as the largest.
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

number_args![i32, i64, u8, u16, u32, u64, usize];

/// The words of one language. Made once, shared by every request.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub fn for_language(lang: Lang) -> &'static Words {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        static SPANISH: OnceLock<Words> = OnceLock::new();
        match lang {
            Lang::English => ENGLISH.get_or_init(|| Words::load(lang)),
            Lang::Spanish => SPANISH.get_or_init(|| Words::load(lang)),
        }
    }

    fn load(lang: Lang) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
        // Marks around arguments would travel into form values and titles; references are wrapped in <bdi> instead.
        bundle.set_use_isolating(false);
        for (room, english, spanish) in FILES {
            let text = match lang {
                Lang::English => *english,
                Lang::Spanish => *spanish,
            };
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole, faults)| {
                tracing::error!(room, lang = lang.code(), ?faults, "a locale file does not parse");
                whole
            });
            if let Err(faults) = bundle.add_resource(resource) {
                tracing::error!(room, lang = lang.code(), ?faults, "a locale file repeats a key");
            }
        }
        Words { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there are words for this key; for keys that come from elsewhere, such as a refusal's.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    /// The words for a key that takes no arguments.
    pub fn t(&self, key: &str) -> String {
        self.tr(key, &[])
    }

    /// The words for a key, with its arguments: `w.tr("dates-days", &[("n", 2.into())])`.
    pub fn tr(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return self.missing(key);
        };
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            fluent.set(*name, value);
        }
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&fluent), &mut faults)
            .into_owned();
        if !faults.is_empty() {
            if cfg!(test) {
                panic!("the words `{key}` in {}: {faults:?}", self.lang.code());
            }
            tracing::error!(key, lang = self.lang.code(), "words lack an argument");
        }
        text
    }

    fn missing(&self, key: &str) -> String {
        if cfg!(test) {
            panic!("no words for `{key}` in {}", self.lang.code());
        }
        tracing::error!(key, lang = self.lang.code(), "no words for a key");
        key.to_owned()
    }
}

#[cfg(test)]
mod tests;
