//! Permission is asked for, given, and sometimes taken back.

use actions::{
    consents::{RecordRelease, ask_for_release, record_release, revoke_release},
    documents::Upload,
};
use domain::{
    consents::{
        AskedTo, Capacity, DataClass, Matter, Method, NamedAgencies, OralStatement, RecipientNamed, Scope,
    },
    ids::ReleaseId,
};

use super::{Doing, Teller, TownError};
use crate::town::{
    paper,
    written::{StepAct, WrittenRelease},
};

impl Teller<'_> {
    pub(super) async fn on_release(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        let (house, actor, reference) = (self.house, doing.actor, doing.reference());
        match act {
            StepAct::AskRelease { way } => {
                let letter = ask_for_release(house, actor, reference, *way).await?;
                self.post(doing, letter, *way).await?;
            }
            StepAct::Release(release) => {
                let what = self.release(doing, release)?;
                record_release(house, actor, reference, what).await?;
            }
            StepAct::Revoke { text } => {
                let release = self.latest_release(doing).await?;
                revoke_release(house, actor, reference, release, doing.today, text).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// What a release or an inquiry to the case's agency is usually about.
    pub(super) fn about(&self, doing: &Doing<'_>) -> Result<Vec<DataClass>, TownError> {
        let agency = doing.opened.agency.as_deref().unwrap_or_default();
        let about = self.books.office.about.get(agency).cloned();
        about.ok_or_else(|| {
            TownError::Books(format!(
                "`office.toml` does not say what `{agency}` is asked about"
            ))
        })
    }

    fn release(&self, doing: &Doing<'_>, release: &WrittenRelease) -> Result<RecordRelease, TownError> {
        let person = self.written_person(doing.case)?;
        let about = self.about(doing)?;
        let signed_on = release.signed.map_or(doing.today, |day| self.calendar.day(day));
        let oral = (release.method == Method::Oral).then(|| OralStatement {
            asked_on: signed_on,
            asked_to: AskedTo::Office,
            identity_checked_by: doing.actor.staff_id(),
            identity_how: release.text.clone().unwrap_or_default(),
        });
        Ok(RecordRelease {
            signer_name: release.signer.clone().unwrap_or_else(|| person.name.clone()),
            capacity: Capacity::Subject,
            proof: None,
            recipient_named: Some(RecipientNamed::Office),
            agencies: NamedAgencies::These(doing.opened.agency.iter().cloned().collect()),
            scope: Scope {
                data_classes: about,
                matter: Matter::ThisCase,
                matter_words: Some(doing.case.title.clone()),
                period: None,
            },
            method: release.method,
            formality: release.formality,
            signed_on,
            received_on: doing.today,
            expires_on: None,
            language: release.language.clone().unwrap_or_else(|| "en".to_owned()),
            translation: release.translation,
            oral,
            document: release.document.as_ref().map(|name| Upload {
                name: name.clone(),
                media_type: "application/pdf".to_owned(),
                bytes: paper::page(&[
                    "Permission to speak with an agency",
                    &format!("Office: {}", self.books.office.office.name),
                    &format!("Agency: {}", doing.opened.agency.as_deref().unwrap_or_default()),
                    &format!("Signed on {signed_on}, {}", release.method),
                    &format!("Formality: {}", release.formality),
                    "I may take this back at any time.",
                ]),
            }),
        })
    }

    async fn latest_release(&self, doing: &Doing<'_>) -> Result<ReleaseId, TownError> {
        let (mut look, case) = self.seen(doing.opened.id).await?;
        let all = store::consents::releases(&mut look, &case).await?;
        let latest = all.iter().max_by_key(|release| (release.recorded_at, release.id));
        latest
            .map(|release| release.id)
            .ok_or_else(|| TownError::Books("there is no release to take back".to_owned()))
    }
}
