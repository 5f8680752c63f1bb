//! Releases, overrides and the log of disclosures.

use domain::{
    consents::{
        BasisKind, Capacity, DataClass, DisclosureRecord, Formality, LawfulBasis, Method, NamedAgencies,
        OralStatement, Override, OverrideRole, RecipientNamed, Release, Scope, Translation,
    },
    ids::{CaseId, DisclosureId, DocumentId, InquiryId, OverrideId, PersonId, ReleaseId, StaffId},
    inquiries::{AgencyChannel, InquiryPurpose},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Act, Reader, StoreError,
    cases::SeenCase,
    engine::{Column, Columns, Statement, Value},
    json_columns,
    people::SeenPerson,
    record, sight, statements, word_columns,
};

word_columns!(
    Capacity,
    Method,
    Formality,
    RecipientNamed,
    Translation,
    OverrideRole,
    LawfulBasis,
    BasisKind,
    AgencyChannel,
    InquiryPurpose
);
json_columns!(NamedAgencies, Scope, OralStatement, Vec<DataClass>);

record!(Release, "releases", [
    id: ReleaseId, case_id: CaseId, person_id: PersonId, signer_name: String, capacity: Capacity,
    proof_document: Option<DocumentId>, recipient_named: Option<RecipientNamed>, agencies: NamedAgencies,
    scope: Scope, method: Method, formality: Formality, signed_on: Date, received_on: Date,
    expires_on: Option<Date>, language: String, translation: Translation, oral: Option<OralStatement>,
    revoked_on: Option<Date>, revoked_by: Option<StaffId>, revoked_how: Option<String>,
    document_id: Option<DocumentId>, document_digest: Option<String>, pack_version: String, recorded_by: StaffId,
    recorded_at: Timestamp, version: i64,
], version: version);

record!(Override, "overrides", [
    id: OverrideId, case_id: CaseId, inquiry_id: InquiryId, person_id: PersonId, agency: String, reason: String,
    decided_by: StaffId, role: OverrideRole, lawful_basis: Option<LawfulBasis>, decided_on: Date,
    rules: Vec<String>, pack_version: String, recorded_at: Timestamp,
]);

record!(DisclosureRecord, "disclosures", [
    id: DisclosureId, case_id: CaseId, person_id: PersonId, recipient: String, purpose: InquiryPurpose,
    data_classes: Vec<DataClass>, basis: BasisKind, basis_id: Option<uuid::Uuid>, rule: String,
    pack_version: String, at: Timestamp, by: StaffId, channel: AgencyChannel, inquiry_id: Option<InquiryId>,
]);

statements! {
    RELEASES = of Release, "where t.office_id = $1 and t.case_id = $2 order by t.received_on desc, t.id limit 200";
    /// every release of one subject, whatever case it was recorded on: the gate asks per person
    RELEASES_OF = of Release, "where t.office_id = $1 and t.person_id = $2 order by t.received_on desc, t.id limit 200";
    RELEASES_OF_LOCKED = {
        postgres: "select id from releases where office_id = $1 and person_id = $2 order by id for update",
        sqlite: "select id from releases where office_id = $1 and person_id = $2 order by id",
    };
    /// of one person, on the cases the reader may see
    OF_PERSON = of Release, concat!("join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and t.person_id = $6 and ", sight!("c"), " order by t.received_on desc, t.id limit 200");
    /// what was shared about one person, on the cases the reader may see
    SHARED_ABOUT = of DisclosureRecord, concat!("join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and t.person_id = $6 and ", sight!("c"), " order by t.at desc, t.id limit 200");
    OVERRIDES = of Override, "where t.office_id = $1 and t.case_id = $2 order by t.recorded_at desc, t.id limit 200";
    OVERRIDES_ALL = of Override, "where t.office_id = $1 and (t.recorded_at, t.id) < ($2, $3)
        order by t.recorded_at desc, t.id desc limit $4";
    /// the same with each case's reference, of the cases the reader may see
    OVERRIDES_SEEN = of Override, "c.reference" concat!("join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and (t.recorded_at, t.id) < ($6, $7) and ", sight!("c"),
        " order by t.recorded_at desc, t.id desc limit $8");
    /// what went out on one release, of the cases the reader may see
    ON_BASIS = of DisclosureRecord, concat!("join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and t.basis_id = $6 and ", sight!("c"), " order by t.at desc, t.id limit 200");
    OF_INQUIRY = of DisclosureRecord, "where t.office_id = $1 and t.inquiry_id = $2 order by t.id limit 100";
    DISCLOSURES = of DisclosureRecord, "where t.office_id = $1 and t.case_id = $2 order by t.at desc, t.id limit 200";
}

