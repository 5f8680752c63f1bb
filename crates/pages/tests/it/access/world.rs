//! One case for each situation, each with a person, an arrival and an entry that carry words found nowhere else.

use actions::cases::OpenCase;
use domain::{
    access::{Actor, Exception, ExceptionKind},
    arrivals::{Arrival, ArrivalChannel, Fate, MatterKind, Verdict},
    cases::{Channel, Urgency, Visibility},
    consents::{Capacity, DataClass, Formality, Matter, Method, NamedAgencies, Release, Scope, Translation},
    ids::{AccessId, ArrivalId, CaseId, InquiryId, LetterId, OfficeId, PersonId, ReleaseId, StaffId},
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose, InquiryState},
    letters::{Letter, LetterState, ToKind},
    people::{BornPrecision, Interpreter, Person, SafeContact, Way},
    staff::Role,
};
use store::{Act, ledger::Deed};
use testkit::house::TestHouse;

use super::matrix::Situation;

/// What a route can be asked about, in one situation, by one visitor.
#[derive(Debug, Clone)]
pub struct Thing {
    pub reference: String,
    pub case: CaseId,
    pub person: PersonId,
    pub arrival: ArrivalId,
}

/// The things of every situation; the own one is each role's own.
pub struct World {
    own: Vec<(StaffId, Thing)>,
    office: Thing,
    restricted: Thing,
    walled: Thing,
    denied: Thing,
    foreign: Option<Thing>,
}

/// Words that only a thing nobody may see carries.
pub const CANARY: &str = "Zyxquill";

impl World {
    pub async fn build(house: &TestHouse) -> Self {
        let mut own = Vec::new();
        for role in Role::ALL {
            let id = house.id(*role);
            // Who sees no cases can have none; their own is a colleague's in the queue.
            let owner = domain::access::may(*role, domain::access::Deed::SeeCases).then_some(id);
            own.push((id, thing(house, "Own", owner, Visibility::Open).await));
        }
        let keeper = Some(house.colleague().staff_id());
        let denied = thing(house, CANARY, keeper, Visibility::Open).await;
        let mut act = house.desk().act(&house.machinery()).await.expect("an act");
        for role in Role::ALL {
            let exception = Exception {
                id: AccessId(act.new_id()),
                case_id: denied.case,
                staff_id: house.id(*role),
                kind: ExceptionKind::Deny,
                reason: "family".into(),
            };
            act.insert(&exception).await.expect("an exception");
        }
        act.commit(deed("access.deny", denied.case.0))
            .await
            .expect("a commit");
        Self {
            own,
            office: thing(house, "Office", keeper, Visibility::Open).await,
            restricted: thing(house, "Restricted", keeper, Visibility::Restricted).await,
            walled: thing(house, CANARY, keeper, Visibility::Walled).await,
            denied,
            foreign: None,
        }
    }

    /// With another office on the same database.
    pub async fn build_with_neighbour(house: &TestHouse) -> Self {
        let mut world = Self::build(house).await;
        let found = actions::office::FoundOffice {
            name: format!("Office of {CANARY}"),
            slug: "neighbour".into(),
            zone: "America/Chicago".into(),
            calendar: "us-federal".into(),
            cadence_days: 14,
            totp_required: false,
            language: "en".into(),
            mail_from: "help@neighbour.example".into(),
            phone: String::new(),
            programmes: vec![("Constituent services".into(), "constituent-casework".into())],
            admin_name: CANARY.into(),
            admin_login: "admin".into(),
            admin_password: testkit::house::PASSWORD.into(),
        };
        let (office, _) = actions::office::found(&house.house, found)
            .await
            .expect("a neighbour");
        world.foreign = Some(thing_in(house, office, CANARY, None, Visibility::Open).await);
        world
    }

    pub fn of(&self, situation: Situation, who: Option<StaffId>) -> Thing {
        let own = || {
            self.own
                .iter()
                .find(|(id, _)| Some(*id) == who)
                .unwrap_or(&self.own[0])
                .1
                .clone()
        };
        match situation {
            Situation::Own => own(),
            Situation::Office => self.office.clone(),
            Situation::Restricted => self.restricted.clone(),
            Situation::Walled => self.walled.clone(),
            Situation::Denied => self.denied.clone(),
            Situation::Foreign => self.foreign.clone().unwrap_or_else(absent),
            Situation::Absent => absent(),
        }
    }
}

/// Ids of nothing, and a reference with a right check sign that no case has.
fn absent() -> Thing {
    let nothing = uuid::Uuid::from_u128(0x00ab_0000_0000_4000_8000_0000_0000_0000);
    Thing {
        reference: domain::cases::Reference::from_random([31, 30, 29, 28, 27]).to_string(),
        case: CaseId(nothing),
        person: PersonId(nothing),
        arrival: ArrivalId(nothing),
    }
}

fn deed(action: &'static str, id: uuid::Uuid) -> Deed {
    Deed {
        action,
        object: "cases",
        object_id: id,
        case_id: None,
        outcome: "done",
        reason: None,
    }
}

async fn thing(house: &TestHouse, word: &str, owner: Option<StaffId>, visibility: Visibility) -> Thing {
    thing_in(house, house.office, word, owner, visibility).await
}

