//! Why an act did not happen. Each door maps this once, in one file.

use domain::access::Deed;
use store::StoreError;

/// The rules said no: a message key and what it speaks of. Words live in `locales/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub key: String,
    pub args: Vec<(String, String)>,
}

impl Refused {
    pub fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &(impl ToString + ?Sized)) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// One field of a form that needs another look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    pub field: &'static str,
    pub key: String,
    pub args: Vec<(String, String)>,
}

impl FieldFault {
    pub fn new(field: &'static str, key: impl Into<String>) -> Self {
        Self {
            field,
            key: key.into(),
            args: Vec::new(),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// Not there, or not for this actor: the same answer.
    #[error("there is no such thing for this actor")]
    NotFound,
    /// The actor's role does not do this at all.
    #[error("the actor may not {0}")]
    NotAllowed(Deed),
    /// The rules say no; what was typed is kept.
    #[error("the rules refuse: {}", .0.iter().map(|r| r.key.as_str()).collect::<Vec<_>>().join(", "))]
    Refused(Vec<Refused>),
    /// Some fields need another look.
    #[error("some fields need another look")]
    Invalid(Vec<FieldFault>),
    /// Somebody else changed it meanwhile; nothing is lost, both versions can be shown.
    #[error("somebody else changed it meanwhile")]
    Conflict,
    /// An act with this form's key is done already; this is what it answered. [`once`](crate::once) reads it.
    #[error("this form was sent already")]
    DoneBefore(String),
    #[error(transparent)]
    Failed(StoreError),
    /// Files or keys.
    #[error("the house's files answered with a fault")]
    Files(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<StoreError> for ActionError {
    fn from(fault: StoreError) -> Self {
        match fault {
            StoreError::Conflict => Self::Conflict,
            StoreError::Busy
            | StoreError::Clash(_)
            | StoreError::Full
            | StoreError::Unsafe { .. }
            | StoreError::Broken(_) => Self::Failed(fault),
        }
    }
}

impl From<Refused> for ActionError {
    fn from(refused: Refused) -> Self {
        Self::Refused(vec![refused])
    }
}

impl From<files::ObjectFault> for ActionError {
    fn from(fault: files::ObjectFault) -> Self {
        Self::Files(Box::new(fault))
    }
}

/// A room's refusal with key and arguments becomes [`Refused`].
macro_rules! refusals {
    ($($type:ty),* $(,)?) => {$(
        impl From<$type> for Refused {
            fn from(refusal: $type) -> Self {
                let args = refusal.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                Self { key: refusal.key().to_owned(), args }
            }
        }
        impl From<$type> for ActionError {
            fn from(refusal: $type) -> Self {
                Self::Refused(vec![refusal.into()])
            }
        }
    )*};
}
refusals!(
    domain::arrivals::ArrivalRefusal,
    domain::clocks::ClockRefusal,
    domain::consents::OverrideRefusal,
    domain::consents::ReleaseRefusal,
    domain::inquiries::InquiryRefusal,
    domain::letters::LetterRefusal,
    domain::staff::StaffRefusal,
    domain::tasks::TaskRefusal,
);

impl From<domain::cases::Refusal> for Refused {
    fn from(refusal: domain::cases::Refusal) -> Self {
        Self {
            key: refusal.key().to_owned(),
            args: named(refusal.args()),
        }
    }
}

/// Conditions that do not hold are told one by one, so that each can be mended.
impl From<domain::cases::Refusal> for ActionError {
    fn from(refusal: domain::cases::Refusal) -> Self {
        let domain::cases::Refusal::Unmet(unmet) = refusal else {
            return Self::Refused(vec![refusal.into()]);
        };
        let told = unmet.into_iter().map(|unmet| Refused {
            key: unmet.key.to_owned(),
            args: named(unmet.args),
        });
        Self::Refused(told.collect())
    }
}

fn named(args: Vec<(&'static str, String)>) -> Vec<(String, String)> {
    args.into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
