//! Coming in, staying in, and being shown the door.

use actions::{
    ActionError, login,
    login::{LoginStep, Visitor},
    staff,
};
use auth::{SessionToken, TotpSecret};
use domain::staff::{Role, SessionStage};
use jiff::ToSpan;
use testkit::{
    both_engines,
    house::{PASSWORD, TestHouse},
};

const HOME: &str = "192.0.2.7";

async fn password(
    test: &TestHouse,
    login: &str,
    password: &str,
    network: &str,
) -> Result<LoginStep, ActionError> {
    login::password_step(&test.house, test.office, login, password, network).await
}

async fn visitor(test: &TestHouse, token: &str) -> Visitor {
    let found = login::who(&test.house, token).await.expect("an answer");
    found.expect("the token stands for somebody")
}

async fn is_anybody(test: &TestHouse, token: &str) -> bool {
    login::who(&test.house, token).await.expect("an answer").is_some()
}

/// Comes in as somebody of that role.
async fn come_in(test: &TestHouse, role: Role) -> (String, Visitor) {
    let step = password(test, role.as_str(), PASSWORD, HOME)
        .await
        .expect("the password is right");
    let LoginStep::In(token) = step else {
        panic!("they are not in: {step:?}")
    };
    let visitor = visitor(test, &token).await;
    (token, visitor)
}

fn key(refused: &ActionError) -> String {
    let ActionError::Refused(refused) = refused else {
        panic!("not a refusal: {refused:?}")
    };
    refused[0].key.clone()
}

async fn refusal(test: &TestHouse, login: &str, typed: &str, network: &str) -> String {
    key(&password(test, login, typed, network)
        .await
        .expect_err("it is refused"))
}

/// Sets up a second factor for the caseworker, and answers its secret, the recovery codes and the new token.
async fn enrolled(test: &TestHouse) -> (TotpSecret, Vec<String>, String) {
    let (_, visitor) = come_in(test, Role::Caseworker).await;
    let started = login::enrol_start(&test.house, &visitor)
        .await
        .expect("it begins");
    let secret = secret_in(&started.to_type);
    let code = secret.code_at(test.now());
    let (codes, token) = login::enrol_confirm(&test.house, &visitor, &code)
        .await
        .expect("the code is right");
    (secret, codes, token)
}

/// Reads base 32 as an app does.
fn secret_in(text: &str) -> TotpSecret {
    let (mut held, mut n_bits, mut bytes) = (0_u32, 0, Vec::new());
    for sign in text.bytes().filter(|b| *b != b' ') {
        let value = if sign.is_ascii_uppercase() {
            sign - b'A'
        } else {
            sign - b'2' + 26
        };
        held = held << 5 | u32::from(value);
        n_bits += 5;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push(u8::try_from(held >> n_bits & 0xff).expect("eight bits"));
        }
    }
    TotpSecret::from_bytes(&bytes).expect("160 bits")
}

async fn n_lines(test: &TestHouse) -> i64 {
    test.verify().await.lines
}

