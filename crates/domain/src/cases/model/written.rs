//! A model as it is written: the YAML's shape, with the place of every word that can be wrong.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_saphyr::Spanned;

use crate::clocks::Period;

pub(super) type Word = Spanned<String>;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenModel {
    pub(super) id: Word,
    pub(super) version: Spanned<i64>,
    pub(super) title: String,
    pub(super) person_word: String,
    pub(super) calendar: Word,
    pub(super) promises: WrittenPromises,
    pub(super) phases: Spanned<Vec<WrittenPhase>>,
    pub(super) re_entry: Option<Word>,
    #[serde(rename = "override")]
    pub(super) override_phase: Option<WrittenOverride>,
    pub(super) acts: Spanned<Pairs<WrittenAct>>,
    #[serde(default)]
    pub(super) clocks: Vec<WrittenClock>,
    #[serde(default)]
    pub(super) tasks: Vec<WrittenTask>,
    pub(super) outcomes: Vec<Word>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPromises {
    pub(super) cadence_days: Spanned<i64>,
    pub(super) follow_up_days: Spanned<i64>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPhase {
    pub(super) id: Word,
    pub(super) title: String,
    pub(super) entry_from: Option<Vec<Word>>,
    #[serde(default)]
    pub(super) needs: Vec<Word>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOverride {
    pub(super) phase: Word,
    pub(super) enters_when: Word,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenAct {
    #[serde(default)]
    pub(super) needs: Vec<Word>,
    pub(super) phases: Option<Vec<Word>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenClock {
    pub(super) kind: Word,
    pub(super) turn: Word,
    pub(super) allowed: Period,
    pub(super) calendar: Option<Word>,
    pub(super) starts_on: Vec<Word>,
    #[serde(default)]
    pub(super) stops_on: Vec<Word>,
    #[serde(default)]
    pub(super) pauses_on: Vec<Word>,
    #[serde(default)]
    pub(super) resumes_on: Vec<Word>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenTask {
    pub(super) id: Word,
    pub(super) title: String,
    pub(super) phase: Word,
    pub(super) kind: Word,
    pub(super) due: Period,
}

/// A mapping as written: in its order, with the place of each key.
pub(super) struct Pairs<T>(pub(super) Vec<(Word, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}
