//! The phases a case went through, with every way back, as the ribbon shows them.

use domain::cases::PhaseVisit;

use super::around::{Around, short_day};
use crate::{
    app::Visit,
    ui::ribbon::{PhaseLoop, PhaseState, PhaseStep, Ribbon},
    words::{
        Words,
        dates::{self, Here},
    },
};

pub fn ribbon(visit: &Visit, here: &Here, around: &Around) -> Ribbon {
    let (w, case) = (visit.words, &around.case);
    let Some(model) = visit.house().model(&case.model_id, case.model_version) else {
        return Ribbon::default();
    };
    // The phase that suspends the others is drawn only where it was entered.
    let was_in = |id: &str| around.visits.iter().any(|v| v.phase == id);
    let phases: Vec<&str> = model
        .phases
        .iter()
        .map(|p| p.id.as_str())
        .filter(|id| !model.overrides(id) || was_in(id))
        .collect();
    let place = |id: &str| phases.iter().position(|p| *p == id);
    let steps = phases.iter().map(|id| step(w, here, around, id)).collect();
    let loops = around.visits.windows(2).filter_map(|pair| {
        let [from, to] = pair else { return None };
        let (from, at) = (place(&from.phase)?, place(&to.phase)?);
        (at < from).then(|| PhaseLoop {
            from,
            to: at,
            text: back(w, here, to),
        })
    });
    Ribbon {
        steps,
        loops: loops.collect(),
    }
}

/// The name of a phase in the reader's language, or the office's own.
pub fn phase_name(words: &Words, phase: &str) -> String {
    let key = format!("phase-{phase}");
    if words.has(&key) {
        words.t(&key)
    } else {
        phase.to_owned()
    }
}

fn step(w: &Words, here: &Here, around: &Around, id: &str) -> PhaseStep {
    let visits: Vec<&PhaseVisit> = around.visits.iter().filter(|v| v.phase == id).collect();
    let state = if around.case.is_open() && around.case.phase == id {
        PhaseState::Now
    } else if visits.is_empty() {
        PhaseState::Ahead
    } else {
        PhaseState::Done
    };
    let small = visits.last().map_or_else(String::new, |v| {
        let from = short_day(w, here, dates::day_of(here, v.entered_at));
        match v.left_at {
            Some(left) => {
                let to = short_day(w, here, dates::day_of(here, left));
                if to == from {
                    from
                } else {
                    format!("{from} – {to}")
                }
            }
            None => w.tr("cases-phase-since", &[("day", from.into())]),
        }
    });
    PhaseStep {
        name: phase_name(w, id),
        state,
        small,
    }
}

fn back(w: &Words, here: &Here, to: &PhaseVisit) -> String {
    let day = short_day(w, here, dates::day_of(here, to.entered_at));
    match &to.reason {
        Some(reason) => w.tr(
            "cases-phase-back-why",
            &[("day", day.into()), ("reason", reason.into())],
        ),
        None => w.tr("cases-phase-back", &[("day", day.into())]),
    }
}
