//! How much work one password check is.

use argon2::Params;

/// The cost of Argon2id. More memory and passes cost a thief more for each guess, and us for each login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// 46 MiB and two passes.
    pub const fn standard() -> Self {
        Self {
            memory_kib: 47_104,
            passes: 2,
            lanes: 1,
        }
    }

    /// Next to nothing, so that tests and the demo's seeding are quick. Keeps no secret from anyone.
    pub const fn for_tests() -> Self {
        Self {
            memory_kib: 8,
            passes: 1,
            lanes: 1,
        }
    }

    /// The cost a stored hash was made at.
    pub(super) fn of(params: &Params) -> Self {
        Self {
            memory_kib: params.m_cost(),
            passes: params.t_cost(),
            lanes: params.p_cost(),
        }
    }
}
