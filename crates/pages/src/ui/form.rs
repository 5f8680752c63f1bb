//! Forms as plain HTML: the label above, then the hint, then what is wrong and how to put it right, then the input.

use maud::{Markup, PreEscaped, html};

use super::icon::{Icon, ic};
use super::pill::kbd;
use super::shell::Shell;
use crate::words::Words;

/// The hidden field that proves the form came from our page.
pub fn csrf(token: &str) -> Markup {
    html! { input type="hidden" name="csrf" value=(token); }
}

/// The hidden field that makes sending twice the same as sending once.
pub fn once(key: &str) -> Markup {
    html! { input type="hidden" name="once" value=(key); }
}

/// Both, for a form that writes. `form` tells the forms of one page apart.
pub fn seal(shell: &Shell, form: &str) -> Markup {
    html! { (csrf(&shell.csrf)) (once(&format!("{}-{form}", shell.once))) }
}

pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// One choice of a list.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub text: String,
    pub hint: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            text: text.into(),
            hint: String::new(),
        }
    }

    pub fn with_hint(value: impl Into<String>, text: impl Into<String>, hint: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            text: text.into(),
            hint: hint.into(),
        }
    }
}

/// How a field is filled in.
#[derive(Debug, Clone)]
pub enum Input {
    Text,
    Email,
    Tel,
    Date,
    Time,
    Number,
    Password,
    /// A one-time code: figures, filled in by the phone.
    Code,
    File,
    /// A text of several lines.
    Area(u8),
    /// A list; the first line says "Choose" and is no answer.
    Choose(Vec<Choice>),
    /// A list whose first line is already an answer.
    Pick(Vec<Choice>),
}

/// One field with everything around it.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub value: String,
    pub placeholder: String,
    pub input: Input,
    /// Of six columns in a `.formgrid`; 0 stands alone.
    pub width: u8,
    pub required: bool,
    pub disabled: bool,
    /// What a browser may fill in; off unless said.
    pub autocomplete: &'static str,
    /// The language of the words in it, when it is not the page's.
    pub lang: String,
    /// Tells the same field in two forms of one page apart.
    pub scope: &'static str,
}

impl Field {
    pub fn new(name: &str, label: impl Into<String>, input: Input) -> Field {
        Field {
            name: name.to_owned(),
            label: label.into(),
            hint: String::new(),
            error: String::new(),
            value: String::new(),
            placeholder: String::new(),
            input,
            width: 0,
            required: false,
            disabled: false,
            autocomplete: "off",
            lang: String::new(),
            scope: "",
        }
    }

