//! `collapse_spaces`: one space at a time.

use super::{Edit, Text};

/// Makes each run of white space, as Unicode has it, one space (U+0020): `sanitize(collapse_spaces)`. Line breaks and
/// tabs are white space. A run at the start or end becomes a space as well, which `trim` takes away.
///
/// Linear in the text; allocates if something changes.
///
/// ```
/// let mut text = "a \t b\r\nc".to_owned();
/// contracts_runtime::sanitize::collapse_spaces(&mut text);
/// assert_eq!(text, "a b c");
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// contracts_runtime::sanitize::collapse_spaces(&mut 1);
/// ```
pub fn collapse_spaces<T: Text + ?Sized>(text: &mut T) {
    text.edit(|text| {
        if is_collapsed(text) {
            return Edit::Keep;
        }
        // A run is at least as long as the space that stands for it.
        let mut collapsed = String::with_capacity(text.len());
        let mut in_run = false;
        for char in text.chars() {
            let space = char.is_whitespace();
            if !space {
                collapsed.push(char);
            } else if !in_run {
                collapsed.push(' ');
            }
            in_run = space;
        }
        Edit::Whole(collapsed)
    });
}

/// Whether all white space is single spaces.
fn is_collapsed(text: &str) -> bool {
    let mut after_space = false;
    text.chars().all(|char| {
        let before = std::mem::replace(&mut after_space, char == ' ');
        !(char.is_whitespace() && (char != ' ' || before))
    })
}
