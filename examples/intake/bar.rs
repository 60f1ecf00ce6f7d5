//! The progress bar.

use std::io::BufRead;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use perimeter::batch::{Every, Items};

/// So many bytes are read from one change of the bar to the next, at least.
const STEP: Every = Every::Bytes(1 << 20);

/// A bar for so many bytes, or one that turns if it is not known how many; hidden unless it is to be shown.
pub(crate) fn new(shown: bool, length: Option<u64>) -> ProgressBar {
    let target = match shown {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    let template = match length {
        Some(_) => "{bar:40} {percent}% of {total_bytes}, {bytes_per_sec}, {msg}, {eta} left",
        None => "{spinner} {bytes}, {bytes_per_sec}, {msg}",
    };
    let bar = ProgressBar::with_draw_target(length, target);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Lets the bar follow what is read.
pub(crate) fn follow<R: BufRead>(items: Items<R>, bar: &ProgressBar) -> Items<R> {
    let bar = bar.clone();
    items.on_progress(STEP, move |progress| {
        bar.set_message(format!("{} items", progress.items));
        bar.set_position(progress.bytes);
    })
}