async fn beside<'d, T: Columns>(
    reader: &mut impl Reader<'d>,
    statement: Statement,
    case: &SeenCase,
) -> Result<Vec<T>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(statement, &params).await
}

pub async fn releases<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Release>, StoreError> {
    beside(reader, RELEASES, case).await
}

pub async fn overrides<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<Override>, StoreError> {
    beside(reader, OVERRIDES, case).await
}

pub async fn disclosures<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<DisclosureRecord>, StoreError> {
    beside(reader, DISCLOSURES, case).await
}

/// The releases of one person, as far as the reader may see the cases they were recorded on.
pub async fn releases_of_person<'d>(
    reader: &mut impl Reader<'d>,
    person: &SeenPerson,
) -> Result<Vec<Release>, StoreError> {
    let mut params = reader.sight_params();
    params.push(person.id.to_value());
    reader.transaction().all(OF_PERSON, &params).await
}

/// What left the office about one person, as far as the reader may see the cases.
pub async fn shared_about<'d>(
    reader: &mut impl Reader<'d>,
    person: &SeenPerson,
) -> Result<Vec<DisclosureRecord>, StoreError> {
    let mut params = reader.sight_params();
    params.push(person.id.to_value());
    reader.transaction().all(SHARED_ABOUT, &params).await
}

/// Every release of the subject of a case, as the gate sees them.
pub async fn releases_of_subject<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
) -> Result<Vec<Release>, StoreError> {
    let Some(person) = case.person_id else {
        return Ok(Vec::new());
    };
    let params = [reader.reader().office_id.to_value(), person.to_value()];
    reader.transaction().all(RELEASES_OF, &params).await
}

impl Act<'_> {
    /// As [`releases_of_subject`], locked: a revocation and a sending that relies on it cannot both win.
    pub async fn releases_of_subject_locked(&mut self, case: &SeenCase) -> Result<Vec<Release>, StoreError> {
        if let Some(person) = case.person_id {
            let params = [self.office_id().to_value(), person.to_value()];
            self.tx().all::<(ReleaseId,)>(RELEASES_OF_LOCKED, &params).await?;
        }
        releases_of_subject(self, case).await
    }
}

/// What was shared on one release or override, newest first, as far as the reader may see the cases.
pub async fn disclosures_on<'d>(
    reader: &mut impl Reader<'d>,
    basis: uuid::Uuid,
) -> Result<Vec<DisclosureRecord>, StoreError> {
    let mut params = reader.sight_params();
    params.push(Value::Uuid(basis));
    reader.transaction().all(ON_BASIS, &params).await
}

impl Act<'_> {
    /// The rows of the log of disclosures that one inquiry made.
    pub async fn disclosures_of_inquiry(
        &mut self,
        inquiry: InquiryId,
    ) -> Result<Vec<DisclosureRecord>, StoreError> {
        let params = [self.office_id().to_value(), inquiry.to_value()];
        self.tx().all(OF_INQUIRY, &params).await
    }
}

/// Decisions against the gate on the cases the reader may see, newest first, each with its case's reference.
pub async fn seen_overrides<'d>(
    reader: &mut impl Reader<'d>,
    before: Option<(Timestamp, OverrideId)>,
    limit: i64,
) -> Result<Vec<(Override, String)>, StoreError> {
    let latest = Timestamp::from_second(221_845_392_000).map_err(StoreError::broken)?;
    let (at, id) = before.unwrap_or((latest, OverrideId(uuid::Uuid::max())));
    let mut params = reader.sight_params();
    params.extend([at.to_value(), id.to_value(), limit.to_value()]);
    reader.transaction().all(OVERRIDES_SEEN, &params).await
}

/// The report for the head of the office: every decision against the gate, newest first.
pub async fn all_overrides<'d>(
    reader: &mut impl Reader<'d>,
    before: Option<(Timestamp, OverrideId)>,
    limit: i64,
) -> Result<Vec<Override>, StoreError> {
    let latest = Timestamp::from_second(221_845_392_000).map_err(StoreError::broken)?;
    let (at, id) = before.unwrap_or((latest, OverrideId(uuid::Uuid::max())));
    let params = [
        reader.reader().office_id.to_value(),
        at.to_value(),
        id.to_value(),
        limit.to_value(),
    ];
    reader.transaction().all(OVERRIDES_ALL, &params).await
}
