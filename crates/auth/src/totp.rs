//! Codes of an authenticator app (RFC 6238): six digits that change every half minute, each taken once.

use std::fmt::Write as _;

use jiff::Timestamp;
use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Builder, Totp};

use crate::chance;

const SECONDS_A_STEP: u64 = 30;

/// The half minute a code belongs to, counted from 1970. Stored with the login, so that no code works twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step(pub u64);

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotpFault {
    #[error("the code is wrong, or too old")]
    Wrong,
    #[error("the code, or a later one, was used before")]
    Used,
}

/// What the app and we share: 160 random bits. Kept sealed; never shown after it was set up.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[authenticator secret]")
    }
}

impl TotpSecret {
    pub fn generate() -> Self {
        Self(chance::bytes())
    }

    /// The bytes that were sealed, opened again.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes to seal.
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// For typing into an app by hand, in groups of four.
    pub fn to_type(&self) -> String {
        let text = self.base32();
        let groups: Vec<&str> = text
            .as_bytes()
            .chunks(4)
            .filter_map(|group| str::from_utf8(group).ok())
            .collect();
        groups.join(" ")
    }

    /// The secret as apps write it.
    pub fn base32(&self) -> String {
        self.code("", "").secret().to_base32()
    }

    /// The address an app understands. `issuer` is the office, `account` the login.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        self.code(issuer, account)
            .to_url()
            .expect("issuer and account hold no colon, and the account a sign")
    }

    /// The address as a picture to be scanned: black on white in either theme, with the quiet border it needs.
    pub fn qr_svg(&self, issuer: &str, account: &str) -> String {
        svg(&self.uri(issuer, account))
    }

    /// Checks a code at an instant, one step early or late. Returns the step to store; `last` is the step stored
    /// by the code before this one.
    pub fn check(&self, typed: &str, now: Timestamp, last: Option<Step>) -> Result<Step, TotpFault> {
        let digits: String = typed
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .take(7)
            .collect();
        let seconds = u64::try_from(now.as_second()).map_err(|_| TotpFault::Wrong)?;
        let step = self
            .code("", "")
            .check(&digits, seconds)
            .map(Step)
            .ok_or(TotpFault::Wrong)?;
        if last.is_some_and(|last| step <= last) {
            return Err(TotpFault::Used);
        }
        Ok(step)
    }

    /// The code an app would show at an instant, for tests and for the demo's printed login.
    pub fn code_at(&self, now: Timestamp) -> String {
        self.code("", "")
            .generate(u64::try_from(now.as_second()).unwrap_or(0))
            .to_string()
    }

    fn code(&self, issuer: &str, account: &str) -> Totp {
        let without_colon = |text: &str| text.replace(':', " ").trim().to_owned();
        let account = Some(without_colon(account)).filter(|account| !account.is_empty());
        let issuer = Some(without_colon(issuer)).filter(|issuer| !issuer.is_empty());
        Builder::new()
            .with_secret(self.0)
            .with_step_duration(SECONDS_A_STEP)
            .with_account_name(account.unwrap_or_else(|| "login".to_owned()))
            .with_issuer(issuer)
            .build()
            .expect("160 bits, six digits and half a minute are what the standard asks for")
    }
}

/// One path for all dark squares: small, and without any style that a strict page would refuse.
fn svg(text: &str) -> String {
    const QUIET: usize = 4;
    // Falls back to less redundancy before it gives up; an address over 2,900 signs cannot be scanned at all.
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .or_else(|_| QrCode::with_error_correction_level(text, EcLevel::L));
    let Ok(code) = code else {
        return String::new();
    };
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in code.to_colors().iter().enumerate() {
        if *color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn rfc() -> TotpSecret {
        TotpSecret(*b"12345678901234567890")
    }

    /// RFC 6238, appendix B (SHA-1); the last six of its eight digits.
    const VECTORS: [(i64, &str); 6] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];

    #[test]
    fn the_standards_vectors_are_met() {
        for (seconds, code) in VECTORS {
            assert_eq!(rfc().code_at(at(seconds)), code);
            let step = u64::try_from(seconds).unwrap() / 30;
            assert_eq!(rfc().check(code, at(seconds), None), Ok(Step(step)));
        }
    }

    #[test]
    fn one_step_early_or_late_is_taken_and_no_more() {
        let now = at(1_111_111_109);
        for (away, taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let code = rfc().code_at(at(1_111_111_109 + away));
            assert_eq!(rfc().check(&code, now, None).is_ok(), taken, "{away}");
        }
    }

    #[test]
    fn a_code_works_once_and_an_older_one_not_after_it() {
        let now = at(1_234_567_890);
        let code = rfc().code_at(now);
        let step = rfc().check(&code, now, None).unwrap();
        assert_eq!(rfc().check(&code, now, Some(step)), Err(TotpFault::Used));
        let older = rfc().code_at(at(1_234_567_890 - 30));
        assert_eq!(rfc().check(&older, now, Some(step)), Err(TotpFault::Used));
        let newer = rfc().code_at(at(1_234_567_890 + 30));
        assert_eq!(rfc().check(&newer, now, Some(step)), Ok(Step(step.0 + 1)));
        // The twin: with the step forgotten, the same code opens a second time.
        assert_eq!(rfc().check(&code, now, None), Ok(step));
    }

    #[test]
    fn spaces_are_forgiven_and_everything_else_is_wrong() {
        let now = at(1_234_567_890);
        assert!(rfc().check(" 005 924 ", now, None).is_ok());
        for wrong in [
            "",
            "5924",
            "0059240",
            "00592a",
            "+05924",
            "００５９２４",
            "-5924",
            "005925",
        ] {
            assert_eq!(rfc().check(wrong, now, None), Err(TotpFault::Wrong), "{wrong}");
        }
        assert_eq!(rfc().check("005924", at(-5), None), Err(TotpFault::Wrong));
    }

    #[test]
    fn the_address_names_office_and_login() {
        let uri = rfc().uri("Office of Rep. Whitfield: Springfield", "marta@whitfield.example");
        assert!(uri.starts_with("otpauth://totp/Office%20of%20Rep."), "{uri}");
        assert!(uri.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{uri}");
        let read = Totp::from_url(&uri).unwrap();
        assert_eq!(read.generate(59).to_string(), "287082");
        assert!(rfc().uri("", "").contains("/login?"), "{}", rfc().uri("", ""));
    }

    #[test]
    fn the_picture_is_one_svg_without_style_or_script() {
        let picture = rfc().qr_svg("Office", "marta@whitfield.example");
        assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>"));
        assert!(
            picture.contains("M4 4h1v1h-1z"),
            "the finder's corner stands inside the quiet border"
        );
        assert!(!picture.contains("style") && !picture.contains("script"));
    }

    #[test]
    fn secrets_differ_are_kept_whole_and_never_shown() {
        let secret = TotpSecret::generate();
        assert_ne!(secret, TotpSecret::generate());
        assert_eq!(TotpSecret::from_bytes(secret.as_bytes()), Some(secret.clone()));
        assert_eq!(TotpSecret::from_bytes(&[1; 19]), None);
        assert_eq!(secret.to_type().replace(' ', ""), secret.base32());
        assert_eq!(format!("{secret:?}"), "[authenticator secret]");
    }
}
