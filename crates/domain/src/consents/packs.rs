//! The packs an office works with: those compiled in and its own, every version of each kept.

use crate::consents::Pack;
use jiff::civil::Date;
use std::collections::BTreeMap;

macro_rules! compiled_in {
    ($($name:literal),* $(,)?) => {
        /// The packs every office starts with, by file name.
        pub const COMPILED_IN: &[(&str, &str)] =
            &[$((concat!($name, ".yaml"), include_str!(concat!("../../../../agencies/", $name, ".yaml")))),*];
    };
}

compiled_in![
    "ca.ircc",
    "court",
    "dhs.coast-guard",
    "dhs.uscis",
    "dod.air-force",
    "dod.army",
    "dod.marine-corps",
    "dod.navy",
    "dod.space-force",
    "doj.eoir",
    "dol",
    "hhs.cms",
    "mspb",
    "opm",
    "prosecutor",
    "ssa.hearing-office",
    "ssa",
    "state.letters",
    "state.passports",
    "state.visas",
    "treasury.irs.tas",
    "treasury.irs",
    "uk.departments",
    "va.benefits",
    "va.bva",
    "va.health",
];

/// What is wrong with a pack that was given to the office.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// An unknown key, a missing one, or a value of the wrong kind.
    #[error("{file}:{line}:{column}: {why}")]
    Unreadable {
        file: String,
        line: u64,
        column: u64,
        why: String,
    },
    #[error("{file}: `{field}` is not a year and month or a day")]
    BadDate { file: String, field: &'static str },
    #[error("{file}: {agency} already has a version {version} that says something else")]
    VersionTaken {
        file: String,
        agency: String,
        version: String,
    },
}

/// Every version of every pack, by agency; the versions of one agency in order of taking effect.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Packs {
    by_agency: BTreeMap<String, Vec<Pack>>,
}

impl Packs {
    /// No packs at all: every agency is unknown.
    pub fn none() -> Packs {
        Packs::default()
    }

    /// The packs every office starts with.
    pub fn compiled_in() -> Packs {
        let mut packs = Packs::none();
        for (file, text) in COMPILED_IN {
            packs
                .add(file, text)
                .expect("the compiled-in packs are read by a test");
        }
        packs
    }

    /// Reads one pack and keeps it beside the older versions of the same agency.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), PackError> {
        let pack: Pack = serde_saphyr::from_str(text).map_err(|error| {
            let place = error.location();
            PackError::Unreadable {
                file: file.to_owned(),
                line: place.as_ref().map_or(0, |at| at.line()),
                column: place.as_ref().map_or(0, |at| at.column()),
                why: error.without_snippet().to_string(),
            }
        })?;
        for (field, value) in [
            ("effective_from", &pack.effective_from),
            ("effective_to", &pack.effective_to),
        ] {
            if value.as_deref().is_some_and(|text| first_day(text).is_none()) {
                return Err(PackError::BadDate {
                    file: file.to_owned(),
                    field,
                });
            }
        }
        let versions = self.by_agency.entry(pack.agency.clone()).or_default();
        match versions.iter().find(|held| held.version == pack.version) {
            Some(held) if *held == pack => return Ok(()),
            Some(held) => {
                return Err(PackError::VersionTaken {
                    file: file.to_owned(),
                    agency: held.agency.clone(),
                    version: held.version.clone(),
                });
            }
            None => versions.push(pack),
        }
        // A stable sort: of two that take effect together, the one added later is the newer.
        versions.sort_by_key(|pack| pack.effective_from.as_deref().and_then(first_day));
        Ok(())
    }

    /// The pack in force for an agency on a day; `None` where nobody has written one.
    pub fn in_force(&self, agency: &str, on: Date) -> Option<&Pack> {
        self.by_agency
            .get(agency)?
            .iter()
            .rev()
            .find(|pack| is_in_force(pack, on))
    }

    /// One version of an agency's pack, in force or not.
    pub fn version(&self, agency: &str, version: &str) -> Option<&Pack> {
        self.by_agency
            .get(agency)?
            .iter()
            .find(|pack| pack.version == version)
    }

    /// The newest version of an agency's pack, in force or not: for its name.
    pub fn newest(&self, agency: &str) -> Option<&Pack> {
        self.by_agency.get(agency)?.last()
    }

    /// The packs in force on a day, by code of the agency.
    pub fn all_in_force(&self, on: Date) -> Vec<&Pack> {
        self.by_agency
            .values()
            .filter_map(|held| held.iter().rev().find(|pack| is_in_force(pack, on)))
            .collect()
    }
}

fn is_in_force(pack: &Pack, on: Date) -> bool {
    pack.effective_from
        .as_deref()
        .and_then(first_day)
        .is_none_or(|from| from <= on)
        && pack
            .effective_to
            .as_deref()
            .and_then(last_day)
            .is_none_or(|to| on <= to)
}

fn first_day(text: &str) -> Option<Date> {
    text.parse().ok().or_else(|| format!("{text}-01").parse().ok())
}

