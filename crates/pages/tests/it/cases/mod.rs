//! The room of cases, as somebody in a browser sees it.

mod page;