both_engines! {
    async fn somebody_comes_in_and_goes_out_again(test) {
        let before = n_lines(&test).await;
        let (token, who) = come_in(&test, Role::Caseworker).await;
        assert!(who.is_in());
        assert_eq!(who.actor, test.caseworker());
        assert_eq!(who.office.id, test.office);
        login::logout(&test.house, &who).await.expect("out");
        assert!(!is_anybody(&test, &token).await);
        assert_eq!(n_lines(&test).await, before + 2, "coming in and going out are two lines");
    }

    async fn a_wrong_password_and_a_stranger_get_one_answer_for_one_piece_of_work(test) {
        let worked = |test: &TestHouse| test.house.passwords().n_workings();
        let lines = n_lines(&test).await;
        let mut said = Vec::new();
        for name in ["caseworker", "nobody@office.example"] {
            let before = worked(&test);
            said.push(refusal(&test, name, "not the password at all", HOME).await);
            assert_eq!(worked(&test) - before, 1, "{name}");
        }
        assert_eq!(said, ["login-wrong", "login-wrong"]);
        assert_eq!(n_lines(&test).await, lines + 2, "each failure is a line");
    }

    /// The ledger names a colleague by id and a stranger by nothing; no typed name or password is in it.
    async fn a_failure_leaves_no_words_of_a_stranger(test) {
        refusal(&test, "juniper-berry@office.example", "sarsaparilla sarsaparilla", HOME).await;
        let mut out = Vec::new();
        store::ledger::export(test.desk().database(), test.office, &mut out).await.expect("an export");
        let text = String::from_utf8(out).expect("JSON");
        assert!(text.contains("login.password"));
        for word in ["juniper-berry", "sarsaparilla"] {
            let hidden: String = word.bytes().map(|b| format!("{b:02x}")).collect();
            assert!(!text.contains(word) && !text.contains(&hidden), "{word} is in the ledger");
        }
        let twin: String = "staff".bytes().map(|b| format!("{b:02x}")).collect();
        assert!(text.contains(&twin), "payloads are searched as they are written");
    }

    async fn five_failures_from_one_network_wait_there_and_nowhere_else(test) {
        for _ in 0..5 {
            assert_eq!(refusal(&test, "caseworker", "wrong wrong wrong", HOME).await, "login-wrong");
        }
        let worked = test.house.passwords().n_workings();
        assert_eq!(refusal(&test, "caseworker", PASSWORD, HOME).await, "login-too-many");
        assert_eq!(test.house.passwords().n_workings(), worked, "whoever waits costs no work");
        // Elsewhere the same name comes in: nobody can lock a colleague out from afar.
        assert!(password(&test, "caseworker", PASSWORD, "198.51.100.4").await.is_ok());
        test.at(test.now() + 15.minutes());
        assert!(password(&test, "caseworker", PASSWORD, HOME).await.is_ok());
    }

    async fn failures_from_everywhere_slow_a_name_down_but_not_where_it_is_known(test) {
        assert!(password(&test, "caseworker", PASSWORD, HOME).await.is_ok());
        for n in 0..20 {
            let network = format!("198.51.100.{n}");
            assert_eq!(refusal(&test, "caseworker", "wrong wrong wrong", &network).await, "login-wrong");
        }
        assert_eq!(refusal(&test, "caseworker", "wrong wrong wrong", "203.0.113.1").await, "login-too-many");
        assert!(password(&test, "caseworker", PASSWORD, HOME).await.is_ok(), "their own network is known");
        assert!(password(&test, "supervisor", PASSWORD, "203.0.113.1").await.is_ok(), "others are not slowed");
    }

    async fn a_stay_ends_when_idle_and_at_the_end_of_the_day(test) {
        let (token, _) = come_in(&test, Role::Caseworker).await;
        let began = test.now();
        test.at(began + 29.minutes());
        assert!(is_anybody(&test, &token).await);
        test.at(began + 58.minutes());
        assert!(is_anybody(&test, &token).await, "being seen at 29 minutes was noted");
        test.at(began + 88.minutes());
        assert!(!is_anybody(&test, &token).await, "thirty minutes with nobody there");
        let (token, _) = come_in(&test, Role::Supervisor).await;
        for half_hours in 1..=27_i64 {
            test.at(began + 88.minutes() + (half_hours * 25).minutes());
            let there = is_anybody(&test, &token).await;
            assert_eq!(there, half_hours * 25 < 720, "{half_hours}");
        }
    }

    async fn closing_a_login_ends_its_stays_at_once(test) {
        let (token, _) = come_in(&test, Role::Caseworker).await;
        let id = test.id(Role::Caseworker);
        staff::disable(&test.house, &test.administrator(), id).await.expect("closed");
        assert!(!is_anybody(&test, &token).await);
        assert_eq!(refusal(&test, "caseworker", PASSWORD, HOME).await, "login-wrong");
        staff::enable(&test.house, &test.administrator(), id).await.expect("open again");
        assert!(!is_anybody(&test, &token).await, "the old stay does not come back");
        assert!(password(&test, "caseworker", PASSWORD, HOME).await.is_ok());
        test.verify().await;
    }

    async fn with_a_second_factor_the_password_alone_is_not_in(test) {
        let (secret, _, _) = enrolled(&test).await;
        test.at(test.now() + 30.seconds());
        let step = password(&test, "caseworker", PASSWORD, HOME).await.expect("the password is right");
        let LoginStep::Code(half) = step else { panic!("no code is asked: {step:?}") };
        let half_in = visitor(&test, &half).await;
        assert!(!half_in.is_in());
        let wrong = login::code_step(&test.house, &half_in, "000000").await.expect_err("it is wrong");
        assert_eq!(key(&wrong), "login-wrong-code");
        let code = secret.code_at(test.now());
        let token = login::code_step(&test.house, &half_in, &code).await.expect("it is right");
        assert!(visitor(&test, &token).await.is_in());
        assert!(!is_anybody(&test, &half).await, "the secret of the stage before is worth nothing");
        // The same code a second time, as somebody who looked over the shoulder has it.
        let again = password(&test, "caseworker", PASSWORD, HOME).await.expect("the password is right");
        let half_in = visitor(&test, again.token()).await;
        let replayed = login::code_step(&test.house, &half_in, &code).await.expect_err("it was used");
        assert_eq!(key(&replayed), "login-wrong-code");
        // The twin: half a minute later the next code of the same app is taken.
        test.at(test.now() + 30.seconds());
        let next = secret.code_at(test.now());
        assert!(login::code_step(&test.house, &half_in, &next).await.is_ok());
        test.verify().await;
    }

    /// Two browsers send the same code at the same moment, as somebody does who reads along.
    async fn of_two_who_send_one_code_at_once_one_is_in(test) {
        let (secret, _, _) = enrolled(&test).await;
        for _ in 0..5 {
            test.at(test.now() + 30.seconds());
            let code = secret.code_at(test.now());
            let mut both = Vec::new();
            for _ in 0..2 {
                let half = password(&test, "caseworker", PASSWORD, HOME).await.expect("right");
                both.push(visitor(&test, half.token()).await);
            }
            let (one, other) = tokio::join!(
                login::code_step(&test.house, &both[0], &code),
                login::code_step(&test.house, &both[1], &code),
            );
            assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "{one:?} {other:?}");
        }
    }

    async fn a_recovery_code_lets_in_once(test) {
        let (_, codes, _) = enrolled(&test).await;
        assert_eq!(codes.len(), 10);
        for expected in [true, false] {
            let half = password(&test, "caseworker", PASSWORD, HOME).await.expect("right");
            let half_in = visitor(&test, half.token()).await;
            let done = login::code_step(&test.house, &half_in, &codes[3].to_lowercase()).await;
            assert_eq!(done.is_ok(), expected, "{done:?}");
        }
    }

    async fn guessing_codes_is_slowed_down(test) {
        enrolled(&test).await;
        let half = password(&test, "caseworker", PASSWORD, HOME).await.expect("right");
        let half_in = visitor(&test, half.token()).await;
        let mut said = Vec::new();
        for _ in 0..21 {
            said.push(key(&login::code_step(&test.house, &half_in, "12345").await.expect_err("wrong")));
        }
        assert!(said[..20].iter().all(|k| k == "login-wrong-code"));
        assert_eq!(said[20], "login-too-many");
    }

    async fn setting_up_the_second_factor_shows_one_secret_and_ends_other_stays(test) {
        let (elsewhere, _) = come_in(&test, Role::Caseworker).await;
        let (_, here) = come_in(&test, Role::Caseworker).await;
        let one = login::enrol_start(&test.house, &here).await.expect("it begins");
        let two = login::enrol_start(&test.house, &here).await.expect("it is loaded again");
        assert_eq!(one.uri, two.uri);
        assert!(one.uri.starts_with("otpauth://totp/") && one.qr_svg.starts_with("<svg "));
        let wrong = login::enrol_confirm(&test.house, &here, "000000").await.expect_err("wrong");
        assert_eq!(key(&wrong), "login-wrong-code");
        assert!(is_anybody(&test, &elsewhere).await, "a wrong code changes nothing");
        let code = secret_in(&one.to_type).code_at(test.now());
        let (_, token) = login::enrol_confirm(&test.house, &here, &code).await.expect("right");
        assert!(!is_anybody(&test, &elsewhere).await);
        assert!(visitor(&test, &token).await.is_in());
    }

    async fn heavy_acts_ask_again_and_proving_again_does_not_lengthen_the_stay(test) {
        let (token, who) = come_in(&test, Role::Caseworker).await;
        assert!(login::is_fresh(&test.house, &who));
        test.at(test.now() + 10.minutes());
        let stale = visitor(&test, &token).await;
        assert!(!login::is_fresh(&test.house, &stale));
        let refused = staff::change_own_password(&test.house, &stale, "otters in a winter stream").await;
        assert_eq!(key(&refused.expect_err("too long ago")), "login-prove-again");
        let wrong = login::prove_again(&test.house, &stale, "wrong wrong wrong", HOME).await;
        assert_eq!(key(&wrong.expect_err("wrong")), "login-wrong");
        let token = login::prove_again(&test.house, &stale, PASSWORD, HOME).await.expect("right");
        let fresh = visitor(&test, &token).await;
        assert!(login::is_fresh(&test.house, &fresh));
        assert_eq!(fresh.session.ends_at, stale.session.ends_at);
    }

    async fn a_first_password_opens_for_a_day_and_only_to_choose_another(test) {
        let id = test.id(Role::Caseworker);
        let (old, _) = come_in(&test, Role::Caseworker).await;
        let first = staff::reset(&test.house, &test.administrator(), id).await.expect("reset");
        assert!(!is_anybody(&test, &old).await);
        assert_eq!(refusal(&test, "caseworker", PASSWORD, HOME).await, "login-wrong");
        let step = password(&test, "caseworker", &first, HOME).await.expect("right");
        let LoginStep::ChangePassword(half) = step else { panic!("they may go on: {step:?}") };
        let half_in = visitor(&test, &half).await;
        assert_eq!(half_in.session.stage, SessionStage::Change);
        for (new, said) in [
            ("short", "password-refused-too-short"),
            (first.as_str(), "password-refused-same"),
        ] {
            let refused = staff::change_own_password(&test.house, &half_in, new).await.expect_err("refused");
            assert_eq!(key(&refused), said);
        }
        staff::change_own_password(&test.house, &half_in, "otters in a winter stream").await.expect("taken");
        assert!(!is_anybody(&test, &half).await, "they come in anew");
        let step = password(&test, "caseworker", "otters in a winter stream", HOME).await.expect("right");
        assert!(matches!(step, LoginStep::In(_)), "{step:?}");
        let first = staff::reset(&test.house, &test.administrator(), id).await.expect("reset");
        test.days_pass(1);
        assert_eq!(refusal(&test, "caseworker", &first, HOME).await, "login-wrong");
        test.verify().await;
    }

    async fn an_office_that_wants_a_second_factor_lets_nobody_past_setting_it_up(test) {
        let actor = test.machinery();
        let mut act = test.desk().act(&actor).await.expect("an act");
        let mut office = (*test.desk().office(test.office).await.expect("the office")).clone();
        office.totp_required = true;
        act.update(&mut office).await.expect("changed");
        let did = store::ledger::Deed {
            action: "office.change", object: "offices", object_id: test.office.0, case_id: None,
            outcome: "done", reason: None,
        };
        act.commit(did).await.expect("saved");
        let step = password(&test, "caseworker", PASSWORD, HOME).await.expect("right");
        let LoginStep::Enrol(half) = step else { panic!("they may go on: {step:?}") };
        let half_in = visitor(&test, &half).await;
        assert!(!half_in.is_in());
        let not_yet = staff::change_own_password(&test.house, &half_in, "otters in a winter stream").await;
        assert!(matches!(not_yet, Err(ActionError::NotFound)));
        let started = login::enrol_start(&test.house, &half_in).await.expect("it begins");
        let code = secret_in(&started.to_type).code_at(test.now());
        let (_, token) = login::enrol_confirm(&test.house, &half_in, &code).await.expect("right");
        assert!(visitor(&test, &token).await.is_in());
    }

    async fn only_those_who_run_staff_add_somebody_and_a_login_is_one_persons(test) {
        let who = |login: &str| staff::AddStaff {
            name: "Noor Haddad".into(), login: login.into(), role: Role::Intake, language: None,
        };
        let refused = staff::add(&test.house, &test.director(), who("noor@vale.example")).await.map(|_| ());
        assert!(matches!(refused, Err(ActionError::NotAllowed(_))), "{refused:?}");
        let added = staff::add(&test.house, &test.administrator(), who(" Noor@Vale.example ")).await.expect("added");
        let step = password(&test, "noor@vale.example", &added.first_password, HOME).await.expect("right");
        assert!(matches!(step, LoginStep::ChangePassword(_)), "{step:?}");
        let again = staff::add(&test.house, &test.administrator(), who("noor@vale.example")).await.map(|_| ());
        assert!(matches!(&again, Err(ActionError::Invalid(f)) if f[0].key == "staff-email-taken"), "{again:?}");
        let bad = staff::add(&test.house, &test.administrator(), who("two words")).await.map(|_| ());
        assert!(matches!(&bad, Err(ActionError::Invalid(f)) if f[0].field == "login"), "{bad:?}");
        let last = staff::disable(&test.house, &test.machinery(), test.id(Role::Administrator)).await;
        assert_eq!(key(&last.expect_err("the last one stays")), "staff-last-administrator");
        test.verify().await;
    }

    async fn a_change_of_role_shows_the_door(test) {
        let (token, _) = come_in(&test, Role::Intake).await;
        let id = test.id(Role::Intake);
        staff::change_role(&test.house, &test.administrator(), id, Role::Caseworker).await.expect("changed");
        assert!(!is_anybody(&test, &token).await);
        let step = password(&test, "intake", PASSWORD, HOME).await.expect("right");
        assert_eq!(visitor(&test, step.token()).await.actor.role(), Some(Role::Caseworker));
    }

    async fn a_token_we_did_not_make_stands_for_nobody(test) {
        come_in(&test, Role::Caseworker).await;
        for token in ["", "short", &SessionToken::generate().to_text()] {
            assert!(!is_anybody(&test, token).await, "{token}");
        }
    }
}
