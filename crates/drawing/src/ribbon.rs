//! The phases of a case as a ribbon: done, now, ahead, and every way back as an arc with its date and reason.

use maud::{Markup, html};

/// How a phase stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PhaseState {
    Done,
    Now,
    #[default]
    Ahead,
}

/// One phase of the case's model, in its order.
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

/// Every phase, and every way back.
#[derive(Debug, Clone, Default)]
pub struct Ribbon {
    pub steps: Vec<PhaseStep>,
    pub loops: Vec<PhaseLoop>,
}

/// More arcs than this are not drawn; the list below the ribbon has them all.
const LOOPS_DRAWN: usize = 3;
/// A step is at least this wide, and wider where its words need it, up to a limit.
const STEP: std::ops::RangeInclusive<usize> = 170..=250;
/// The room one letter takes at the small size, in tenths.
const LETTER: usize = 66;
/// Left and right of the words, the tips included.
const BESIDE: usize = 40;
const GAP: usize = 6;
const HEIGHT: usize = 54;
const LOOP_ROOM: usize = 34;

/// The ribbon as SVG. `title` names it, `description` says each phase and how it stands; the words come from the page.
pub fn svg(ribbon: &Ribbon, title: &str, description: &str) -> Markup {
    let drawn = ribbon.loops.len().saturating_sub(LOOPS_DRAWN);
    let loops = ribbon.loops.get(drawn..).unwrap_or_default();
    let top = loops.len() * LOOP_ROOM;
    let step = step_of(ribbon);
    let width = ribbon.steps.len() * (step + GAP) + 14;
    html! {
        svg role="img" viewBox={ "0 0 " (width) " " (top + HEIGHT + 2) } aria-labelledby="rb-t rb-d" {
            title id="rb-t" { (title) }
            desc id="rb-d" { (description) }
            @for (i, one) in loops.iter().enumerate() { (arc(one, step, top, i)) }
            @for (i, one) in ribbon.steps.iter().enumerate() { (chevron(one, step, i, top)) }
        }
    }
}

/// Wide enough for the longest words of any step, the same for all.
fn step_of(ribbon: &Ribbon) -> usize {
    let letters = ribbon
        .steps
        .iter()
        .map(|s| s.small.chars().count().max(s.name.chars().count() + 2));
    let needed = letters.max().unwrap_or(0) * LETTER / 10 + BESIDE;
    needed.clamp(*STEP.start(), *STEP.end())
}

fn chevron(one: &PhaseStep, step: usize, i: usize, top: usize) -> Markup {
    let x = i * (step + GAP) + 1;
    let (y, middle, bottom) = (top + 1, top + HEIGHT / 2, top + HEIGHT);
    let tip = x + step;
    let notch = if i == 0 { x } else { x + 12 };
    let path = format!(
        "M{x} {y}H{}L{} {middle}L{} {bottom}H{x}L{notch} {middle}Z",
        tip - 12,
        tip,
        tip - 12
    );
    let (shape, name, small) = match one.state {
        PhaseState::Done => ("p-bar p-done", "p-t p-t--done", "p-s p-s--done"),
        PhaseState::Now => ("p-bar p-now", "p-t p-t--now", "p-s p-s--now"),
        PhaseState::Ahead => ("p-bar", "p-t", "p-s"),
    };
    let text_y = if one.small.is_empty() {
        middle + 5
    } else {
        middle - 3
    };
    html! {
        path class=(shape) d=(path) {}
        text class=(name) x=(x + 24) y=(text_y) { (one.name) }
        @if !one.small.is_empty() { text class=(small) x=(x + 24) y=(middle + 14) { (one.small) } }
    }
}

fn arc(one: &PhaseLoop, step: usize, top: usize, nth: usize) -> Markup {
    let middle_of = |i: usize| i * (step + GAP) + step / 2;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn a_ribbon(loops: usize) -> Ribbon {
        let states = [
            PhaseState::Done,
            PhaseState::Done,
            PhaseState::Now,
            PhaseState::Ahead,
        ];
        let names = ["Intake", "Assessment", "Intervention", "Resolution"];
        let small = ["Oct 3", "Oct 3 to 6", "since Oct 8", ""];
        Ribbon {
            steps: (0..4)
                .map(|i| PhaseStep {
                    name: names[i].into(),
                    state: states[i],
                    small: small[i].into(),
                })
                .collect(),
            loops: (0..loops)
                .map(|n| PhaseLoop {
                    from: 2,
                    to: n % 2,
                    text: format!("Back on Oct {}: new facts", 7 + n),
                })
                .collect(),
        }
    }

    /// Every number that is a place in a path or a text, in order.
    fn numbers(svg: &str) -> Vec<f64> {
        let places = svg.split(['"', ' ', 'M', 'H', 'L', 'V', 'Q', 'Z', ',']);
        places.filter_map(|t| t.parse().ok()).collect()
    }

    #[test]
    fn golden_ribbon_with_a_way_back() {
        let made = svg(
            &a_ribbon(1),
            "Phases",
            "Intake: done, Assessment: done, Intervention: now, Resolution: ahead",
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../golden/drawings/ribbon.svg");
        let made = format!("{}\n", made.into_string().replace('>', ">\n"));
        #[expect(
            clippy::disallowed_methods,
            reason = "the one wish a golden test takes from outside"
        )]
        if std::env::var("BLESS").is_ok() {
            std::fs::write(path, &made).expect("the golden file is written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == made,
            "golden/drawings/ribbon.svg is not as made; if it is meant, run `cargo x bless`"
        );
    }

    #[test]
    fn everything_lies_inside_the_picture() {
        for loops in 0..8 {
            let made = svg(&a_ribbon(loops), "t", "d").into_string();
            let frame = made
                .split("viewBox=\"0 0 ")
                .nth(1)
                .and_then(|r| r.split('"').next())
                .expect("a frame");
            let (width, height) = frame.split_once(' ').expect("two sizes");
            let most = width
                .parse::<f64>()
                .expect("a width")
                .max(height.parse().expect("a height"));
            assert!(
                numbers(&made).iter().all(|n| (0.0..=most).contains(n)),
                "{loops} ways back: {made}"
            );
        }
    }

    #[test]
    fn only_the_last_ways_back_are_drawn_and_each_keeps_its_own_line() {
        let made = svg(&a_ribbon(6), "t", "d").into_string();
        assert_eq!(made.matches("class=\"p-lt\"").count(), LOOPS_DRAWN);
        assert!(
            !made.contains("Oct 7:") && made.contains("Oct 12:"),
            "the newest are drawn"
        );
        let lines: Vec<&str> = made
            .match_indices("class=\"p-lt\"")
            .map(|(at, _)| &made[at..at + 40])
            .collect();
        let mut apart = lines.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), lines.len(), "no two words lie on one place");
    }

    #[test]
    fn a_step_is_as_wide_as_its_words() {
        let mut ribbon = a_ribbon(0);
        assert_eq!(step_of(&ribbon), *STEP.start());
        ribbon.steps[0].small = "Dec 24, 2025 – Dec 26, 2025".into();
        assert!(step_of(&ribbon) * 10 >= 27 * LETTER, "{}", step_of(&ribbon));
    }

    #[test]
    fn no_style_and_no_script_stand_in_it() {
        let made = svg(&a_ribbon(2), "<b>", "&").into_string();
        assert!(
            !made.contains("style=") && !made.contains("<script") && !made.contains("<b>"),
            "{made}"
        );
    }
}
