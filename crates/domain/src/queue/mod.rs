//! Work for the queue: one closed list, and nothing in a job but ids.

use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, FollowUpId, LetterId};

/// A piece of work that follows a change, and exists only if the change does. Running it twice is harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", content = "id", rename_all = "kebab-case")]
pub enum Job {
    /// Hand one letter to the post.
    SendLetter(LetterId),
    /// Four weeks after closing: ask whether it was solved.
    AskFollowUp(FollowUpId),
    /// Tell whoever should know that a late message reached a closed case.
    LateMessage(CaseId),
}

impl Job {
    /// The job's word, as it is counted and shown.
    pub const fn kind(&self) -> &'static str {
        match self {
            Job::SendLetter(_) => "send-letter",
            Job::AskFollowUp(_) => "ask-follow-up",
            Job::LateMessage(_) => "late-message",
        }
    }

    /// Two jobs with one key are one job.
    pub fn dedupe_key(&self) -> String {
        match self {
            Job::SendLetter(id) => format!("send-letter:{id}"),
            Job::AskFollowUp(id) => format!("ask-follow-up:{id}"),
            Job::LateMessage(id) => format!("late-message:{id}"),
        }
    }
}
