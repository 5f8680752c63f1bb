//! The daily work: each operation once, through the door or by its act, with a look at what came back.

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use actions::{House, arrivals::take_in, consents::Planned};
use anyhow::{Result, bail, ensure};
use domain::{access::Actor, consents::DataClass, ids::OfficeId, inquiries::InquiryPurpose, staff::Role};
use testkit::{
    caller::{Answer, Caller},
    plenty::{LONG_TIMELINE, Made, SEARCHED, Words},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    Static,
    CasePage,
    LongCasePage,
    CaseAfterSearch,
    MyCases,
    MyCasesLater,
    SearchRare,
    SearchTwo,
    SearchNothing,
    Create,
    Note,
    Phase,
    Mail,
    Gate,
}

impl Work {
    pub const ALL: [Work; 14] = [
        Work::Static,
        Work::CasePage,
        Work::LongCasePage,
        Work::CaseAfterSearch,
        Work::MyCases,
        Work::MyCasesLater,
        Work::SearchRare,
        Work::SearchTwo,
        Work::SearchNothing,
        Work::Create,
        Work::Note,
        Work::Phase,
        Work::Mail,
        Work::Gate,
    ];

    pub const fn title(self) -> &'static str {
        match self {
            Work::Static => "a static file, as the ceiling of HTTP",
            Work::CasePage => "open a case page, any open case",
            Work::LongCasePage => "open a case page with a 50-entry timeline",
            Work::CaseAfterSearch => "open a case page right after a search (both)",
            Work::MyCases => "my open cases, first 50 rows",
            Work::MyCasesLater => "my open cases, page 20",
            Work::SearchRare => "search one rare word",
            Work::SearchTwo => "search two common words together",
            Work::SearchNothing => "search a word nobody wrote",
            Work::Create => "create a case (call taken down, case opened)",
            Work::Note => "write a note",
            Work::Phase => "enter another phase",
            Work::Mail => "one e-mail in (the act, raw bytes sealed)",
            Work::Gate => "ask the release gate (the act)",
        }
    }

    /// What it may cost in CPU milliseconds, from `design`'s table of what users pick today.
    pub const fn may_cost(self) -> Option<f64> {
        match self {
            Work::CasePage | Work::LongCasePage | Work::Note => Some(1.5),
            Work::MyCases | Work::MyCasesLater => Some(1.0),
            Work::SearchRare | Work::SearchTwo | Work::SearchNothing => Some(5.0),
            Work::Create => Some(2.0),
            Work::Mail => Some(3.0),
            Work::Static | Work::CaseAfterSearch | Work::Phase | Work::Gate => None,
        }
    }

    /// How many statements it may take, where that was said.
    pub const fn may_ask(self) -> Option<u64> {
        match self {
            Work::CasePage | Work::LongCasePage => Some(12),
            Work::MyCases | Work::MyCasesLater => Some(4),
            _ => None,
        }
    }

    /// Whether it goes through the door of the running program.
    pub const fn is_at_the_door(self) -> bool {
        !matches!(self, Work::Mail | Work::Gate)
    }
}

/// What operations are about, shared by everybody who works.
pub struct Bench {
    made: Made,
    later: String,
    house: House,
    office: OfficeId,
    next: AtomicUsize,
    /// What was written, by table and by how many rows must have come.
    pub written: Mutex<Written>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    pub cases: i64,
    pub notes: i64,
    pub visits: i64,
    pub arrivals: i64,
}

impl Bench {
    /// Looks up the address of page 20 of the caller's cases, as somebody would get there.
    pub fn new(made: Made, house: House, office: OfficeId, caller: &mut Caller) -> Result<Self> {
        let mut path = "/cases?view=mine".to_owned();
        for page in 1..20 {
            let answer = caller.get(&path)?;
            let Some(next) = next_page(&answer.body) else {
                // A small office has fewer pages; the last one is measured.
                ensure!(page > 1, "there is only one page of cases");
                break;
            };
            path = next;
        }
        Ok(Self {
            made,
            later: path,
            house,
            office,
            next: AtomicUsize::new(1),
            written: Mutex::default(),
        })
    }

    fn some(&self, from: &[(String, String)]) -> (usize, String, String) {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        // A stride, so that neighbours in time are no neighbours in the table.
        let (reference, title) = from[(n * 7_919) % from.len()].clone();
        (n, reference, title)
    }

