//! Letters out, and the thread they belong to.

use domain::{
    access::Who,
    ids::{CaseId, DisclosureId, InquiryId, LetterId, OfficeId, PersonId, ReplyId, StaffId},
    letters::{Letter, LetterState, ToKind},
    people::Way,
};
use jiff::Timestamp;

use crate::{
    Act, Reader, StoreError,
    cases::SeenCase,
    engine::{Column, Value},
    json_columns,
    people::SeenPerson,
    read_model, record, sight, statements, word_columns,
};

word_columns!(ToKind, LetterState);
json_columns!(Vec<ReplyId>);

record!(Letter, "letters", [
    id: LetterId, case_id: Option<CaseId>, person_id: Option<PersonId>, to_kind: ToKind, to_name: String,
    to_address: String, way: Way, template: Option<String>, template_version: Option<i64>, language: String,
    subject: String, body: String, state: LetterState, message_id: Option<String>, thread_token: Option<String>,
    in_reply_to: Option<String>, disclosure_id: Option<DisclosureId>, drafted_at: Timestamp, drafted_by: StaffId,
    signed_off_by: Option<StaffId>, confirmed_by: Option<StaffId>, confirmed_reason: Option<String>,
    tells_of: Vec<ReplyId>, queued_at: Option<Timestamp>, sent_at: Option<Timestamp>, attempts: i64,
    last_error: Option<String>, version: i64,
], version: version);

statements! {
    OF_CASE = of Letter, "where t.office_id = $1 and t.case_id = $2 order by t.drafted_at desc, t.id limit 200";
    ONE = of Letter, "where t.office_id = $1 and t.case_id = $2 and t.id = $3";
    /// on their way to one person: what stops at once when an address turns out unsafe
    ON_THEIR_WAY = of Letter, "where t.office_id = $1 and t.person_id = $2 and t.state in ('queued', 'sending')
        order by t.id limit 500";
    CASE_OF = "select case_id from letters where office_id = $1 and id = $2";
    /// letters in the post that rely on one release or override
    ON_BASIS = "select distinct t.id, t.state, i.id from letters t join inquiries i on i.office_id = t.office_id and i.letter_id = t.id
        join disclosures d on d.office_id = i.office_id and d.inquiry_id = i.id
        where t.office_id = $1 and t.state in ('queued', 'sending') and d.basis_id = $2 order by t.id limit 500";
    SAME_MAILBOX_LOCKED = {
        postgres: "select id from contact_points where office_id = $1 and kind = 'email' and norm = $2 order by id for update",
        sqlite: "select id from contact_points where office_id = $1 and kind = 'email' and norm = $2 order by id",
    };
    LAST_BY_HOUSE = "select max(drafted_at) from letters where office_id = $1 and to_address = $2 and drafted_by = $3";
    OUTBOX = concat!("select t.id, t.case_id, c.reference, t.to_kind, t.to_name, t.way, t.subject, t.state, t.queued_at,
        t.last_error from letters t join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and t.state <> 'draft' and t.queued_at is not null and (t.queued_at, t.id) < ($6, $7) and ",
        sight!("c"), " order by t.queued_at desc, t.id desc limit $8");
    /// with the brackets it was sent with, or without
    /// the same, of some states; the four are given again where there are fewer
    OUTBOX_IN = concat!("select t.id, t.case_id, c.reference, t.to_kind, t.to_name, t.way, t.subject, t.state, t.queued_at,
        t.last_error from letters t join cases c on c.office_id = t.office_id and c.id = t.case_id
        where t.office_id = $1 and t.state in ($9, $10, $11, $12) and t.queued_at is not null
        and (t.queued_at, t.id) < ($6, $7) and ",
        sight!("c"), " order by t.queued_at desc, t.id desc limit $8");
    LETTER_BY_MESSAGE = of Letter, "where t.office_id = $1 and t.message_id in ($2, $3) order by t.id limit 1";
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

read_model! {
    /// A letter as the list of the post shows it.
    pub struct PostLine {
        pub id: LetterId,
        pub case_id: CaseId,
        pub reference: String,
        pub to_kind: ToKind,
        pub to_name: String,
        pub way: Way,
        pub subject: String,
        pub state: LetterState,
        pub queued_at: Timestamp,
        /// A key of the words for what went wrong.
        pub last_error: Option<String>,
    }
}

/// What is in the post, or was, of the cases the reader may see: newest first, after the last one shown.
pub async fn post<'d>(
    reader: &mut impl Reader<'d>,
    before: Option<(Timestamp, LetterId)>,
    limit: i64,
) -> Result<Vec<PostLine>, StoreError> {
    let latest = Timestamp::from_second(221_845_392_000).map_err(StoreError::broken)?;
    let (at, id) = before.unwrap_or((latest, LetterId(uuid::Uuid::max())));
    let mut params = reader.sight_params();
    params.extend([at.to_value(), id.to_value(), limit.to_value()]);
    reader.transaction().all(OUTBOX, &params).await
}

