//! What the rules say no to about inquiries and replies.

/// Why an act on an inquiry is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InquiryRefusal {
    #[error("an inquiry needs a question")]
    NoQuestion,
    #[error("an inquiry needs at least one kind of data")]
    NoDataClass,
    #[error("it is not a draft any more")]
    NotDraft,
    #[error("it has to be made ready first")]
    NotReady,
    #[error("it has not been sent")]
    NotSent,
    #[error("it has been sent")]
    AlreadySent,
    #[error("it is not open any more")]
    NotOpen,
    #[error("the permission is for something else")]
    OtherDisclosure,
    #[error("the agency does not take inquiries this way")]
    ChannelNotAccepted,
    #[error("the day has not come yet")]
    InFuture,
    #[error("the day is before it was sent")]
    BeforeSent,
    #[error("the next chase has to be after this one")]
    ChaseInPast,
    #[error("no reply can be declared only after asking again")]
    NotChased,
    #[error("no reply is declared, not received")]
    DeclaredNotReceived,
    #[error("the reply belongs to another inquiry")]
    OtherInquiry,
    #[error("an agency cannot have acted after we knew of it")]
    KnownBeforeActed,
    #[error("an answer needs its text or its document")]
    NoText,
    #[error("a partial reply leaves at least one question open")]
    NoOpenQuestion,
    #[error("the new day has to be after the reply")]
    ExpectedInPast,
}

impl InquiryRefusal {
    /// The key of the words for this refusal.
    pub fn key(self) -> &'static str {
        match self {
            InquiryRefusal::NoQuestion => "inquiry-no-question",
            InquiryRefusal::NoDataClass => "inquiry-no-data-class",
            InquiryRefusal::NotDraft => "inquiry-not-draft",
            InquiryRefusal::NotReady => "inquiry-not-ready",
            InquiryRefusal::NotSent => "inquiry-not-sent",
            InquiryRefusal::AlreadySent => "inquiry-already-sent",
            InquiryRefusal::NotOpen => "inquiry-not-open",
            InquiryRefusal::OtherDisclosure => "inquiry-other-disclosure",
            InquiryRefusal::ChannelNotAccepted => "inquiry-channel-not-accepted",
            InquiryRefusal::InFuture => "inquiry-in-future",
            InquiryRefusal::BeforeSent => "inquiry-before-sent",
            InquiryRefusal::ChaseInPast => "inquiry-chase-in-past",
            InquiryRefusal::NotChased => "inquiry-not-chased",
            InquiryRefusal::DeclaredNotReceived => "inquiry-declared-not-received",
            InquiryRefusal::OtherInquiry => "inquiry-other-inquiry",
            InquiryRefusal::KnownBeforeActed => "inquiry-known-before-acted",
            InquiryRefusal::NoText => "inquiry-no-text",
            InquiryRefusal::NoOpenQuestion => "inquiry-no-open-question",
            InquiryRefusal::ExpectedInPast => "inquiry-expected-in-past",
        }
    }

    /// The values that stand in the message: none.
    pub fn args(self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
