//! Letters and e-mails that go out: drafted from approved words, signed off, and never to the wrong address.

mod auto_answer;
mod letter;
mod outgoing;
mod progress;
mod refusal;
mod subject;
mod template;
mod templates;
#[cfg(test)]
mod tests;
mod thread_token;

pub use auto_answer::{ArrivalFacts, NoAutoAnswer, may_auto_answer};
pub use letter::{Letter, LetterState, ToKind};
pub use outgoing::{ContactConfirmed, Contacting, Outgoing, Representative};
pub use progress::{LETTER_STEPS, LetterAct, advance_letter};
pub use refusal::LetterRefusal;
pub use subject::is_neutral;
pub use template::{Field, PaperOnly, Rendered, Template, TemplateError, TemplateFault};
pub use templates::{compiled_in_templates, find_template};
pub use thread_token::{ThreadToken, find_token, find_tokens};
