//! The phases of a case as a ribbon: done, now, ahead, and every way back as an arc with its date and reason.
//! On a small screen it is a list of the same words.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use crate::words::Words;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PhaseState {
    Done,
    Now,
    #[default]
    Ahead,
}

#[derive(Debug, Clone, Default)]
pub struct PhaseStep {
    pub name: String,
    pub state: PhaseState,
    /// "Oct 3 to 6", or nothing.
    pub small: String,
}

/// A way back to an earlier phase: places count from 0.
#[derive(Debug, Clone, Default)]
pub struct PhaseLoop {
    pub from: usize,
    pub to: usize,
    /// "Back on Nov 2: new facts".
    pub text: String,
}

#[derive(Debug, Clone, Default)]
pub struct Ribbon {
    pub steps: Vec<PhaseStep>,
    pub loops: Vec<PhaseLoop>,
}

/// More arcs than this are not drawn; the list below the ribbon has them all.
const LOOPS_DRAWN: usize = 3;
const STEP: usize = 170;
const GAP: usize = 6;
const HEIGHT: usize = 54;
const LOOP_ROOM: usize = 34;

pub fn ribbon(w: &Words, r: &Ribbon) -> Markup {
    let drawn = r.loops.len().saturating_sub(LOOPS_DRAWN);
    let loops = r.loops.get(drawn..).unwrap_or_default();
    let top = loops.len() * LOOP_ROOM;
    let width = r.steps.len() * (STEP + GAP) + 14;
    let said: Vec<String> = r.steps.iter().map(|step| phase_in_words(w, step)).collect();
    html! {
        figure class="ribbon" {
            svg role="img" viewBox={ "0 0 " (width) " " (top + HEIGHT + 2) } aria-labelledby="rb-t rb-d" {
                title id="rb-t" { (w.t("cases-phases")) }
                desc id="rb-d" { (said.join(", ")) }
                @for (i, one) in loops.iter().enumerate() { (arc(one, top, i)) }
                @for (i, step) in r.steps.iter().enumerate() { (chevron(step, i, top)) }
            }
        }
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

fn chevron(step: &PhaseStep, i: usize, top: usize) -> Markup {
    let x = i * (STEP + GAP) + 1;
    let (y, middle, bottom) = (top + 1, top + HEIGHT / 2, top + HEIGHT);
    let tip = x + STEP;
    let notch = if i == 0 { x } else { x + 12 };
    let path = format!(
        "M{x} {y}H{}L{} {middle}L{} {bottom}H{x}L{notch} {middle}Z",
        tip - 12,
        tip,
        tip - 12
    );
    let (shape, name, small) = match step.state {
        PhaseState::Done => ("p-bar p-done", "p-t p-t--done", "p-s p-s--done"),
        PhaseState::Now => ("p-bar p-now", "p-t p-t--now", "p-s p-s--now"),
        PhaseState::Ahead => ("p-bar", "p-t", "p-s"),
    };
    let text_y = if step.small.is_empty() {
        middle + 5
    } else {
        middle - 3
    };
    html! {
        path class=(shape) d=(path) {}
        text class=(name) x=(x + 24) y=(text_y) { (step.name) }
        @if !step.small.is_empty() { text class=(small) x=(x + 24) y=(middle + 14) { (step.small) } }
    }
}

fn arc(one: &PhaseLoop, top: usize, nth: usize) -> Markup {
    let middle_of = |i: usize| i * (STEP + GAP) + STEP / 2;
    let (from, to) = (middle_of(one.from), middle_of(one.to));
    let y = nth * LOOP_ROOM + 22;
    let start = top - 1;
    let path = format!(
        "M{from} {start}V{}Q{from} {y} {} {y}H{}Q{to} {y} {to} {}V{}",
        y + 8,
        from.saturating_sub(8),
        to + 8,
        y + 8,
        start - 5
    );
    let head = format!("M{} {}L{to} {start}L{} {}Z", to - 4, start - 7, to + 4, start - 7);
    html! {
        path class="p-loop" d=(path) {}
        path class="p-loop-h" d=(head) {}
        text class="p-lt" x=((from + to) / 2) y=(y - 6) { (one.text) }
    }
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
