//! Letters out, and the thread they belong to.

use domain::{
    ids::{CaseId, DisclosureId, LetterId, PersonId, StaffId},
    letters::{Letter, LetterState, ToKind},
    people::Way,
};
use jiff::Timestamp;

use crate::{Act, Reader, StoreError, cases::SeenCase, engine::Column, record, statements, word_columns};

word_columns!(ToKind, LetterState);

record!(Letter, "letters", [
    id: LetterId, case_id: Option<CaseId>, person_id: Option<PersonId>, to_kind: ToKind, to_name: String,
    to_address: String, way: Way, template: Option<String>, template_version: Option<i64>, language: String,
    subject: String, body: String, state: LetterState, message_id: Option<String>, thread_token: Option<String>,
    in_reply_to: Option<String>, disclosure_id: Option<DisclosureId>, drafted_at: Timestamp, drafted_by: StaffId,
    signed_off_by: Option<StaffId>, queued_at: Option<Timestamp>, sent_at: Option<Timestamp>, attempts: i64,
    last_error: Option<String>, version: i64,
], version: version);

statements! {
    OF_CASE = of Letter, "where t.office_id = $1 and t.case_id = $2 order by t.drafted_at desc, t.id limit 200";
    ONE = of Letter, "where t.office_id = $1 and t.case_id = $2 and t.id = $3";
    CASE_BY_TOKEN = "select case_id from letters where office_id = $1 and thread_token = $2 and case_id is not null
        order by id limit 1";
    CASE_BY_MESSAGE = "select case_id from letters where office_id = $1 and message_id = $2 and case_id is not null
        order by id limit 1";
    LETTER_BY_MESSAGE = of Letter, "where t.office_id = $1 and t.message_id = $2 order by t.id limit 1";
}

pub async fn of_case<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Letter>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(OF_CASE, &params).await
}

pub async fn one<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    id: LetterId,
) -> Result<Option<Letter>, StoreError> {
    let params = [
        reader.reader().office_id.to_value(),
        case.id.to_value(),
        id.to_value(),
    ];
    reader.transaction().one(ONE, &params).await
}

impl Act<'_> {
    /// The case a thread token was made for. For the house only: a token says nothing about who may see the case.
    pub async fn case_by_thread_token(&mut self, token: &str) -> Result<Option<CaseId>, StoreError> {
        let params = [self.office_id().to_value(), token.to_owned().to_value()];
        Ok(self
            .tx()
            .one::<(CaseId,)>(CASE_BY_TOKEN, &params)
            .await?
            .map(|(id,)| id))
    }

    /// The case of a letter of ours with this Message-ID.
    pub async fn case_by_message_id(&mut self, message_id: &str) -> Result<Option<CaseId>, StoreError> {
        let params = [self.office_id().to_value(), message_id.to_owned().to_value()];
        Ok(self
            .tx()
            .one::<(CaseId,)>(CASE_BY_MESSAGE, &params)
            .await?
            .map(|(id,)| id))
    }

    /// A letter of ours by its Message-ID, as a bounce names it.
    pub async fn letter_by_message_id(&mut self, message_id: &str) -> Result<Option<Letter>, StoreError> {
        let params = [self.office_id().to_value(), message_id.to_owned().to_value()];
        self.tx().one(LETTER_BY_MESSAGE, &params).await
    }

    /// A letter by id, locked, for the queue.
    pub async fn letter(&mut self, id: LetterId) -> Result<Option<Letter>, StoreError> {
        self.row(id.0).await
    }
}
