//! Whom an arrival may come from, with points and reasons, as far as the reader may know of them. Nobody is merged or
//! chosen by a score; a person decides.

use domain::arrivals::{Arrival, ArrivalChannel};
use jiff::civil::Date;
use store::{Reader, StoreError};

pub use crate::people::Likely;
use crate::people::{Asked, matches_in};

/// Those on record whom the arrival may come from, the likeliest first.
pub async fn who_may_it_be<'d>(
    reader: &mut impl Reader<'d>,
    arrival: &Arrival,
    today: Date,
) -> Result<Vec<Likely>, StoreError> {
    // What stands in a letter's place for an address is no number to look up.
    let is_reached = arrival.from_address.contains('@')
        || matches!(arrival.channel, ArrivalChannel::Phone | ArrivalChannel::WalkIn);
    let address = if is_reached {
        arrival.from_address.as_str()
    } else {
        ""
    };
    who_fits(reader, &arrival.from_name, address, today).await
}

/// Those on record whom a name and a mailbox or number fit, the likeliest first.
pub async fn who_fits<'d>(
    reader: &mut impl Reader<'d>,
    name: &str,
    address: &str,
    today: Date,
) -> Result<Vec<Likely>, StoreError> {
    let reach: Vec<String> = Some(address.to_owned())
        .filter(|address| !address.is_empty())
        .into_iter()
        .collect();
    let mut asked = Asked {
        name: name.to_owned(),
        ..Asked::default()
    };
    if address.contains('@') {
        asked.emails = reach;
    } else {
        asked.phones = reach;
    }
    matches_in(reader, &asked, today).await
}
