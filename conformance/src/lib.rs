//! Scores the rules and formats on the test data of third parties: the cases of `testdata/conformance`, or any others
//! of the same form, which `testdata/conformance/README.md` describes.
//!
//! The program prints a score, for people; `tests/suites.rs` holds the project to it.

mod any;
mod case;
mod decimal;
mod json;
mod number;
mod rules;
mod score;

pub use case::{Case, read};
pub use json::Json;
pub use rules::{Judgement, judge};
pub use score::{Row, Score};
