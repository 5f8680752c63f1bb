//! What the office can learn from what it knows: for now, who a sender may be. Pure functions that advise; a person
//! decides, and nothing here merges or changes anything.

pub mod people;
