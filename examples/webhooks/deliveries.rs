//! From a folder of deliveries to a list of verdicts.

use std::{
    error::Error,
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use perimeter::Registry;

use crate::events;

/// Judges every `payloads/EVENT/*.json` below the folder, in the order of the names.
///
/// Verdicts go to `verdicts`, one line each and a sum; the reports of what was rejected go to `reports`. A delivery
/// that can't be read, and one whose event has no contract, counts as rejected.
///
/// # Errors
///
/// The folder or one of its events can't be listed, or a stream can't be written to.
pub(crate) fn judge(
    folder: &Path,
    verdicts: &mut dyn Write,
    reports: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let registry = Registry::default();
    let (mut accepted, mut rejected) = (0_usize, 0_usize);
    for event_folder in entries(&folder.join("payloads"))?
        .into_iter()
        .filter(|path| path.is_dir())
    {
        let event = name(&event_folder);
        let contract = registry.get(&format!("{}::{event}", events::MODULE), &event);
        for file in entries(&event_folder)?
            .into_iter()
            .filter(|path| path.extension() == Some(OsStr::new("json")))
        {
            let delivery = format!("{event}/{}", name(&file));
            let report = match (&contract, fs::read(&file)) {
                (Ok(contract), Ok(body)) => contract
                    .validate(&body)
                    .err()
                    .map(|violations| violations.to_string()),
                (Err(unknown), _) => Some(format!("no contract for the event `{event}`: {unknown}")),
                (_, Err(failure)) => Some(format!("can't read {}: {failure}", file.display())),
            };
            let Some(report) = report else {
                accepted += 1;
                writeln!(verdicts, "accept\t{delivery}")?;
                continue;
            };
            rejected += 1;
            writeln!(verdicts, "reject\t{delivery}")?;
            writeln!(reports, "{delivery}:\n{}", report.trim_end())?;
        }
    }
    writeln!(verdicts, "accepted {accepted}, rejected {rejected}")?;
    Ok(())
}

/// What is in a folder, in the order of the names.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = || {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<Vec<_>>>()
    };
    let mut entries = list().map_err(|failure| format!("can't list {}: {failure}", folder.display()))?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