    fn count(&self, add: impl FnOnce(&mut Written)) {
        add(&mut self
            .written
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    fn worker(&self) -> Actor {
        Actor::staff(self.office, self.made.workers[0], Role::Caseworker)
    }

    /// Does it once through the door, and answers how many bytes came back.
    pub fn at_the_door(&self, work: Work, caller: &mut Caller) -> Result<usize> {
        let made = &self.made;
        match work {
            Work::Static => {
                let answer = good(caller.get(&pages::assets::url("hx-csp.js"))?)?;
                Ok(answer.bytes)
            }
            Work::CasePage => self.case_page(&made.open, caller),
            Work::LongCasePage => {
                let (_, reference, title) = self.some(&made.long);
                let answer = page_of(caller.get(&format!("/cases/{reference}"))?, &reference, &title)?;
                let shown = answer.body.matches("id=\"e-").count();
                ensure!(shown >= LONG_TIMELINE, "{reference} shows {shown} entries");
                Ok(answer.bytes)
            }
            Work::CaseAfterSearch => {
                let found = self.search(caller, &Words::of_rank(SEARCHED[1]), true)?;
                Ok(found + self.case_page(&made.open, caller)?)
            }
            Work::MyCases => rows(&good(caller.get("/cases?view=mine")?)?, 50),
            Work::MyCasesLater => rows(&good(caller.get(&self.later)?)?, 1),
            Work::SearchRare => self.search(caller, &Words::of_rank(SEARCHED[0]), true),
            Work::SearchTwo => {
                let both = format!("{}+{}", Words::of_rank(SEARCHED[2]), Words::of_rank(SEARCHED[3]));
                self.search(caller, &both, true)
            }
            Work::SearchNothing => self.search(caller, "xylophonist", false),
            Work::Create => self.create(caller),
            Work::Note => {
                let (n, reference, _) = self.some(&made.open);
                let text = format!("Called about {n}. {}", Words::of_rank(n % 4_000 + 1).repeat(40));
                let path = format!("/cases/{reference}/notes");
                let answer = sent(&caller.post(&path, &[("text", &text)])?, "/cases/")?;
                self.count(|w| w.notes += 1);
                Ok(answer)
            }
            Work::Phase => {
                let (n, reference, _) = self.some(&made.open);
                let phase = ["assessment", "intervention", "resolution", "intake"][(n / made.open.len()) % 4];
                let form = [("phase", phase), ("reason", "It goes on there.")];
                let answer = sent(
                    &caller.post(&format!("/cases/{reference}/phase"), &form)?,
                    "/cases/",
                )?;
                self.count(|w| w.visits += 1);
                Ok(answer)
            }
            Work::Mail | Work::Gate => bail!("{work:?} is no page"),
        }
    }

    fn case_page(&self, from: &[(String, String)], caller: &mut Caller) -> Result<usize> {
        let (_, reference, title) = self.some(from);
        Ok(page_of(caller.get(&format!("/cases/{reference}"))?, &reference, &title)?.bytes)
    }

    fn search(&self, caller: &mut Caller, words: &str, finds: bool) -> Result<usize> {
        let answer = good(caller.get(&format!("/search?q={words}"))?)?;
        let hits = answer.body.matches("href=\"/cases/").count();
        ensure!((hits > 0) == finds, "{words} finds {hits}");
        Ok(answer.bytes)
    }

    fn create(&self, caller: &mut Caller) -> Result<usize> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let story = format!(
            "Taken down as number {n}. {}",
            Words::of_rank(n % 4_000 + 1).repeat(100)
        );
        let form = [
            ("act", "open"),
            ("story", story.as_str()),
            ("known", "not-known"),
            ("hand_to", "me"),
        ];
        let bytes = sent(&caller.post("/intake/new", &form)?, "/cases/")?;
        self.count(|w| {
            w.cases += 1;
            w.visits += 1;
            w.arrivals += 1;
        });
        Ok(bytes)
    }

    /// Does it once by its act.
    pub async fn by_its_act(&self, work: Work) -> Result<usize> {
        match work {
            Work::Mail => {
                let n = self.next.fetch_add(1, Ordering::Relaxed);
                let body = Words::of_rank(n % 4_000 + 1).repeat(60);
                let raw = format!(
                    "From: Person {n} <person{n}@mail.example>\r\nTo: help@vale.example\r\nSubject: My claim {n}\r\n\
                     Message-ID: <{n}.{}@mail.example>\r\nDate: Mon, 2 Mar 2026 08:00:00 -0600\r\n\
                     Content-Type: text/plain; charset=utf-8\r\n\r\nDear office,\r\n{body}\r\n",
                    self.house.desk().new_id(),
                );
                let bytes = raw.len();
                let taken = take_in(&self.house, self.office, raw.into_bytes(), None).await?;
                ensure!(
                    matches!(taken, actions::arrivals::TakenIn::New { .. }),
                    "{taken:?}"
                );
                self.count(|w| w.arrivals += 1);
                Ok(bytes)
            }
            Work::Gate => {
                let (_, reference, _) = self.some(&self.made.open);
                let planned = Planned {
                    agency: "ssa".into(),
                    purpose: InquiryPurpose::AskStatus,
                    data_classes: vec![DataClass::ALL[0]],
                };
                let answer =
                    actions::consents::judge(&self.house, &self.worker(), &reference, &planned).await?;
                ensure!(
                    !format!("{answer:?}").starts_with("Allow"),
                    "nothing was released: {answer:?}"
                );
                Ok(0)
            }
            _ => bail!("{work:?} is done at the door"),
        }
    }
}

fn good(answer: Answer) -> Result<Answer> {
    ensure!(answer.code == 200, "answered {}", answer.code);
    Ok(answer)
}

fn page_of(answer: Answer, reference: &str, title: &str) -> Result<Answer> {
    let answer = good(answer)?;
    ensure!(
        answer.body.contains(title) && answer.body.contains(reference),
        "the page of {reference} does not show its title"
    );
    Ok(answer)
}

fn sent(answer: &Answer, to: &str) -> Result<usize> {
    ensure!(
        answer.code == 303 && answer.location.starts_with(to),
        "answered {} to {}: {}",
        answer.code,
        answer.location,
        answer.body
    );
    Ok(answer.bytes)
}

fn rows(answer: &Answer, least: usize) -> Result<usize> {
    // A row names its case in a link.
    let n = answer.body.matches("href=\"/cases/").count();
    ensure!(n >= least, "{n} rows");
    Ok(answer.bytes)
}

/// The address of the page after this one.
fn next_page(body: &str) -> Option<String> {
    let mark = "href=\"/cases?view=mine&amp;after=";
    let at = body.find(mark)? + "href=\"".len();
    Some(body[at..].split('"').next()?.replace("&amp;", "&"))
}
