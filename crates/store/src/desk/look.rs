//! A read that carries its reader: only the desk makes one, and every question about a person takes one.

use domain::{
    access::{Actor, Deed, Who},
    ids::OfficeId,
    staff::Role,
};

use crate::engine::{Column, Transaction, Value};

/// A snapshot and the one who looks at it.
pub struct Look<'d> {
    tx: Transaction<'d>,
    actor: Actor,
}

impl<'d> Look<'d> {
    pub(super) fn new(tx: Transaction<'d>, actor: Actor) -> Self {
        Self { tx, actor }
    }

    pub const fn office_id(&self) -> OfficeId {
        self.actor.office_id
    }

    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn tx(&mut self) -> &mut Transaction<'d> {
        &mut self.tx
    }
}

/// Something with a reader: a look, or an act on its way to a decision.
pub trait Reader<'d> {
    fn reader(&self) -> &Actor;
    fn transaction(&mut self) -> &mut Transaction<'d>;

    /// The first five parameters of every filtered statement: the office, who looks, whether they see cases at all,
    /// whether restrictions are lifted for them, whether it is the house.
    fn sight_params(&self) -> Vec<Value> {
        let actor = self.reader();
        let lifted = matches!(
            actor.who,
            Who::Staff {
                role: Role::Supervisor,
                ..
            }
        );
        vec![
            actor.office_id.to_value(),
            actor.staff_id().to_value(),
            actor.may(Deed::SeeCases).to_value(),
            lifted.to_value(),
            matches!(actor.who, Who::House).to_value(),
        ]
    }
}

impl<'d> Reader<'d> for Look<'d> {
    fn reader(&self) -> &Actor {
        &self.actor
    }
    fn transaction(&mut self) -> &mut Transaction<'d> {
        &mut self.tx
    }
}

/// Which cases the reader sees in full: the same rule as `domain::access::sight`, held equal to it by a test.
/// The alias is that of the `cases` table; `$1` to `$5` are [`Reader::sight_params`].
#[macro_export]
macro_rules! sight {
    ($c:literal) => {
        concat!(
            "($5 or ($3 and not exists (select 1 from case_exceptions x where x.office_id = ",
            $c,
            ".office_id and x.case_id = ",
            $c,
            ".id and x.staff_id = $2 and x.kind = 'deny') and (",
            $c,
            ".visibility = 'open' or ",
            $c,
            ".owner_id = $2 or ($4 and ",
            $c,
            ".visibility = 'restricted') or exists (select 1 from case_exceptions x where x.office_id = ",
            $c,
            ".office_id and x.case_id = ",
            $c,
            ".id and x.staff_id = $2 and x.kind = 'allow'))))"
        )
    };
}
