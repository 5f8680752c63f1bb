//! Statements with names: one text for both engines, or two where they truly differ.

use std::borrow::Cow;

use super::Table;

/// A statement of the house. `$1` is always the office.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    pub name: &'static str,
    pub postgres: &'static str,
    pub sqlite: &'static str,
    /// The table whose columns, called `t`, come first, and what is selected after them.
    pub of: Option<(&'static Table, &'static str)>,
}

impl Statement {
    /// The whole text for one engine, still with `$n`.
    pub fn text(&self, postgres: bool) -> Cow<'static, str> {
        let text = if postgres { self.postgres } else { self.sqlite };
        match self.of {
            None => Cow::Borrowed(text),
            Some((table, plus)) => Cow::Owned(format!(
                "select {}{plus} from {} t {text}",
                table.list("t"),
                table.name
            )),
        }
    }

    /// What tells two statements apart without comparing their texts.
    pub fn key(&self) -> (usize, usize) {
        (
            self.sqlite.as_ptr() as usize,
            self.of.map_or(0, |(table, _)| std::ptr::from_ref(table) as usize),
        )
    }
}

/// Declares the statements of a room, and a list of them so that a test can prepare each on both engines.
///
/// `NAME = "text"` is whole; `NAME = of Case "where …"` selects a record's columns from its table, called `t`;
/// `NAME = of Case, "p.full_name" "left join …"` selects more after them;
/// `NAME = { postgres: …, sqlite: … }` where the engines truly differ.
#[macro_export]
macro_rules! statements {
    (@ [$($done:ident)*]) => {
        pub(crate) const STATEMENTS: &[$crate::engine::Statement] = &[$($done),*];
    };
    (@ [$($done:ident)*] $(#[$doc:meta])* $name:ident = of $record:ty, $plus:literal $tail:expr; $($rest:tt)*) => {
        $(#[$doc])*
        pub(crate) const $name: $crate::engine::Statement = $crate::engine::Statement {
            name: stringify!($name), postgres: $tail, sqlite: $tail,
            of: Some((<$record as $crate::engine::Record>::TABLE, concat!(", ", $plus))),
        };
        $crate::statements!(@ [$($done)* $name] $($rest)*);
    };
    (@ [$($done:ident)*] $(#[$doc:meta])* $name:ident = of $record:ty, $tail:expr; $($rest:tt)*) => {
        $(#[$doc])*
        pub(crate) const $name: $crate::engine::Statement = $crate::engine::Statement {
            name: stringify!($name), postgres: $tail, sqlite: $tail,
            of: Some((<$record as $crate::engine::Record>::TABLE, "")),
        };
        $crate::statements!(@ [$($done)* $name] $($rest)*);
    };
    (@ [$($done:ident)*] $(#[$doc:meta])* $name:ident = { postgres: $pg:expr, sqlite: $lite:expr $(,)? }; $($rest:tt)*) => {
        $(#[$doc])*
        pub(crate) const $name: $crate::engine::Statement =
            $crate::engine::Statement { name: stringify!($name), postgres: $pg, sqlite: $lite, of: None };
        $crate::statements!(@ [$($done)* $name] $($rest)*);
    };
    (@ [$($done:ident)*] $(#[$doc:meta])* $name:ident = $text:expr; $($rest:tt)*) => {
        $(#[$doc])*
        pub(crate) const $name: $crate::engine::Statement =
            $crate::engine::Statement { name: stringify!($name), postgres: $text, sqlite: $text, of: None };
        $crate::statements!(@ [$($done)* $name] $($rest)*);
    };
    ($($body:tt)*) => { $crate::statements!(@ [] $($body)*); };
}
