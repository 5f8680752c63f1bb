//! Tasks that come from the model.

use super::*;

#[test]
fn tasks_are_made_on_entry_offered_while_it_lasts_and_not_doubled() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let case = Case {
        phase: "assessment".into(),
        ..opened.case
    };
    let made = ground.run(|rules, fresh| tasks::made_on_entry(&case, &[], rules, &stamp(TODAY), fresh));
    assert_eq!(
        (made.len(), made[0].kind, made[0].due_on),
        (1, TaskKind::Automatic, date(2026, 11, 6))
    );
    let again = ground.run(|rules, fresh| tasks::made_on_entry(&case, &made, rules, &stamp(TODAY), fresh));
    assert!(again.is_empty());
    let done = vec![tasks::finish(&made[0], &stamp(TODAY)).unwrap()];
    let anew = ground.run(|rules, fresh| tasks::made_on_entry(&case, &done, rules, &stamp(TODAY), fresh));
    assert_eq!(anew.len(), 1);

    let names = |tasks: &[tasks::Task]| {
        tasks::offered(&ground.model, "assessment", tasks)
            .iter()
            .map(|rule| rule.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["request-release", "collect-papers"]);
    let take_up = |ground: &mut Ground, offer: &str, tasks: &[tasks::Task]| {
        ground.run(|rules, fresh| tasks::take_up(offer, &case, tasks, rules, &stamp(TODAY), fresh))
    };
    let mut other = Ground::constituent();
    let taken = take_up(&mut other, "request-release", &[]).unwrap();
    assert_eq!((taken.assigned_to, taken.kind), (Some(ANA), TaskKind::Offered));
    assert_eq!(names(std::slice::from_ref(&taken)), ["collect-papers"]);
    let twice = take_up(&mut other, "request-release", std::slice::from_ref(&taken));
    assert_eq!(twice, Err(TaskRefusal::NotOffered));
    assert_eq!(tasks::drop_task(&taken, " "), Err(TaskRefusal::ReasonMissing));
    let dropped = tasks::drop_task(&taken, "she brought it").unwrap();
    assert_eq!(tasks::finish(&dropped, &stamp(TODAY)), Err(TaskRefusal::Over));
}

#[test]
fn what_has_a_day_does_not_wait_for_monday() {
    let mut ground = Ground::social();
    let case = Case {
        phase: "crisis".into(),
        ..ground.open().case
    };
    let saturday = date(2026, 11, 7);
    let made = ground.run(|rules, fresh| tasks::made_on_entry(&case, &[], rules, &stamp(saturday), fresh));
    let due: Vec<Date> = made.iter().map(|task| task.due_on).collect();
    assert_eq!(due, [saturday, date(2026, 11, 8)]);
}
