//! The templates every office starts with, in English and Spanish.

use crate::letters::Template;

macro_rules! compiled_in {
    ($($path:literal),* $(,)?) => {
        const COMPILED_IN: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../../../templates/", $path)))),*];
    };
}

compiled_in![
    "en/acknowledgement.txt",
    "en/ask-for-release.txt",
    "en/closing-by-post.txt",
    "en/closing.txt",
    "en/courtesy-referral.txt",
    "en/four-week-question.txt",
    "en/inquiry.txt",
    "en/interim-news.txt",
    "en/no-news-yet.txt",
    "es/acknowledgement.txt",
    "es/ask-for-release.txt",
    "es/closing-by-post.txt",
    "es/closing.txt",
    "es/courtesy-referral.txt",
    "es/four-week-question.txt",
    "es/interim-news.txt",
    "es/no-news-yet.txt",
];

/// Every template, read.
pub fn compiled_in_templates() -> Vec<Template> {
    let read = |(_, text): &(&str, &str)| Template::parse(text).expect("a test reads every template");
    COMPILED_IN.iter().map(read).collect()
}

/// The newest version of a template in the first of the person's languages that has it; English where none has.
/// Only the primary part of a tag counts: `es-MX` finds `es`.
pub fn find_template<'a>(templates: &'a [Template], id: &str, languages: &[String]) -> Option<&'a Template> {
    let wanted = languages.iter().map(String::as_str).chain(std::iter::once("en"));
    wanted
        .map(|tag| tag.split('-').next().unwrap_or(tag))
        .find_map(|primary| {
            let fitting = templates.iter().filter(|template| {
                template.id == id
                    && template.language.eq_ignore_ascii_case(primary)
                    && template.approved_on.is_some()
            });
            fitting.max_by_key(|template| template.version)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{Field, PaperOnly, TemplateFault, ToKind};
    use crate::people::Way;
    use std::collections::BTreeMap;

    fn all_values() -> BTreeMap<Field, String> {
        Field::ALL
            .iter()
            .map(|field| (*field, format!("<{field}>")))
            .collect()
    }

    #[test]
    fn every_file_is_compiled_in_and_says_what_its_name_says() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates");
        let mut on_disk = Vec::new();
        for language in ["en", "es"] {
            for entry in std::fs::read_dir(format!("{folder}/{language}")).expect("part of the source") {
                let name = entry
                    .expect("readable")
                    .file_name()
                    .into_string()
                    .expect("plain names");
                on_disk.push(format!("{language}/{name}"));
            }
        }
        on_disk.sort();
        assert_eq!(
            on_disk,
            COMPILED_IN
                .iter()
                .map(|(path, _)| (*path).to_owned())
                .collect::<Vec<_>>()
        );
        for (path, text) in COMPILED_IN {
            let template = Template::parse(text).unwrap_or_else(|error| panic!("{path}:{error}"));
            assert_eq!(*path, format!("{}/{}.txt", template.language, template.id));
            assert!(template.approved_on.is_some(), "{path}");
        }
    }

    #[test]
    fn both_languages_have_the_same_letters_with_the_same_blanks() {
        let templates = compiled_in_templates();
        for english in templates
            .iter()
            .filter(|t| t.language == "en" && t.to == ToKind::Person)
        {
            let spanish =
                find_template(&templates, &english.id, &["es-MX".to_owned()]).expect("in Spanish too");
            assert_eq!(spanish.language, "es");
            assert_eq!(
                (spanish.fields(), spanish.version),
                (english.fields(), english.version),
                "{}",
                english.id
            );
            assert_ne!(spanish.subject, english.subject);
        }
        let inquiry = find_template(&templates, "inquiry", &["es".to_owned()]).expect("English stands in");
        assert_eq!(inquiry.language, "en");
        assert_eq!(find_template(&templates, "no-such-letter", &[]), None);
    }

    #[test]
    fn nothing_of_the_case_stands_in_an_email_to_a_person() {
        for template in compiled_in_templates().iter().filter(|t| t.to == ToKind::Person) {
            let by_email = template.fill(Way::Email, &all_values());
            if template.paper_only == PaperOnly::Post {
                assert_eq!(
                    by_email.map_err(|error| error.fault),
                    Err(TemplateFault::PaperOnly)
                );
                continue;
            }
            let body = by_email.expect("every value is given").body;
            for field in Field::ALL.iter().filter(|field| field.tells_of_the_case()) {
                assert!(!body.contains(&format!("<{field}>")), "{} {field}", template.id);
            }
        }
    }
}
