//! Totals by field and rule.

use std::{cmp::Reverse, collections::HashMap, fmt};

use perimeter::{Violation, Violations};

/// So many rows are kept. Names of unknown members are the sender's, who may send a new one with each item.
const ROWS: usize = 1_000;
/// A field is shown by so many characters.
const WIDTH: usize = 100;

/// How often each rule was broken in each field.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    rows: HashMap<(String, String), u64>,
    /// Violations that there was no row for.
    others: u64,
    /// Violations that reports count and do not hold.
    truncated: u64,
}

impl Tally {
    /// Counts the violations of an item.
    pub(crate) fn add(&mut self, report: &Violations) {
        for violation in report.iter() {
            let key = (field(violation), violation.code().to_owned());
            if let Some(count) = self.rows.get_mut(&key) {
                *count += 1;
            } else if self.rows.len() < ROWS {
                self.rows.insert(key, 1);
            } else {
                self.others += 1;
            }
        }
        self.truncated += report.truncated() as u64;
    }
}

/// The field of a violation in any item: its pointer without the index of the item, and with `*` for other indices.
fn field(violation: &Violation) -> String {
    let mut field = String::new();
    // In front of the first slash there is nothing, and behind it the index of the item.
    for segment in violation.pointer().split('/').skip(2) {
        field.push('/');
        let is_index = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
        field.push_str(if is_index { "*" } else { segment });
    }
    if field.is_empty() {
        return "(item)".to_owned();
    }
    // A key may hold what moves the cursor of a terminal.
    let mut shown: String = field.escape_debug().take(WIDTH).collect();
    if field.escape_debug().nth(WIDTH).is_some() {
        shown.push_str("...");
    }
    shown
}

/// A table, what is most frequent first. Nothing if there is nothing to tell.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_by_key(|(key, count)| (Reverse(**count), *key));
        let widest = |of: fn(&(String, String)) -> &str, head: &str| {
            let cells = rows.iter().map(|(key, _)| of(key).chars().count());
            cells.chain([head.len()]).max().unwrap_or_default()
        };
        let fields = widest(|(field, _)| field, "field");
        writeln!(f, "\n{:>9}  {:fields$}  rule", "count", "field")?;
        for ((field, rule), count) in &rows {
            writeln!(f, "{count:>9}  {field:fields$}  {rule}")?;
        }
        for (count, what) in [
            (self.others, "in other fields"),
            (self.truncated, "beyond the limit of a report"),
        ] {
            if count > 0 {
                writeln!(f, "{count:>9}  {what}")?;
            }
        }
        Ok(())
    }
}
