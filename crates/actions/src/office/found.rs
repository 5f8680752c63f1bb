//! Found an office: its first programme, and the first administrator, who then lets the others in.

use auth::passwords::Typed;
use domain::{
    access::Actor,
    ids::{OfficeId, ProgrammeId, StaffId},
    office::{Office, Programme},
    staff::{Role, Staff},
};
use store::ledger::Deed;

use crate::{ActionError, FieldFault, House};

/// What an office starts with.
#[derive(Debug, Clone)]
pub struct FoundOffice {
    pub name: String,
    pub slug: String,
    pub zone: String,
    pub calendar: String,
    pub cadence_days: i64,
    pub totp_required: bool,
    pub language: String,
    pub mail_from: String,
    /// The number letters say to call.
    pub phone: String,
    /// Title and case model of each programme.
    pub programmes: Vec<(String, String)>,
    pub admin_name: String,
    pub admin_login: String,
    pub admin_password: String,
}

/// Founds an office and answers its id and its first administrator's.
pub async fn found(house: &House, what: FoundOffice) -> Result<(OfficeId, StaffId), ActionError> {
    let desk = house.desk();
    let id = OfficeId(desk.new_id());
    if jiff::tz::TimeZone::get(&what.zone).is_err() {
        return Err(ActionError::Invalid(vec![FieldFault::new(
            "zone",
            "field-zone-unknown",
        )]));
    }
    let mut act = desk.act(&Actor::house(id)).await?;
    let office = Office {
        id,
        name: what.name,
        slug: what.slug,
        zone: what.zone,
        calendar: what.calendar,
        cadence_days: what.cadence_days,
        totp_required: what.totp_required,
        language: what.language.clone(),
        mail_from: what.mail_from,
        phone: what.phone,
        created_at: act.now(),
        version: 0,
    };
    act.insert(&office).await?;
    for (title, model_id) in what.programmes {
        let newest = domain::cases::models::newest(house.models(), &model_id);
        let Some(model) = newest else {
            return Err(ActionError::Invalid(vec![FieldFault::new(
                "programme",
                "field-model-unknown",
            )]));
        };
        let programme = Programme {
            id: ProgrammeId(act.new_id()),
            title,
            model_id,
            model_version: model.version,
            version: 0,
        };
        act.insert(&programme).await?;
    }
    let hash = house
        .passwords()
        .hash(&Typed::new(&what.admin_password))
        .map_err(|f| ActionError::Files(Box::new(f)))?;
    let admin = Staff {
        id: StaffId(act.new_id()),
        name: what.admin_name,
        login: what.admin_login.trim().to_lowercase(),
        role: Role::Administrator,
        password_hash: Some(hash),
        must_change: false,
        first_until: None,
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        language: what.language,
        disabled_on: None,
        created_at: act.now(),
        version: 0,
    };
    act.insert(&admin).await?;
    let deed = Deed {
        action: "office.found",
        object: "offices",
        object_id: id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await?;
    Ok((id, admin.id))
}
