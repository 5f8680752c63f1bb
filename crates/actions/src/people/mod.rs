//! Acts on people.

mod add;

pub use add::{NewContact, NewPerson, add_in};
