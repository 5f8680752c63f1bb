//! Two people at one form: what only one of them changed is kept, and what both changed is shown to the second, who
//! chooses. Nothing is lost and nobody is overruled unseen.

/// The fields of a form that two people may have open at once.
pub trait Fields: Clone {
    type Field: Copy + 'static;
    const ALL: &'static [Self::Field];

    /// One field as text.
    fn text(&self, field: Self::Field) -> String;

    /// Makes one field what it is in `from`.
    fn take(&mut self, field: Self::Field, from: &Self);
}

/// A field both changed, with both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing<F> {
    pub field: F,
    pub theirs: String,
    pub ours: String,
}

/// The fields that both changed to different texts since `was` was shown; without it, every field that differs.
#[must_use]
pub fn differing<T: Fields>(theirs: &T, was: Option<&T>, ours: &T) -> Vec<Differing<T::Field>> {
    let both = T::ALL.iter().copied().filter_map(|field| {
        let pair = (theirs.text(field), ours.text(field));
        let one_only = was
            .map(|was| was.text(field))
            .is_some_and(|was| was == pair.0 || was == pair.1);
        (pair.0 != pair.1 && !one_only).then_some(Differing {
            field,
            theirs: pair.0,
            ours: pair.1,
        })
    });
    both.collect()
}

/// What stands after both changes: theirs, and ours where we changed something.
#[must_use]
pub fn merged<T: Fields>(theirs: &T, was: &T, ours: &T) -> T {
    let mut merged = theirs.clone();
    for field in T::ALL.iter().copied() {
        if ours.text(field) != was.text(field) {
            merged.take(field, ours);
        }
    }
    merged
}

/// What to save over a newer version: the merger, or none where the second has to choose.
#[must_use]
pub fn settle<T: Fields>(theirs: &T, was: Option<&T>, ours: &T) -> Option<T> {
    if !differing(theirs, was, ours).is_empty() {
        return None;
    }
    Some(was.map_or_else(|| theirs.clone(), |was| merged(theirs, was, ours)))
}
