//! When to try again: soon at first, then ever later, and never all at the same moment.

use jiff::{SignedDuration, Timestamp};
use store::Desk;

/// A job is given up after so many tries: about half a day.
pub const MAX_TRIES: i64 = 12;

const FIRST_SECONDS: i64 = 30;
const LONGEST_SECONDS: i64 = 2 * 60 * 60;

/// The next try after `tries` tries.
pub(super) fn next_try(desk: &Desk, tries: i64) -> Timestamp {
    desk.now() + wait(tries, u16::from_be_bytes(desk.chance().bytes()))
}

/// Doubles with each try, and lasts a quarter less to a quarter more as the dice fall.
fn wait(tries: i64, dice: u16) -> SignedDuration {
    let doubled = u32::try_from(tries.max(1) - 1)
        .ok()
        .and_then(|n| FIRST_SECONDS.checked_shl(n))
        .filter(|seconds| (1..=LONGEST_SECONDS).contains(seconds))
        .unwrap_or(LONGEST_SECONDS);
    let millis = doubled * 1000;
    let swing = millis / 2 * i64::from(dice) / i64::from(u16::MAX) - millis / 4;
    SignedDuration::from_millis(millis + swing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_two_hours_and_differ_by_the_dice() {
        let middle = u16::MAX / 2;
        let seconds = |tries| wait(tries, middle).as_secs_f64().round();
        assert_eq!([1, 2, 3, 4].map(seconds), [30.0, 60.0, 120.0, 240.0]);
        assert_eq!([9, 12, 64, i64::MAX].map(seconds), [7200.0; 4]);
        assert_eq!(wait(1, 0), SignedDuration::from_millis(22_500));
        assert_eq!(wait(1, u16::MAX), SignedDuration::from_millis(37_500));
        assert_eq!(
            wait(0, middle),
            wait(1, middle),
            "a job that was never tried waits as little"
        );
    }

    #[test]
    fn a_job_is_tried_for_about_half_a_day() {
        let total: SignedDuration = (1..MAX_TRIES)
            .map(|tries| wait(tries, u16::MAX / 2))
            .fold(SignedDuration::ZERO, |sum, wait| sum + wait);
        assert!((8..16).contains(&total.as_hours()), "{total}");
    }
}