    pub fn scope(mut self, scope: &'static str) -> Field {
        self.scope = scope;
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Field {
        self.hint = hint.into();
        self
    }

    pub fn value(mut self, value: impl Into<String>) -> Field {
        self.value = value.into();
        self
    }

    pub fn error(mut self, error: Option<&str>) -> Field {
        self.error = error.unwrap_or_default().to_owned();
        self
    }

    pub fn placeholder(mut self, text: impl Into<String>) -> Field {
        self.placeholder = text.into();
        self
    }

    pub fn width(mut self, columns: u8) -> Field {
        self.width = columns;
        self
    }

    pub fn required(mut self) -> Field {
        self.required = true;
        self
    }

    pub fn autocomplete(mut self, what: &'static str) -> Field {
        self.autocomplete = what;
        self
    }

    /// The id of its input, which the error summary links to.
    pub fn id(&self) -> String {
        format!("f-{}{}", self.scope, self.name)
    }
}

pub fn field(w: &Words, f: &Field) -> Markup {
    let mut class = String::from("field");
    if f.width > 0 {
        class.push_str(&format!(" w{}", f.width));
    }
    if !f.error.is_empty() {
        class.push_str(" field--error");
    }
    let id = f.id();
    html! {
        div class=(class) {
            label for=(id) { (f.label) }
            @if !f.hint.is_empty() { span class="hint" id={ (id) "-h" } { (f.hint) } }
            @if !f.error.is_empty() {
                span class="error" id={ (id) "-e" } { (ic(Icon::CircleAlert)) span { (f.error) } }
            }
            (control(w, f, &id))
        }
    }
}

fn control(w: &Words, f: &Field, id: &str) -> Markup {
    let described = described_by(f, id);
    let invalid = (!f.error.is_empty()).then_some("true");
    let placeholder = (!f.placeholder.is_empty()).then_some(f.placeholder.as_str());
    let lang = (!f.lang.is_empty()).then_some(f.lang.as_str());
    match &f.input {
        Input::Area(rows) => html! {
            textarea class={ "input" @if *rows < 4 { " input--short" } } id=(id) name=(f.name) rows=(rows) lang=[lang]
                aria-describedby=[described] aria-invalid=[invalid] placeholder=[placeholder]
                required[f.required] disabled[f.disabled] autocomplete=(f.autocomplete) {
                // A browser drops the first line break of a text area; this one is meant to be dropped.
                "\n" (f.value)
            }
        },
        Input::Choose(choices) | Input::Pick(choices) => html! {
            select class="input" id=(id) name=(f.name) aria-describedby=[described] aria-invalid=[invalid]
                required[f.required] disabled[f.disabled] autocomplete=(f.autocomplete) {
                @if matches!(f.input, Input::Choose(_)) { option value="" { (w.t("common-choose")) } }
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == f.value] { (choice.text) }
                }
            }
        },
        Input::Text
        | Input::Email
        | Input::Tel
        | Input::Date
        | Input::Time
        | Input::Number
        | Input::Password
        | Input::Code
        | Input::File => {
            // A password or a file never comes back to the page.
            let value = (!matches!(f.input, Input::Password | Input::File)).then_some(f.value.as_str());
            html! {
                input class="input" id=(id) name=(f.name) type=(type_word(&f.input)) value=[value] lang=[lang]
                    aria-describedby=[described] aria-invalid=[invalid] placeholder=[placeholder]
                    inputmode=[matches!(f.input, Input::Code).then_some("numeric")]
                    required[f.required] disabled[f.disabled] autocomplete=(f.autocomplete);
            }
        }
    }
}

fn type_word(input: &Input) -> &'static str {
    match input {
        Input::Email => "email",
        Input::Tel => "tel",
        Input::Date => "date",
        Input::Time => "time",
        Input::Number => "number",
        Input::Password => "password",
        Input::File => "file",
        Input::Text | Input::Code | Input::Area(_) | Input::Choose(_) | Input::Pick(_) => "text",
    }
}

