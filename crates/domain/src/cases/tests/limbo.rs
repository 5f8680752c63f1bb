//! No limbo, by example and by any sequence of deeds.

use super::*;

#[test]
fn the_next_act_lies_ahead_and_says_something() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let set = |words: &str, on| set_next(&case, NextAct::Words(words.into()), on, TODAY);
    assert_eq!(set(" ", TODAY), Err(Refusal::WordsMissing));
    assert_eq!(
        set("ring", date(2026, 11, 3)),
        Err(Refusal::DateInPast { earliest: TODAY })
    );
    assert_eq!(
        set(" ring ", TODAY).unwrap().next_act,
        NextAct::Words("ring".into())
    );
    // Done and nothing named: a follow-up at the cadence, on a working day (14 days on is a Wednesday).
    let done = next_done(&case, TODAY, &ground.weekdays);
    assert_eq!(
        (done.next_act, done.next_on),
        (NextAct::Named(NextWord::FollowUp), date(2026, 11, 18))
    );
    let saturday = date(2026, 11, 7);
    assert_eq!(
        next_done(&case, saturday, &ground.weekdays).next_on,
        date(2026, 11, 23)
    );
}

#[test]
fn limbo_is_mended_and_a_late_day_stays_late() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let lost = Case {
        next_act: NextAct::Words("  ".into()),
        cadence_days: 0,
        ..case.clone()
    };
    // The twin: as it is, it is in limbo.
    assert!(is_in_limbo(&lost));
    let mut kept = lost;
    keep_out_of_limbo(&mut kept, TODAY, &ground.weekdays);
    assert!(!is_in_limbo(&kept));
    let mut late = case;
    let was_due = late.next_on;
    keep_out_of_limbo(&mut late, date(2026, 12, 24), &ground.weekdays);
    assert_eq!(late.next_on, was_due);
}

/// Something a worker does.
#[derive(Debug, Clone)]
enum Deed {
    SetNext(String, i64),
    Done,
    Assign(u128),
    Queue,
    Enter(usize, String),
    Close,
    Reopen(String),
    Turn(usize),
}

fn a_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        ("[ a]{0,2}", -3..30_i64).prop_map(|(words, days)| Deed::SetNext(words, days)),
        Just(Deed::Done),
        (0..3_u128).prop_map(Deed::Assign),
        Just(Deed::Queue),
        (0..4_usize, "[ a]{0,2}").prop_map(|(phase, why)| Deed::Enter(phase, why)),
        Just(Deed::Close),
        "[ a]{0,2}".prop_map(Deed::Reopen),
        (0..3_usize).prop_map(Deed::Turn),
    ]
}

/// A case with its visits and clocks, as a store would keep them.
struct Kept {
    case: Case,
    visits: BTreeMap<i64, PhaseVisit>,
    clocks: BTreeMap<Uuid, Clock>,
}

impl Kept {
    fn keep(&mut self, case: Case, visits: impl IntoIterator<Item = PhaseVisit>, clocks: Vec<Clock>) {
        self.case = case;
        self.visits
            .extend(visits.into_iter().map(|visit| (visit.n, visit)));
        self.clocks
            .extend(clocks.into_iter().map(|clock| (clock.id.0, clock)));
    }

    /// Does a deed, or nothing when it is refused.
    fn deed(&mut self, deed: &Deed, ground: &mut Ground, today: Date) {
        let visits: Vec<PhaseVisit> = self.visits.values().cloned().collect();
        let clocks: Vec<Clock> = self.clocks.values().cloned().collect();
        let stamp = stamp(today);
        let case = self.case.clone();
        match deed {
            Deed::SetNext(words, days) => {
                let on = today.checked_add(jiff::Span::new().days(*days)).unwrap();
                self.case = set_next(&case, NextAct::Words(words.clone()), on, today).unwrap_or(case);
            }
            Deed::Done => self.case = next_done(&case, today, &ground.weekdays),
            Deed::Assign(to) => self.case = assign(&case, StaffId(Uuid::from_u128(*to))).unwrap_or(case),
            Deed::Queue => self.case = to_queue(&case).unwrap_or(case),
            Deed::Turn(turn) => self.case = take_turn(&case, Turn::ALL[*turn]).map_or(case, |(case, _)| case),
            Deed::Enter(phase, reason) => {
                let phase = ground.model.phases[*phase].id.clone();
                let facts = Facts {
                    agency_chosen: true,
                    level_known: true,
                    ..Facts::of(&case)
                };
                let (visits, clocks) = (&visits[..], &clocks[..]);
                let entering = Entering {
                    phase: &phase,
                    reason,
                    visits,
                    clocks,
                    tasks: &[],
                    facts: &facts,
                };
                if let Ok(e) = ground.run(|rules, fresh| enter_phase(&case, entering, rules, &stamp, fresh)) {
                    let moved = e.clocks.changed.into_iter().chain(e.clocks.started).collect();
                    self.keep(e.case, e.left.into_iter().chain([e.visit]), moved);
                }
            }
            Deed::Close => {
                let hanging = Hanging {
                    clocks,
                    visits,
                    ..Hanging::default()
                };
                let closing = answers(&hanging);
                if let Ok(c) =
                    ground.run(|rules, fresh| close(&case, &hanging, closing, rules, &stamp, fresh))
                {
                    self.keep(c.case, c.visit, c.clocks);
                }
            }
            Deed::Reopen(reason) => {
                let reopening = Reopening {
                    reason,
                    phase: None,
                    visits: &visits,
                    clocks: &clocks,
                };
                if let Ok(r) = ground.run(|rules, fresh| reopen(&case, reopening, rules, &stamp, fresh)) {
                    let moved = r.clocks.changed.into_iter().chain(r.clocks.started).collect();
                    self.keep(r.case, [r.visit], moved);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_done_no_case_falls_into_limbo(deeds in prop::collection::vec(a_deed(), 0..25)) {
        let mut ground = Ground::constituent();
        let opened = ground.open();
        let visits = BTreeMap::from([(1, opened.visit)]);
        let clocks = opened.clocks.into_iter().map(|clock| (clock.id.0, clock)).collect();
        let mut kept = Kept { case: opened.case, visits, clocks };
        let mut today = TODAY;
        for deed in deeds {
            kept.deed(&deed, &mut ground, today);
            today = today.tomorrow().unwrap();
            prop_assert!(!is_in_limbo(&kept.case), "{deed:?}");
            // One visit is open while the case is, in its phase; none when it is closed.
            let open: Vec<&PhaseVisit> = kept.visits.values().filter(|visit| visit.left_at.is_none()).collect();
            prop_assert_eq!(open.len(), usize::from(kept.case.is_open()), "{:?}", deed);
            prop_assert!(open.iter().all(|visit| visit.phase == kept.case.phase));
            // A closed case has an outcome and no running clock; an open one has neither outcome nor end.
            prop_assert_eq!(kept.case.outcome.is_some(), !kept.case.is_open());
            let running = kept.clocks.values().filter(|clock| clock.is_open()).count();
            prop_assert!(kept.case.is_open() || running == 0);
            prop_assert!(!kept.case.is_open() || running > 0);
        }
    }
}
