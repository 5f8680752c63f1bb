//! How often somebody may try: five failures in a quarter of an hour for one name from one network, twenty for one name
//! from everywhere, then a growing wait. A network that this name came in from lately is not kept out by what others do,
//! so that nobody can lock a colleague out.

use std::net::{IpAddr, Ipv6Addr};

use domain::ids::OfficeId;
use jiff::{SignedDuration, Timestamp};
use store::{Act, staff::sessions};

use crate::{ActionError, House, Refused};

const HERE: usize = 5;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const EVERYWHERE: usize = 20;
const EVERYWHERE_WINDOW: SignedDuration = SignedDuration::from_hours(24);
/// The wait after the twentieth failure; it doubles with each further one.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// A network somebody came in from is known for this long.
const KNOWN: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What is counted of one attempt. Keyed digests: the table tells neither names nor networks.
pub(super) struct Tries {
    office: OfficeId,
    here: Option<String>,
    everywhere: String,
    known: Option<String>,
}

impl Tries {
    /// Of a name and a password, from one network.
    pub(super) fn of_password(house: &House, office: OfficeId, login: &str, network: &str) -> Self {
        let sealer = house.keys(office).identifiers();
        let subject = |what: &str, parts: &str| hex(&sealer.blind_index(what, parts));
        let both = format!("{login}\n{}", network_of(network));
        Self {
            office,
            here: Some(subject("login tries here", &both)),
            everywhere: subject("login tries", login),
            known: Some(subject("login known", &both)),
        }
    }

    /// Of a second factor: whoever gets this far knows the password.
    pub(super) fn of_code(house: &House, office: OfficeId, staff: domain::ids::StaffId) -> Self {
        let sealer = house.keys(office).identifiers();
        Self {
            office,
            here: None,
            everywhere: hex(&sealer.blind_index("code tries", &staff.to_string())),
            known: None,
        }
    }

    /// Refuses an attempt that comes too soon.
    pub(super) async fn refuse_if_too_many(&self, house: &House) -> Result<(), ActionError> {
        let now = house.desk().now();
        let mut until = None;
        if let Some(here) = &self.here {
            until = wait_here(&self.since(house, here, now - WINDOW).await?);
        }
        if !self.is_known(house, now).await? {
            let failed = self
                .since(house, &self.everywhere, now - EVERYWHERE_WINDOW)
                .await?;
            until = until.max(wait_everywhere(&failed));
        }
        match until {
            Some(until) if until > now => Err(Refused::new("login-too-many")
                .with("minutes", &minutes(until.duration_since(now)))
                .into()),
            Some(_) | None => Ok(()),
        }
    }

    async fn is_known(&self, house: &House, now: Timestamp) -> Result<bool, ActionError> {
        match &self.known {
            Some(known) => Ok(!self.since(house, known, now - KNOWN).await?.is_empty()),
            None => Ok(false),
        }
    }

    async fn since(
        &self,
        house: &House,
        subject: &str,
        since: Timestamp,
    ) -> Result<Vec<Timestamp>, ActionError> {
        Ok(sessions::attempts(house.desk(), self.office, subject, since).await?)
    }

    /// Notes a failure, in the act that says so.
    pub(super) async fn note_failure(&self, act: &mut Act<'_>) -> Result<(), ActionError> {
        let subjects: Vec<String> = self
            .here
            .iter()
            .cloned()
            .chain([self.everywhere.clone()])
            .collect();
        Ok(act.note_login_attempts(&subjects).await?)
    }

    /// Notes that it went well: failures are forgotten, and the network is known.
    pub(super) async fn note_success(&self, act: &mut Act<'_>) -> Result<(), ActionError> {
        let all: Vec<String> = self
            .here
            .iter()
            .chain(&self.known)
            .cloned()
            .chain([self.everywhere.clone()])
            .collect();
        let before = act.now() - KNOWN;
        act.forget_login_attempts(&all, before).await?;
        let known: Vec<String> = self.known.iter().cloned().collect();
        Ok(act.note_login_attempts(&known).await?)
    }
}

/// Until when a name waits on one network: until the fifth newest failure is a quarter of an hour old.
fn wait_here(failed: &[Timestamp]) -> Option<Timestamp> {
    failed.get(HERE - 1).map(|fifth| *fifth + WINDOW)
}

/// Until when a name waits wherever it is tried from.
fn wait_everywhere(failed: &[Timestamp]) -> Option<Timestamp> {
    let over = failed.len().checked_sub(EVERYWHERE)?;
    let doubled = FIRST_WAIT * i32::try_from(1_u32 << over.min(6)).expect("64 at most");
    failed.first().map(|newest| *newest + doubled.min(LONGEST_WAIT))
}

/// Minutes as one says them: never none.
fn minutes(wait: SignedDuration) -> i64 {
    (wait.as_secs() + 59).div_euclid(60).max(1)
}

/// One household's or office's share of the network: a whole /64 of IPv6 is one, since its owner has all of it.
fn network_of(text: &str) -> String {
    match text.parse::<IpAddr>() {
        Ok(IpAddr::V6(v6)) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.to_string(),
            None => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).to_string(),
        },
        Ok(IpAddr::V4(v4)) => v4.to_string(),
        Err(_) => text.chars().take(64).collect(),
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
    }

    #[test]
    fn the_fifth_failure_from_one_network_waits_a_quarter_of_an_hour() {
        let failed: Vec<Timestamp> = (0..5).rev().map(at).collect();
        assert_eq!(wait_here(&failed), Some(at(15)));
        assert_eq!(wait_here(&failed[..4]), None);
    }

    #[test]
    fn from_everywhere_the_wait_grows_and_stops_growing() {
        let wait = |n: usize| wait_everywhere(&vec![at(0); n]).map(|until| until.duration_since(at(0)));
        assert_eq!(wait(19), None);
        assert_eq!(wait(20), Some(SignedDuration::from_secs(30)));
        assert_eq!(wait(21), Some(SignedDuration::from_secs(60)));
        assert_eq!(wait(24), Some(SignedDuration::from_mins(8)));
        assert_eq!(wait(25), Some(LONGEST_WAIT));
        assert_eq!(wait(100), Some(LONGEST_WAIT));
    }

    #[test]
    fn a_whole_prefix_of_the_new_addresses_is_one_network() {
        assert_eq!(network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::9"));
        assert_ne!(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:3::9"));
        assert_eq!(network_of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(network_of("192.0.2.7"), network_of("192.0.2.8"));
        assert_eq!(network_of("unknown"), "unknown");
    }

    #[test]
    fn a_wait_is_said_in_whole_minutes() {
        assert_eq!(minutes(SignedDuration::from_secs(1)), 1);
        assert_eq!(minutes(SignedDuration::from_secs(61)), 2);
    }
}