fn last_day(text: &str) -> Option<Date> {
    text.parse()
        .ok()
        .or_else(|| format!("{text}-01").parse().ok().map(Date::last_of_month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consents::{Body, DataClass, Formality, Limit, NoLimit};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn every_file_in_the_folder_is_compiled_in_and_named_after_its_agency() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../agencies");
        let mut on_disk: Vec<String> = std::fs::read_dir(folder)
            .expect("the agencies folder is part of the source")
            .map(|entry| {
                entry
                    .expect("readable")
                    .file_name()
                    .into_string()
                    .expect("plain names")
            })
            .filter(|name| name.ends_with(".yaml"))
            .collect();
        let mut listed: Vec<String> = COMPILED_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
        on_disk.sort();
        listed.sort();
        assert_eq!(on_disk, listed);
        let packs = Packs::compiled_in();
        for (name, _) in COMPILED_IN {
            let agency = name.trim_end_matches(".yaml");
            let pack = packs
                .in_force(agency, TODAY)
                .expect("each pack is in force today");
            assert!(!pack.is_confirmed(), "{agency}: nobody has confirmed a pack yet");
            for part in &pack.components {
                assert!(packs.in_force(part, TODAY).is_some(), "{agency} names {part}");
            }
        }
    }

    #[test]
    fn only_what_the_handbook_knows_is_filled_in() {
        let packs = Packs::compiled_in();
        let known = ["dhs.uscis", "ssa", "treasury.irs"];
        for pack in packs.all_in_force(TODAY) {
            let blank = Pack {
                title: pack.title.clone(),
                level: pack.level,
                body: pack.body,
                version: pack.version.clone(),
                components: pack.components.clone(),
                source: pack.source.clone(),
                reply_goal_substantive: pack.reply_goal_substantive,
                reply_goal_urgent: pack.reply_goal_urgent,
                notes: pack.notes.clone(),
                ..Pack::unknown(&pack.agency)
            };
            assert_eq!(
                *pack == blank,
                !known.contains(&pack.agency.as_str()),
                "{}",
                pack.agency
            );
        }
    }

    #[test]
    fn uscis_and_ssa_say_what_the_handbook_says() {
        let packs = Packs::compiled_in();
        let uscis = packs.in_force("dhs.uscis", TODAY).expect("present");
        assert_eq!(uscis.accepts_digital_signature, Some(false));
        assert_eq!(
            uscis.accepted_formality,
            Some(vec![Formality::Perjury, Formality::Notarised])
        );
        assert_eq!(uscis.fresh_release_after_closed_days, Some(Limit::Days(30)));
        assert_eq!(uscis.max_signature_age_days, None);
        assert_eq!(
            packs.in_force("dhs.uscis", date(2018, 1, 31)),
            None,
            "before it took effect"
        );
        let ssa = packs.in_force("ssa", TODAY).expect("present");
        assert_eq!(
            ssa.rules_for(DataClass::Tax).max_signature_age_days,
            Some(Limit::Days(120))
        );
        assert_eq!(ssa.rules_for(DataClass::Tax).oral_allowed, Some(false));
        assert_eq!(ssa.rules_for(DataClass::Benefits).oral_allowed, Some(true));
        assert_eq!(ssa.rules_for(DataClass::Benefits).max_signature_age_days, None);
        let bodies = |body| {
            packs
                .all_in_force(TODAY)
                .iter()
                .filter(|pack| pack.body == Some(body))
                .count()
        };
        assert_eq!(
            (
                bodies(Body::Court),
                bodies(Body::Prosecutor),
                bodies(Body::Tribunal)
            ),
            (1, 1, 4)
        );
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_place() {
        let text = COMPILED_IN[3].1.replace("must_name_office", "must_name_ofice");
        let error = Packs::none()
            .add("uscis.yaml", &text)
            .expect_err("a misspelt key is not a rule");
        let PackError::Unreadable { file, line, .. } = &error else {
            panic!("{error}")
        };
        assert_eq!((file.as_str(), *line), ("uscis.yaml", 16), "{error}");
        assert!(
            Packs::none().add("uscis.yaml", COMPILED_IN[3].1).is_ok(),
            "the right spelling is read"
        );
    }

    #[test]
    fn a_new_version_takes_over_and_the_old_one_stays() {
        let mut packs = Packs::compiled_in();
        let newer = "{agency: dhs.uscis, title: USCIS, level: federal, body: agency, version: '2027', \
            effective_from: 2027-01-15, max_signature_age_days: no-limit}";
        packs.add("new.yaml", newer).expect("a good pack");
        assert_eq!(
            packs
                .in_force("dhs.uscis", date(2027, 1, 14))
                .map(|p| p.version.as_str()),
            Some("2018-02-notice")
        );
        let now = packs.in_force("dhs.uscis", date(2027, 1, 15)).expect("present");
        assert_eq!(now.max_signature_age_days, Some(Limit::Word(NoLimit::NoLimit)));
        assert!(packs.version("dhs.uscis", "2018-02-notice").is_some());
        assert!(
            packs.add("same.yaml", newer).is_ok(),
            "the same again changes nothing"
        );
        let changed = newer.replace("no-limit", "90");
        assert!(matches!(
            packs.add("changed.yaml", &changed),
            Err(PackError::VersionTaken { .. })
        ));
        let bad = newer.replace("2027-01-15", "soon").replace("'2027'", "'2028'");
        assert!(matches!(
            packs.add("bad.yaml", &bad),
            Err(PackError::BadDate { .. })
        ));
    }
}
