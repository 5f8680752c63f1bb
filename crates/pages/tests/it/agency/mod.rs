//! From the release to the reply, as somebody in a browser does it.

mod inquiries;
mod overriding;
mod releases;
mod replies;

use crate::door::Answer;

/// The id at the end of the address a post led to.
pub fn id_in(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer
        .location()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Whether every one of these words stands in the page.
pub fn says(answer: &Answer, all: &[&str]) {
    for words in all {
        assert!(
            answer.body.contains(words),
            "{words} is not said: {}",
            answer.body
        );
    }
}

pub fn says_not(answer: &Answer, none: &[&str]) {
    for words in none {
        assert!(!answer.body.contains(words), "{words} is said: {}", answer.body);
    }
}
