//! Two people at one form, walls with somebody behind them, lines of the timeline and what they state.

use super::*;
use crate::access::{Exception, ExceptionKind};
use crate::both::{differing, merged, settle};
use crate::ids::AccessId;
use crate::people::Way;

fn fields(summary: &str, topic: &str) -> CaseFields {
    CaseFields {
        title: "A claim".into(),
        summary: summary.into(),
        agency: None,
        topic: Some(topic.into()),
        level: None,
        urgency: Urgency::Routine,
        cadence_days: 14,
    }
}

#[test]
fn what_only_one_of_two_changed_is_kept_and_what_both_changed_is_asked() {
    let was = fields("paid", "retirement");
    let theirs = fields("paid until May", "retirement");
    let beside = fields("paid", "disability");
    let against = fields("paid until June", "disability");
    assert_eq!(
        merged(&theirs, &was, &beside),
        fields("paid until May", "disability")
    );
    assert_eq!(
        settle(&theirs, Some(&was), &beside),
        Some(fields("paid until May", "disability"))
    );
    assert_eq!(settle(&theirs, Some(&was), &against), None);
    let asked = differing(&theirs, Some(&was), &against);
    assert_eq!(
        asked.iter().map(|d| d.field).collect::<Vec<_>>(),
        [CaseField::Summary]
    );
    // Without knowing what the form showed, nothing that differs is settled by itself.
    assert_eq!(settle(&theirs, None, &beside), None);
    assert_eq!(settle(&theirs, None, &theirs), Some(theirs.clone()));
}

proptest! {
    /// Whatever two people write, no text of either goes unseen: it stands, or it is asked about.
    #[test]
    fn nobody_is_overruled_unseen(was in 0..3_u8, theirs in 0..3_u8, ours in 0..3_u8) {
        let text = |n: u8| fields(&format!("text {n}"), "t");
        let (was, theirs, ours) = (text(was), text(theirs), text(ours));
        match settle(&theirs, Some(&was), &ours) {
            Some(kept) => {
                prop_assert!(theirs == was || kept.summary == theirs.summary);
                prop_assert!(ours == was || kept.summary == ours.summary);
            }
            None => prop_assert!(theirs != was && ours != was && theirs != ours),
        }
    }
}

fn exception(staff_id: StaffId, kind: ExceptionKind) -> Exception {
    Exception {
        id: AccessId(Uuid::from_u128(77)),
        case_id: Ground::constituent().open().case.id,
        staff_id,
        kind,
        reason: "because".into(),
    }
}

#[test]
fn behind_every_wall_somebody_can_see_the_case() {
    let mut case = Ground::constituent().open().case;
    for owner in [None, Some(ANA)] {
        for visibility in Visibility::ALL.iter().copied() {
            for exceptions in [
                vec![],
                vec![exception(ANA, ExceptionKind::Deny)],
                vec![exception(BEN, ExceptionKind::Allow)],
            ] {
                case.owner_id = owner;
                let denied = exceptions.iter().any(|e| e.kind == ExceptionKind::Deny);
                let allowed = exceptions.iter().any(|e| e.kind == ExceptionKind::Allow);
                let inside = (owner.is_some() && !denied) || allowed;
                let answer = guard(&case, visibility, "safety", &exceptions);
                assert_eq!(
                    answer.is_err(),
                    visibility == Visibility::Walled && !inside,
                    "{owner:?} {visibility} {exceptions:?}"
                );
            }
        }
    }
    case.owner_id = Some(ANA);
    assert_eq!(
        guard(&case, Visibility::Walled, " ", &[]),
        Err(Refusal::ReasonMissing)
    );
    case.visibility = Visibility::Walled;
    let id = AccessId(Uuid::from_u128(78));
    assert_eq!(
        except(&case, ANA, ExceptionKind::Deny, "kin", &[], id),
        Err(Refusal::NobodyInside)
    );
    case.visibility = Visibility::Open;
    let kept_out = except(&case, ANA, ExceptionKind::Deny, "kin", &[], id).unwrap();
    assert_eq!(kept_out.case.unwrap().owner_id, None);
    assert_eq!(lift(&case, BEN, &[]), Err(Refusal::NoException));
}

#[test]
fn only_a_talk_with_the_person_is_heard() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let mut heard = |with: CalledWith, reached: Reached| {
        let calling = Calling {
            with,
            direction: Direction::None,
            reached,
            minutes: None,
            at: None,
            body: String::new(),
            no_news: false,
        };
        let entry = ground
            .run(|_, fresh| call(&case, &calling, &stamp(TODAY), fresh))
            .unwrap();
        assert_eq!(entry.direction, Direction::Out);
        Heard::of(&case, &entry).is_some()
    };
    assert!(heard(CalledWith::Person, Reached::Spoke));
    assert!(!heard(CalledWith::Person, Reached::LeftMessage));
    assert!(!heard(CalledWith::Person, Reached::NoAnswer));
    assert!(!heard(CalledWith::Other("the liaison".into()), Reached::Spoke));
    let tried = ground.run(|_, fresh| attempt(&case, Way::Post, "", None, &stamp(TODAY), fresh));
    assert_eq!(tried.unwrap().kind, EntryKind::Attempt);
}

#[test]
fn what_was_stated_stands_until_it_is_taken_back() {
    let mut ground = Ground::social();
    let case = ground.open().case;
    let mut said = vec![];
    let mut facts_after = |stating: Stating| {
        let entry = ground
            .run(|_, fresh| state(&case, &stating, "in her words", &stamp(TODAY), fresh))
            .unwrap();
        said.push(entry);
        with_stated(&Facts::of(&case), &said)
    };
    let facts = facts_after(Stating::ConsentGiven(ConsentKind::Services));
    assert!(facts.consents.contains(&ConsentKind::Services));
    let facts = facts_after(Stating::RiskRaised(RiskLevel::High));
    assert_eq!((facts.risk, facts.open_risks), (RiskLevel::High, 1));
    let facts = facts_after(Stating::RiskEnded);
    assert_eq!((facts.risk, facts.open_risks), (RiskLevel::None, 0));
    let facts = facts_after(Stating::ClosingApproved(Role::Supervisor));
    assert_eq!(
        facts.approvals,
        [Approval {
            role: Role::Supervisor,
            by: ANA
        }]
    );
    let facts = facts_after(Stating::ConsentWithdrawn(ConsentKind::Services));
    assert!(facts.consents.is_empty());
    let silent = ground.run(|_, fresh| state(&case, &Stating::RiskEnded, " ", &stamp(TODAY), fresh));
    assert_eq!(silent, Err(Refusal::WordsMissing));
}
