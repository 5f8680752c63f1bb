//! Made-up words in the frequencies of a language, from dice that fall alike in every run.

/// Dice with a seed (splitmix64).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not zero.
    pub const fn below(&mut self, n: usize) -> usize {
        (self.throw() % n as u64) as usize
    }

    /// A number between both, ends included.
    pub const fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    fn share(&mut self) -> f64 {
        (self.throw() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How many different words there are.
pub const WORDS: usize = 8_000;

/// Words by rank: the word of rank `k` is used in proportion to `1 / k`, as Zipf found of every language.
pub struct Words {
    /// The share of all words up to each rank.
    up_to: Vec<f64>,
}

impl Default for Words {
    fn default() -> Self {
        let mut sum = 0.0;
        let weights = (1..=WORDS).map(|rank| 1.0 / rank as f64);
        let sums: Vec<f64> = weights
            .map(|weight| {
                sum += weight;
                sum
            })
            .collect();
        Self {
            up_to: sums.iter().map(|each| each / sum).collect(),
        }
    }
}

impl Words {
    /// The word of a rank, from 1: three syllables or four letters more, alike for no two ranks.
    pub fn of_rank(rank: usize) -> String {
        const FIRST: [&str; 16] = [
            "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "tr",
        ];
        const VOWEL: [&str; 5] = ["a", "e", "i", "o", "u"];
        let mut n = rank;
        let mut word = String::new();
        for _ in 0..3 {
            word.push_str(FIRST[n % 16]);
            word.push_str(VOWEL[(n / 16) % 5]);
            n /= 80;
        }
        word
    }

    fn rank(&self, dice: &mut Dice) -> usize {
        let share = dice.share();
        self.up_to.partition_point(|up_to| *up_to < share).min(WORDS - 1) + 1
    }

    /// Between `least` and `most` words; a full stop now and then.
    pub fn text(&self, dice: &mut Dice, least: usize, most: usize) -> String {
        let n = dice.between(least, most);
        let mut text = String::with_capacity(n * 7);
        for at in 0..n {
            if at > 0 {
                text.push_str(if at % 12 == 0 { ". " } else { " " });
            }
            text.push_str(&Self::of_rank(self.rank(dice)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_ranks_have_the_same_word_and_the_first_is_the_commonest() {
        let all: std::collections::BTreeSet<String> = (1..=WORDS).map(Words::of_rank).collect();
        assert_eq!(all.len(), WORDS);
        let (words, mut dice) = (Words::default(), Dice::seeded(1));
        let mut counted = vec![0_usize; WORDS + 1];
        for _ in 0..200_000 {
            counted[words.rank(&mut dice)] += 1;
        }
        // One over its rank of all words, which add up to about nine and a half.
        assert!((18_000..24_000).contains(&counted[1]), "{}", counted[1]);
        assert!(
            (1_500..2_700).contains(&counted[10]),
            "a tenth of the first: {}",
            counted[10]
        );
        assert_eq!(counted[0], 0);
    }

    #[test]
    fn the_same_seed_tells_the_same_text() {
        let text = |seed| Words::default().text(&mut Dice::seeded(seed), 40, 80);
        assert_eq!(text(3), text(3));
        assert_ne!(text(3), text(4));
        assert!((40..=80).contains(&text(3).split(' ').count()));
    }
}