fn described_by(f: &Field, id: &str) -> Option<String> {
    let mut ids = Vec::new();
    if !f.hint.is_empty() {
        ids.push(format!("{id}-h"));
    }
    if !f.error.is_empty() {
        ids.push(format!("{id}-e"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Answers side by side; nothing is chosen unless `value` says so.
#[derive(Debug, Clone, Default)]
pub struct Radios {
    pub name: String,
    pub legend: String,
    pub hint: String,
    pub error: String,
    pub value: String,
    pub choices: Vec<Choice>,
}

/// As a row of segments, for few short answers.
pub fn segments(r: &Radios) -> Markup {
    html! {
        fieldset class="way" id={ "f-" (r.name) } {
            legend { (r.legend) }
            @if !r.error.is_empty() { span class="error" { (ic(Icon::CircleAlert)) span { (r.error) } } }
            div class="seg" {
                @for choice in &r.choices {
                    label {
                        input type="radio" name=(r.name) value=(choice.value) checked[choice.value == r.value];
                        (choice.text)
                    }
                }
            }
        }
    }
}

/// One under the other, each with its hint, for answers that need a sentence.
pub fn radios(r: &Radios) -> Markup {
    html! {
        fieldset class={ "field" @if !r.error.is_empty() { " field--error" } } id={ "f-" (r.name) } {
            legend class="label" { (r.legend) }
            @if !r.hint.is_empty() { span class="hint" { (r.hint) } }
            @if !r.error.is_empty() { span class="error" { (ic(Icon::CircleAlert)) span { (r.error) } } }
            div class="stack-sm mt2" {
                @for choice in &r.choices {
                    label class="choice" {
                        input type="radio" name=(r.name) value=(choice.value) checked[choice.value == r.value];
                        span { (choice.text) @if !choice.hint.is_empty() { small { (choice.hint) } } }
                    }
                }
            }
        }
    }
}

/// A box to tick. Never ticked beforehand except to give back what a person ticked.
pub fn tick(name: &str, value: &str, text: &str, hint: &str, ticked: bool) -> Markup {
    html! {
        label class="tick" {
            input type="checkbox" name=(name) value=(value) checked[ticked];
            span { (text) @if !hint.is_empty() { small { (hint) } } }
        }
    }
}

/// Boxes to tick under one question.
#[derive(Debug, Clone, Default)]
pub struct Ticks {
    pub name: String,
    pub legend: String,
    pub hint: String,
    pub error: String,
    /// Value, words, whether it was ticked by a person.
    pub choices: Vec<(String, String, bool)>,
}

pub fn ticks(t: &Ticks) -> Markup {
    html! {
        fieldset class={ "field" @if !t.error.is_empty() { " field--error" } } id={ "f-" (t.name) } {
            legend class="label" { (t.legend) }
            @if !t.hint.is_empty() { span class="hint" { (t.hint) } }
            @if !t.error.is_empty() { span class="error" { (ic(Icon::CircleAlert)) span { (t.error) } } }
            div class="ticks mt2" {
                @for (value, text, ticked) in &t.choices { (tick(&t.name, value, text, "", *ticked)) }
            }
        }
    }
}

/// What is wrong with a form, on top, in the same words as beside the fields, each a link to its field.
pub fn error_summary(title: &str, errors: &[(String, String)]) -> Markup {
    if errors.is_empty() {
        return PreEscaped(String::new());
    }
    html! {
        div class="banner banner--danger" role="alert" id="fix" tabindex="-1" data-focus {
            (ic(Icon::CircleAlert))
            div {
                h2 { (title) }
                ul role="list" {
                    @for (name, text) in errors { li { a href={ "#f-" (name) } { (text) } } }
                }
            }
        }
    }
}

/// A button that posts one act to the server, with nothing to fill in.
#[derive(Debug, Clone)]
pub struct Act {
    pub url: String,
    pub label: String,
    pub icon: Option<Icon>,
    /// `btn`, and its variants, space apart: "btn btn--primary".
    pub class: &'static str,
    pub fields: Vec<(String, String)>,
    /// The key that presses it.
    pub key: Option<char>,
}

impl Act {
    pub fn new(url: impl Into<String>, label: impl Into<String>) -> Act {
        Act {
            url: url.into(),
            label: label.into(),
            icon: None,
            class: "btn",
            fields: Vec::new(),
            key: None,
        }
    }

    pub fn icon(mut self, icon: Icon) -> Act {
        self.icon = Some(icon);
        self
    }

    pub fn class(mut self, class: &'static str) -> Act {
        self.class = class;
        self
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Act {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    pub fn key(mut self, key: char) -> Act {
        self.key = Some(key);
        self
    }
}

/// The act as a form of one button.
pub fn act(shell: &Shell, a: &Act) -> Markup {
    let mut name = a.url.clone();
    for (_, value) in &a.fields {
        name.push('-');
        name.push_str(value);
    }
    html! {
        form class="actform" method="post" action=(a.url) {
            (seal(shell, &name))
            @for (field, value) in &a.fields { (hidden(field, value)) }
            button class=(a.class) type="submit" data-key=[a.key] {
                @if let Some(icon) = a.icon { (ic(icon)) }
                span { (a.label) }
                @if let Some(key) = a.key { (kbd(&key.to_string())) }
            }
        }
    }
}