/// As [`post`], of up to four states.
pub async fn post_in<'d>(
    reader: &mut impl Reader<'d>,
    states: &[LetterState],
    before: Option<(Timestamp, LetterId)>,
    limit: i64,
) -> Result<Vec<PostLine>, StoreError> {
    let latest = Timestamp::from_second(221_845_392_000).map_err(StoreError::broken)?;
    let (at, id) = before.unwrap_or((latest, LetterId(uuid::Uuid::max())));
    let mut params = reader.sight_params();
    params.extend([at.to_value(), id.to_value(), limit.to_value()]);
    let states = states.iter().cycle().take(4).map(Column::to_value);
    params.extend(states);
    reader.transaction().all(OUTBOX_IN, &params).await
}

/// A letter of a case the reader may see, with its case.
pub async fn seen<'d>(
    reader: &mut impl Reader<'d>,
    id: LetterId,
) -> Result<Option<(SeenCase, Letter)>, StoreError> {
    let params = [reader.reader().office_id.to_value(), id.to_value()];
    let found = reader
        .transaction()
        .one::<(Option<CaseId>,)>(CASE_OF, &params)
        .await?;
    let Some((Some(case),)) = found else {
        return Ok(None);
    };
    let Some(case) = crate::cases::by_id(reader, case).await? else {
        return Ok(None);
    };
    Ok(one(reader, &case, id).await?.map(|letter| (case, letter)))
}

/// A letter of ours by its Message-ID, as an answer or a bounce names it. For the house only: a Message-ID says
/// nothing about who may see the letter.
pub async fn by_message_id<'d>(
    reader: &mut impl Reader<'d>,
    message_id: &str,
) -> Result<Option<Letter>, StoreError> {
    if !matches!(reader.reader().who, Who::House) {
        return Ok(None);
    }
    let params = bare_or_bracketed(reader.reader().office_id, message_id);
    reader.transaction().one(LETTER_BY_MESSAGE, &params).await
}

/// A Message-ID as it may be kept: mail writes it in brackets, and reads it without.
fn bare_or_bracketed(office: OfficeId, message_id: &str) -> [Value; 3] {
    let bare = message_id.trim_matches(['<', '>']);
    [
        office.to_value(),
        bare.to_owned().to_value(),
        format!("<{bare}>").to_value(),
    ]
}

impl Act<'_> {
    /// The case of a letter, unlocked, so that the case can be locked before the letter. None: no such letter.
    pub async fn case_of_letter(&mut self, id: LetterId) -> Result<Option<Option<CaseId>>, StoreError> {
        let params = [self.office_id().to_value(), id.to_value()];
        let found = self.tx().one::<(Option<CaseId>,)>(CASE_OF, &params).await?;
        Ok(found.map(|(case,)| case))
    }

    /// Letters in the post that rely on a release or an override, of whatever case, and their inquiries.
    pub async fn letters_on_basis(
        &mut self,
        basis: uuid::Uuid,
    ) -> Result<Vec<(LetterId, LetterState, InquiryId)>, StoreError> {
        let params = [self.office_id().to_value(), Value::Uuid(basis)];
        self.tx().all(ON_BASIS, &params).await
    }

    /// When the house last wrote to a mailbox by itself. Locks the mailbox, so that two answers cannot both be the
    /// first of the day.
    pub async fn last_written_by_house(&mut self, mailbox: &str) -> Result<Option<Timestamp>, StoreError> {
        let office = self.office_id().to_value();
        let address = mailbox.to_owned().to_value();
        let of_mailbox = [office.clone(), address.clone()];
        self.tx()
            .all::<(uuid::Uuid,)>(SAME_MAILBOX_LOCKED, &of_mailbox)
            .await?;
        let house = domain::access::Actor::house(self.office_id()).staff_id();
        let params = [office, address, house.to_value()];
        let found = self
            .tx()
            .one::<(Option<Timestamp>,)>(LAST_BY_HOUSE, &params)
            .await?;
        Ok(found.and_then(|(at,)| at))
    }

    /// Letters to a person that are queued or being sent, whoever may see their cases: safety outranks sight.
    pub async fn letters_on_their_way(&mut self, person: &SeenPerson) -> Result<Vec<Letter>, StoreError> {
        let params = [self.office_id().to_value(), person.id.to_value()];
        self.tx().all(ON_THEIR_WAY, &params).await
    }

    /// A letter by id, locked, for the queue.
    pub async fn letter(&mut self, id: LetterId) -> Result<Option<Letter>, StoreError> {
        self.row(id.0).await
    }
}
