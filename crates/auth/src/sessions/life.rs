//! How long a stay lasts: it ends when nobody is there, at the end of the day, and asks again before heavy acts.

use jiff::{SignedDuration, Timestamp};

/// The office's limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StayRules {
    /// Over after this long without a request.
    pub idle: SignedDuration,
    /// Over after this long whatever happens.
    pub longest: SignedDuration,
    /// Acts with wide effect ask for the password again when the last proof is older than this.
    pub proof: SignedDuration,
    /// The row's last-seen instant is written no more often than this.
    pub seen_again: SignedDuration,
}

impl StayRules {
    pub const STANDARD: Self = Self {
        idle: SignedDuration::from_mins(30),
        longest: SignedDuration::from_hours(12),
        proof: SignedDuration::from_mins(10),
        seen_again: SignedDuration::from_mins(1),
    };
}

/// What is stored of a stay's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub began_at: Timestamp,
    pub seen_at: Timestamp,
    /// When the person last proved who they are.
    pub proved_at: Timestamp,
}

impl Stay {
    /// Whether the stay has ended. An instant in the future, as after the clock was set back, ends it too.
    pub fn is_over(&self, now: Timestamp, rules: &StayRules) -> bool {
        !within(self.seen_at, now, rules.idle) || !within(self.began_at, now, rules.longest)
    }

    /// Whether an act with wide effect may go on without asking for the password again.
    pub fn is_proved(&self, now: Timestamp, rules: &StayRules) -> bool {
        within(self.proved_at, now, rules.proof)
    }

    /// Whether the last-seen instant should be written.
    pub fn is_to_be_seen(&self, now: Timestamp, rules: &StayRules) -> bool {
        !within(self.seen_at, now, rules.seen_again)
    }
}

/// Clocks of two machines may differ by this much without ending anybody's stay.
const SKEW: SignedDuration = SignedDuration::from_mins(2);

fn within(then: Timestamp, now: Timestamp, limit: SignedDuration) -> bool {
    let passed = now.duration_since(then);
    passed < limit && passed >= -SKEW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
    }

    fn stay(began: i64, seen: i64, proved: i64) -> Stay {
        Stay {
            began_at: at(began),
            seen_at: at(seen),
            proved_at: at(proved),
        }
    }

    #[test]
    fn a_stay_ends_when_idle_and_at_the_end_of_the_day() {
        let rules = StayRules::STANDARD;
        assert!(!stay(0, 0, 0).is_over(at(29), &rules));
        assert!(stay(0, 0, 0).is_over(at(30), &rules));
        assert!(!stay(0, 719, 0).is_over(at(719), &rules));
        assert!(stay(0, 719, 0).is_over(at(720), &rules));
        // The twin: without the outer limit, someone who keeps clicking stays for ever.
        let endless = StayRules {
            longest: SignedDuration::from_hours(1_000_000),
            ..rules
        };
        assert!(!stay(0, 719, 0).is_over(at(720), &endless));
    }

    #[test]
    fn a_clock_set_back_ends_the_stay_but_a_little_skew_does_not() {
        let rules = StayRules::STANDARD;
        assert!(stay(60, 60, 60).is_over(at(0), &rules));
        assert!(!stay(1, 1, 1).is_over(at(0), &rules));
    }

    #[test]
    fn proof_grows_old_and_seeing_is_written_once_a_minute() {
        let rules = StayRules::STANDARD;
        assert!(stay(0, 0, 0).is_proved(at(9), &rules));
        assert!(!stay(0, 0, 0).is_proved(at(10), &rules));
        assert!(!stay(0, 0, 0).is_to_be_seen(at(0), &rules));
        assert!(stay(0, 0, 0).is_to_be_seen(at(1), &rules));
    }
}
