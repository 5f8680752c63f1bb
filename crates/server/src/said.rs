//! What a command says: words for people on standard output, or one JSON object for scripts; progress on standard error.

/// How to say it.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    pub json: bool,
}

impl Said {
    /// The answer: the lines, or the object.
    pub fn answer(self, lines: &str, object: &serde_json::Value) {
        if self.json {
            print(&object.to_string());
        } else {
            print(lines.trim_end());
        }
    }

    /// Something a person may want to know while they wait.
    pub fn progress(self, line: &str) {
        tell(line);
    }

    /// Why it was not done. The source of each fault follows it, so that the first line need not say everything.
    pub fn refusal(self, why: &anyhow::Error) {
        if self.json {
            print(&serde_json::json!({ "ok": false, "why": format!("{why:#}") }).to_string());
        }
        tell(&format!("casework: {why:#}"));
    }
}

/// One line on standard error.
fn tell(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// One answer on standard output. Whoever stopped reading it, as `head` does, stops nothing else.
fn print(text: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// The words of the staff pages, for what the rules say at the command line.
pub fn english() -> &'static pages::words::Words {
    pages::words::Words::for_language(pages::words::Lang::English)
}

/// A refusal in words, for the person at the terminal.
pub fn in_words(fault: actions::ActionError) -> anyhow::Error {
    use actions::ActionError;
    // Only the year of a date hangs on it: at a terminal every date says its year.
    let here = pages::words::dates::Here {
        now: jiff::Timestamp::UNIX_EPOCH,
        zone: jiff::tz::TimeZone::UTC,
    };
    let told: Vec<String> = match &fault {
        ActionError::Refused(refused) => refused
            .iter()
            .map(|r| pages::app::in_words(english(), &here, r))
            .collect(),
        ActionError::Invalid(faults) => faults
            .iter()
            .map(|f| {
                let refused = actions::Refused {
                    key: f.key.clone(),
                    args: f.args.clone(),
                };
                pages::app::in_words(english(), &here, &refused)
            })
            .collect(),
        // What is no answer of the rules says in its own words what it is.
        _ => return fault.into(),
    };
    anyhow::anyhow!("{}", told.join("; "))
}
