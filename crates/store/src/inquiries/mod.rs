//! Inquiries and their replies.

use domain::{
    consents::DataClass,
    ids::{CaseId, DisclosureId, DocumentId, EntryId, InquiryId, LetterId, ReplyId, StaffId},
    inquiries::{AgencyChannel, Chase, Inquiry, InquiryPurpose, InquiryState, Learned, Reply, ReplyKind},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Reader, StoreError, cases::SeenCase, engine::Column, json_columns, record, statements, word_columns,
};

word_columns!(InquiryState, ReplyKind, Learned);
json_columns!(Vec<Chase>);

record!(Inquiry, "inquiries", [
    id: InquiryId, case_id: CaseId, agency: String, liaison: Option<String>, purpose: InquiryPurpose,
    question: String, data_classes: Vec<DataClass>, channel: AgencyChannel, state: InquiryState, drafted_at: Timestamp,
    drafted_by: StaffId, sent_on: Option<Date>, agency_ref: Option<String>, due_on: Option<Date>,
    chase_on: Option<Date>, chases: Vec<Chase>, disclosure_id: Option<DisclosureId>, letter_id: Option<LetterId>,
    closed_on: Option<Date>, version: i64,
], version: version);

record!(Reply, "replies", [
    id: ReplyId, inquiry_id: InquiryId, case_id: CaseId, kind: ReplyKind, learned: Learned, acted_on: Option<Date>,
    known_on: Date, text: String, comment: Option<String>, expected_on: Option<Date>, reason: Option<String>,
    open_questions: Vec<String>, referred_to: Option<String>, document_id: Option<DocumentId>,
    told_by: Option<EntryId>, recorded_by: StaffId, recorded_at: Timestamp,
]);

statements! {
    OF_CASE = of Inquiry, "where t.office_id = $1 and t.case_id = $2 order by t.drafted_at desc, t.id limit 200";
    ONE = of Inquiry, "where t.office_id = $1 and t.case_id = $2 and t.id = $3";
    REPLIES = of Reply, "where t.office_id = $1 and t.case_id = $2 order by t.known_on desc, t.id limit 500";
    /// the last time an inquiry of this person to this agency was closed, for the rule of the fresh release
    LAST_CLOSED = "select max(t.closed_on) from inquiries t join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and c.person_id = $2 and t.agency = $3 and t.closed_on is not null
        and t.sent_on is not null";
}

pub async fn of_case<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Inquiry>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(OF_CASE, &params).await
}

pub async fn one<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    id: InquiryId,
) -> Result<Option<Inquiry>, StoreError> {
    let params = [
        reader.reader().office_id.to_value(),
        case.id.to_value(),
        id.to_value(),
    ];
    reader.transaction().one(ONE, &params).await
}

pub async fn replies<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Reply>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(REPLIES, &params).await
}

/// The day the subject's last inquiry to an agency was closed, if there was one.
pub async fn last_closed<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    agency: &str,
) -> Result<Option<Date>, StoreError> {
    let Some(person) = case.person_id else {
        return Ok(None);
    };
    let params = [
        reader.reader().office_id.to_value(),
        person.to_value(),
        agency.to_owned().to_value(),
    ];
    Ok(reader
        .transaction()
        .one::<(Option<Date>,)>(LAST_CLOSED, &params)
        .await?
        .and_then(|(on,)| on))
}
