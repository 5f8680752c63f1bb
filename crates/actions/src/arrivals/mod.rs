//! Acts on what came in: take it in, decide what becomes of it, take the decision back, give out its raw bytes.

mod answer_information;
mod answer_opinion;
mod bounce;
mod decide;
mod export;
mod join_case;
mod keep_files;
mod late;
mod open_case_from;
mod raw;
mod run;
mod see_to_late_message;
mod set_aside;
mod take_down;
mod take_in;
mod thread;
mod transfer_out;
mod understand;
mod undo;
mod who_may_it_be;

pub use answer_information::{AnswerInformation, InformationLetter, answer_information};
pub use answer_opinion::answer_opinion;
pub use export::{Exported, export};
pub use join_case::{JoinCase, JoinedFrom, join_case};
pub use open_case_from::{OpenCaseFrom, WhoseCase, open_case_from};
pub use raw::{RawMessage, raw};
pub use run::{Carried, NotCarried, Source, Uncarried, run};
pub use see_to_late_message::see_to_late_message;
pub use set_aside::{set_aside, set_aside_all};
pub use take_down::{TakeDown, TakenDown, take_down};
pub use take_in::{MOST_TRIES, TakenIn, take_in, take_in_trying};
pub use thread::{LETTER_WITHOUT_CASE, NOT_CONFIRMED, OTHER_SENDER};
pub use transfer_out::transfer_out;
pub use undo::undo;
pub use who_may_it_be::{Likely, who_fits, who_may_it_be};
