//! A letter to send, of which each test changes what it is about.

use domain::ids::LetterId;
use jobs::outbox::{Envelope, Mailbox, MessageId, Origin};
use uuid::Uuid;

pub fn message_id(n: u128) -> MessageId {
    MessageId::of_letter(LetterId(Uuid::from_u128(n)), "whitfield.example").unwrap()
}

pub fn a_letter(n: u128) -> Envelope {
    Envelope {
        from: Mailbox::new("Office of Rep. Whitfield", "help@whitfield.example"),
        to: Mailbox::new("Marisol Delgado", "marisol@mail.example"),
        subject: "Your letter to our office [7K4-M2Q]".into(),
        body: "Dear Ms. Delgado,\n\nWe asked the agency today.\n.\nA line with one dot must not end the letter.\n".into(),
        message_id: message_id(n),
        in_reply_to: Some("<first@mail.example>".into()),
        references: vec!["<first@mail.example>".into()],
        written_at: "2026-11-23T15:04:05Z".parse().unwrap(),
        origin: Origin::Person,
        loop_mark: "whitfield.example".into(),
    }
}
