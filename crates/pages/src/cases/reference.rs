//! A reference as somebody typed it: read leniently, and shown under its one right address.

use axum::response::Response;
use domain::cases::Reference;
use store::{
    Look,
    cases::{CaseSight, SeenCase},
};

use crate::app::{PageError, go};

/// The reference, or the page of a wrong one.
pub fn read(typed: &str) -> Result<String, PageError> {
    typed
        .parse::<Reference>()
        .map(|reference| reference.to_string())
        .map_err(|_| PageError::NotFound)
}

/// The way to the one right address, where what was typed is another spelling of it. It is the same whether there is
/// such a case or not.
pub fn elsewhere(typed: &str, right: &str, below: &str) -> Option<Response> {
    (typed != right).then(|| go(&format!("/cases/{right}{below}")))
}

/// The case, for the pages that are only for those who see it in full.
pub async fn seen(look: &mut Look<'_>, typed: &str) -> Result<SeenCase, PageError> {
    match look.case(&read(typed)?).await? {
        CaseSight::Full(case) => Ok(*case),
        CaseSight::Exists(_) | CaseSight::Nothing => Err(PageError::NotFound),
    }
}
