//! What just happened, with the way back: "Set aside. Undo".

use maud::{Markup, html};

use super::form::{Act, act};
use super::icon::Icon;
use super::shell::Shell;

/// One line after an act, said once.
#[derive(Debug, Clone, Default)]
pub struct Toast {
    pub text: String,
    /// Where undoing is posted, with its fields, while it can still be undone.
    pub undo: Option<UndoAct>,
}

#[derive(Debug, Clone, Default)]
pub struct UndoAct {
    pub url: String,
    pub fields: Vec<(String, String)>,
}

pub fn toast(shell: &Shell, t: &Toast) -> Markup {
    let undo = t.undo.as_ref().map(|undo| Act {
        fields: undo.fields.clone(),
        ..Act::new(&undo.url, shell.words.t("common-undo"))
            .icon(Icon::Undo)
            .class("btn btn--sm")
            .key('u')
    });
    html! {
        div class="toast toast--page" id="undo" role="status" {
            span { (t.text) }
            @if let Some(undo) = undo { (act(shell, &undo)) }
        }
    }
}
