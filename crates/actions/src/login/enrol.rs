//! Setting up the second factor: a secret for the phone, one code to prove that it arrived, codes for a lost phone.
//!
//! Until it is proved the secret is nowhere: it is made anew from the session and the office's key, so that a page
//! loaded twice shows one secret, and a half-made set-up leaves nothing behind.

use auth::{RecoveryCode, Step, TotpSecret};
use domain::{
    ids::StaffId,
    staff::{SessionStage, Staff},
};
use files::Place;

use super::{Visitor, deed, is_fresh, stage, tries::Tries};
use crate::{ActionError, House, Refused};

/// What is shown while the second factor is set up.
#[derive(Clone)]
pub struct Enrolment {
    /// For typing into an app by hand, in groups of four.
    pub to_type: String,
    /// The address an app understands.
    pub uri: String,
    /// The same as a picture.
    pub qr_svg: String,
}

/// Begins, for somebody who must have a second factor, or who is in and wants another one.
pub async fn enrol_start(house: &House, visitor: &Visitor) -> Result<Enrolment, ActionError> {
    may_enrol(house, visitor)?;
    let secret = secret_of(house, visitor);
    let (issuer, account) = (visitor.office.name.as_str(), visitor.staff.login.as_str());
    Ok(Enrolment {
        to_type: secret.to_type(),
        uri: secret.uri(issuer, account),
        qr_svg: secret.qr_svg(issuer, account),
    })
}

/// Keeps the second factor once a code proves it, and answers the recovery codes and the secret of a new session.
pub async fn enrol_confirm(
    house: &House,
    visitor: &Visitor,
    code: &str,
) -> Result<(Vec<String>, String), ActionError> {
    may_enrol(house, visitor)?;
    let office = visitor.office.id;
    let tries = Tries::of_code(house, office, visitor.staff.id);
    tries.refuse_if_too_many(house).await?;
    let secret = secret_of(house, visitor);
    let mut act = house.desk().act(&visitor.actor).await?;
    let locked = act.staff(visitor.staff.id).await?;
    let mut staff = locked.filter(Staff::is_active).ok_or(ActionError::NotFound)?;
    let Ok(Step(step)) = secret.check(code, act.now(), None) else {
        tries.note_failure(&mut act).await?;
        act.commit(deed("login.enrol", staff.id, "refused")).await?;
        return Err(Refused::new("login-wrong-code").into());
    };
    let sheet = RecoveryCode::sheet();
    staff.totp_sealed = Some(
        house
            .keys(office)
            .totp_secrets()
            .seal(&place(staff.id), secret.as_bytes()),
    );
    staff.totp_step = i64::try_from(step).expect("half minutes since 1970 fit for ever");
    staff.recovery = sheet.iter().map(|code| text_of(&code.digest())).collect();
    act.update(&mut staff).await?;
    tries.note_success(&mut act).await?;
    act.end_sessions_of(staff.id).await?;
    let ends = visitor.is_in().then_some(visitor.session.ends_at);
    let token = stage::start(house, &mut act, &staff, SessionStage::Full, ends).await?;
    act.commit(deed("login.enrol", staff.id, "done")).await?;
    Ok((sheet.iter().map(RecoveryCode::to_text).collect(), token.to_text()))
}

fn may_enrol(house: &House, visitor: &Visitor) -> Result<(), ActionError> {
    match visitor.session.stage {
        SessionStage::Enrol => Ok(()),
        SessionStage::Full if is_fresh(house, visitor) => Ok(()),
        SessionStage::Full => Err(Refused::new("login-prove-again").into()),
        SessionStage::Password | SessionStage::Change => Err(ActionError::NotFound),
    }
}

fn secret_of(house: &House, visitor: &Visitor) -> TotpSecret {
    let session = text_of(&visitor.session.token_digest);
    let bytes = house
        .keys(visitor.office.id)
        .totp_secrets()
        .blind_index("being set up", &session);
    TotpSecret::from_bytes(&bytes[..20]).expect("twenty bytes are a secret")
}

/// Where a secret is sealed for: it opens in no other row.
pub(super) fn place(staff: StaffId) -> Place<'static> {
    Place {
        table: "staff",
        column: "totp_sealed",
        row: staff.0,
    }
}

fn text_of(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(super) fn digest_of(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(digest)
}
