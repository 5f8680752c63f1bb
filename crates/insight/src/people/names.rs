//! Names brought together across accents, alphabets and spellings.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, Cyrillic and Greek in Latin letters; other scripts stay as they are.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text
        .nfkd()
        .filter(|letter| !is_latin_mark(*letter))
        .flat_map(char::to_lowercase)
    {
        match in_latin(letter) {
            Some(latin) => folded.push_str(latin),
            None => folded.push(letter),
        }
    }
    folded
}

/// The marks that come off Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters.
fn is_latin_mark(letter: char) -> bool {
    is_combining_mark(letter) && matches!(letter, '\u{300}'..='\u{36f}')
}

/// A light transliteration, after common passports and not after any one standard.
fn in_latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'є' | 'ε' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'ι' | 'η' => "i",
        'ы' | 'υ' => "y",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'ф' | 'φ' => "f",
        'х' => "kh",
        'χ' => "ch",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        'ъ' | 'ь' | 'ʼ' | '’' | '\'' => "",
        _ => return None,
    })
}

/// The words of a name, folded, in their order; titles, single initials and particles of punctuation fall away.
pub fn name_words(name: &str) -> Vec<String> {
    const TITLES: [&str; 14] = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "sr", "sra", "jr", "ii", "iii", "rev", "hon", "don",
    ];
    fold(name)
        .split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter))
        .filter(|word| !word.is_empty() && !TITLES.contains(word))
        .map(str::to_owned)
        .collect()
}

/// How a folded word sounds, roughly: the first sound and the consonants after it, spellings of one sound brought
/// together (b and v, soft c, s and z, hard c, k and q, ph and f, j, g and h before a soft vowel). It is for finding
/// people, in English and Spanish first; it proves nothing.
pub fn sound_key(word: &str) -> String {
    let spelled = word
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("sch", "s")
        .replace("sh", "s")
        .replace("tz", "s")
        .replace("ll", "y")
        .replace("qu", "k")
        .replace("gu", "g");
    let letters: Vec<char> = spelled.chars().collect();
    let mut key = String::new();
    for (n, letter) in letters.iter().enumerate() {
        let before_soft = matches!(letters.get(n + 1), Some('e' | 'i' | 'y'));
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' if n == 0 => Some(*letter),
            'a' | 'e' | 'i' | 'o' | 'u' => None,
            'y' if n > 0 && key.ends_with('y') => None,
            'h' if n > 0 => None,
            'b' | 'v' | 'w' => Some('b'),
            'c' if before_soft => Some('s'),
            'c' | 'k' | 'q' => Some('k'),
            's' | 'z' => Some('s'),
            'x' => Some('h'),
            'g' if before_soft => Some('h'),
            'j' => Some('h'),
            'm' => Some('n'),
            'd' | 't' => Some('t'),
            other => Some(*other),
        };
        if let Some(sound) = sound
            && !key.ends_with(sound)
        {
            key.push(sound);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_alphabets_and_ligatures_fold_together() {
        let table = [
            ("José Núñez", "jose nunez"),
            ("Jose\u{301}", "jose"),
            ("Straße", "strasse"),
            ("Łukasz", "lukasz"),
            ("Владимир", "vladimir"),
            ("Йордан", "iordan"),
            ("Γιώργος", "giorgos"),
            ("Ｒｏｓａ", "rosa"),
            ("O’Neill", "oneill"),
            ("李小龍", "李小龍"),
            ("राम", "राम"),
        ];
        for (name, folded) in table {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn words_of_a_name_leave_titles_behind() {
        assert_eq!(
            name_words("Dr. María-José de la Cruz, Jr."),
            ["maria", "jose", "de", "la", "cruz"]
        );
        assert_eq!(name_words("DELGADO, Rosa M."), ["delgado", "rosa", "m"]);
        assert_eq!(name_words("!?"), Vec::<String>::new());
    }

    #[test]
    fn spellings_of_one_sound_meet_and_others_do_not() {
        for (one, other) in [
            ("gonzalez", "gonsales"),
            ("vasquez", "bazquez"),
            ("jimenez", "gimenez"),
            ("ximena", "jimena"),
            ("stephen", "stefen"),
            ("mueller", "muller"),
            ("catherine", "katherin"),
            ("schmidt", "smit"),
            ("muhammad", "mohamed"),
        ] {
            assert_eq!(sound_key(one), sound_key(other), "{one} {other}");
        }
        for (one, other) in [
            ("delgado", "salgado"),
            ("rosa", "maria"),
            ("smith", "jones"),
            ("lee", "li"),
        ] {
            let alike = sound_key(one) == sound_key(other);
            assert_eq!(alike, one == "lee", "{one} {other}");
        }
    }
}
