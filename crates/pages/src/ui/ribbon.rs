//! The phases of a case: the ribbon drawn, and on a small screen a list of the same words.

pub use drawing::ribbon::{PhaseLoop, PhaseState, PhaseStep, Ribbon};
use maud::{Markup, html};

use super::icon::{Icon, ic};
use crate::words::Words;

pub fn ribbon(w: &Words, r: &Ribbon) -> Markup {
    let said: Vec<String> = r.steps.iter().map(|step| phase_in_words(w, step)).collect();
    html! {
        figure class="ribbon" { (drawing::ribbon::svg(r, &w.t("cases-phases"), &said.join(", "))) }
        ol role="list" class="phases" {
            @for (i, step) in r.steps.iter().enumerate() { (listed(w, r, step, i)) }
        }
    }
}

fn phase_in_words(w: &Words, step: &PhaseStep) -> String {
    let key = match step.state {
        PhaseState::Done => "cases-phase-done",
        PhaseState::Now => "cases-phase-now",
        PhaseState::Ahead => "cases-phase-ahead",
    };
    w.tr(key, &[("phase", (&step.name).into())])
}

fn listed(w: &Words, r: &Ribbon, step: &PhaseStep, i: usize) -> Markup {
    let (class, icon) = match step.state {
        PhaseState::Done => ("is-done", Icon::CircleCheck),
        PhaseState::Now => ("is-now", Icon::CircleDot),
        PhaseState::Ahead => ("", Icon::CircleDashed),
    };
    html! {
        li class=(class) aria-current=[(step.state == PhaseState::Now).then_some("step")] {
            (ic(icon))
            span {
                (step.name) span class="sr" { ": " (phase_in_words(w, step)) }
                @if !step.small.is_empty() { small { (step.small) } }
                @for one in r.loops.iter().filter(|one| one.to == i) { small class="loop" { (one.text) } }
            }
        }
    }
}
