//! Who may do what, and who may see which case: one pure decision, which the store's SQL predicate must equal.

mod deed;
mod sight;

pub use deed::{Deed, may};
pub use sight::{CaseFacts, Exception, ExceptionKind, Sight, sight};

use crate::ids::{OfficeId, StaffId};
use crate::staff::Role;

/// Who is acting: somebody who works here, or the house itself (mail intake, clocks, the command line).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub office_id: OfficeId,
    pub who: Who,
}

/// The one behind an act or a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Staff {
        id: StaffId,
        role: Role,
    },
    /// The office's own machinery, never a way for a person to see more than they may.
    House,
}

impl Actor {
    pub const fn staff(office_id: OfficeId, id: StaffId, role: Role) -> Self {
        Self {
            office_id,
            who: Who::Staff { id, role },
        }
    }

    pub const fn house(office_id: OfficeId) -> Self {
        Self {
            office_id,
            who: Who::House,
        }
    }

    /// The worker, or the nil id for the house.
    pub const fn staff_id(&self) -> StaffId {
        match self.who {
            Who::Staff { id, .. } => id,
            Who::House => StaffId(uuid::Uuid::nil()),
        }
    }

    pub const fn role(&self) -> Option<Role> {
        match self.who {
            Who::Staff { role, .. } => Some(role),
            Who::House => None,
        }
    }

    /// The word for the ledger: `staff` or `house`.
    pub const fn kind(&self) -> &'static str {
        match self.who {
            Who::Staff { .. } => "staff",
            Who::House => "house",
        }
    }

    /// Whether the actor may do this kind of thing at all; which case it may be done to is [`sight`]'s answer.
    pub fn may(&self, deed: Deed) -> bool {
        match self.who {
            Who::Staff { role, .. } => may(role, deed),
            Who::House => true,
        }
    }
}