async fn thing_in(
    house: &TestHouse,
    office: OfficeId,
    word: &str,
    owner: Option<StaffId>,
    visibility: Visibility,
) -> Thing {
    let actor = Actor::house(office);
    let mut act = house.desk().act(&actor).await.expect("an act");
    let person = PersonId(act.new_id());
    act.insert(&a_person(person, word, act.now()))
        .await
        .expect("a person");
    act.commit(deed("people.open", person.0)).await.expect("a commit");
    let opened = OpenCase {
        programme_id: None,
        person_id: Some(person),
        title: format!("{word} matter"),
        summary: String::new(),
        agency: None,
        topic: None,
        level: None,
        owner_id: owner,
        channel: Channel::Phone,
        urgency: Urgency::Routine,
        sensitivity: 0,
        visibility,
        flags: vec![],
        next: None,
    };
    let reference = actions::cases::open(&house.house, &actor, opened)
        .await
        .expect("a case");
    let mut act = house.desk().act(&actor).await.expect("an act");
    let case = act.case(&reference).await.expect("found").expect("there").id;
    let arrival = an_arrival(&mut act, word, case).await;
    hang_on(&mut act, word, case, person).await;
    act.commit(deed("arrivals.take-in", arrival.0))
        .await
        .expect("a commit");
    Thing {
        reference,
        case,
        person,
        arrival,
    }
}

/// What hangs on a case, under the case's own id, so that an address filled with it finds each.
async fn hang_on(act: &mut Act<'_>, word: &str, case: CaseId, person: PersonId) {
    let today: jiff::civil::Date = "2026-03-01".parse().expect("a day");
    let release = Release {
        id: ReleaseId(case.0),
        case_id: case,
        person_id: person,
        signer_name: format!("{word} Signer"),
        capacity: Capacity::Subject,
        proof_document: None,
        recipient_named: None,
        agencies: NamedAgencies::These(vec!["dol".into()]),
        scope: Scope {
            data_classes: vec![DataClass::Status],
            matter: Matter::ThisCase,
            matter_words: Some(format!("{word} words")),
            period: None,
        },
        method: Method::Ink,
        formality: Formality::None,
        signed_on: today,
        received_on: today,
        expires_on: None,
        language: "en".into(),
        translation: Translation::Original,
        oral: None,
        revoked_on: None,
        revoked_by: None,
        revoked_how: None,
        document_id: None,
        document_digest: None,
        pack_version: String::new(),
        recorded_by: act.actor().staff_id(),
        recorded_at: act.now(),
        version: 0,
    };
    act.insert(&release).await.expect("a release");
    let inquiry = Inquiry {
        id: InquiryId(case.0),
        case_id: case,
        agency: "dol".into(),
        liaison: Some(format!("{word} Liaison")),
        purpose: InquiryPurpose::AskStatus,
        question: format!("{word} question"),
        data_classes: vec![DataClass::Status],
        channel: AgencyChannel::Phone,
        state: InquiryState::Draft,
        drafted_at: act.now(),
        drafted_by: act.actor().staff_id(),
        sent_on: None,
        agency_ref: None,
        due_on: None,
        chase_on: None,
        chases: vec![],
        disclosure_id: None,
        letter_id: None,
        closed_on: None,
        version: 0,
    };
    act.insert(&inquiry).await.expect("an inquiry");
    act.insert(&a_letter(word, case, person, act.now()))
        .await
        .expect("a letter");
}

fn a_letter(word: &str, case: CaseId, person: PersonId, now: jiff::Timestamp) -> Letter {
    Letter {
        id: LetterId(case.0),
        case_id: Some(case),
        person_id: Some(person),
        to_kind: ToKind::Person,
        to_name: format!("{word} Person"),
        to_address: format!("{word}@example.org"),
        way: Way::Email,
        template: None,
        template_version: None,
        language: "en".into(),
        subject: "A word from us".into(),
        body: format!("{word} body"),
        state: LetterState::Held,
        message_id: None,
        thread_token: None,
        in_reply_to: None,
        disclosure_id: None,
        drafted_at: now,
        drafted_by: StaffId(uuid::Uuid::nil()),
        signed_off_by: None,
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: Some(now),
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 0,
    }
}

async fn an_arrival(act: &mut Act<'_>, word: &str, case: CaseId) -> ArrivalId {
    let id = ArrivalId(act.new_id());
    let arrival = Arrival {
        id,
        channel: ArrivalChannel::Phone,
        digest: act.new_id().as_bytes().to_vec(),
        raw_object: None,
        raw_bytes: 0,
        received_at: act.now(),
        batch_id: None,
        attempts: 0,
        verdict: Verdict::ReplyToCase,
        because: vec![],
        from_name: format!("{word} Sender"),
        from_address: String::new(),
        subject: format!("{word} subject"),
        written_at: None,
        message_id: None,
        new_text: format!("{word} text"),
        quoted_text: String::new(),
        signature: String::new(),
        html: None,
        left_out: 0,
        reply_to_case: Some(case),
        person_id: None,
        fate: Fate::Waiting,
        fate_reason: None,
        fate_case: None,
        fate_by: None,
        fate_at: None,
        kind: MatterKind::NotKnown,
        language: None,
        due_hint_on: None,
        version: 0,
    };
    act.insert(&arrival).await.expect("an arrival");
    id
}

fn a_person(id: PersonId, word: &str, now: jiff::Timestamp) -> Person {
    Person {
        id,
        full_name: format!("{word} Person"),
        called: word.into(),
        sort_key: domain::people::sort_key(&format!("{word} Person")),
        other_names: vec![],
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: vec!["en".into()],
        interpreter: Interpreter::Unknown,
        pronouns: None,
        safe: SafeContact::default(),
        needs: None,
        deceased_on: None,
        do_not_contact: None,
        created_at: now,
        version: 0,
    }
}
