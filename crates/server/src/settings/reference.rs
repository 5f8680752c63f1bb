//! The settings as a page of the manual, made from the table.

use std::fmt::Write as _;

use super::SETTINGS;

/// The text of `docs/office/settings.md`.
pub fn reference() -> String {
    let mut page = String::from(
        "# Settings\n\n\
         <!-- Made from crates/server/src/settings/table.rs by `cargo x bless`: change it there. -->\n\n\
         A setting is read from the command line, else from its environment variable, else from `casework.toml` in the \
         folder where `casework` is started (`--config FILE` names another file), else it is as the table says.\n\
         Names with a dot stand in a table of the file: `smtp.host` is `host` under `[smtp]`.\n\
         Paths are taken from the folder where `casework` is started.\n\n\
         All of them are checked at every start; what cannot be used is named with its file and line, and with what to \
         do.\n\
         `casework settings` prints what is in force and where it was said, without passwords.\n",
    );
    for setting in SETTINGS {
        let default = match (setting.default, setting.otherwise) {
            ("", otherwise) => otherwise.to_owned(),
            (default, _) => format!("`{default}`"),
        };
        let _ = write!(
            page,
            "\n## `{}`\n\n{}\n\n- Environment variable: `{}`\n- Otherwise: {default}\n",
            setting.name, setting.meaning, setting.variable,
        );
    }
    page
}
