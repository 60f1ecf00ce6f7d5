//! Cases, and the files that they are read from.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Json;

/// A value, the rule that judges it, and the verdict that is expected.
#[derive(Debug)]
#[non_exhaustive]
pub struct Case {
    /// Stable over time.
    pub id: String,
    /// Whose case it is.
    pub suite: String,
    /// The rule, in the suites' words.
    pub rule: String,
    /// Its parameters.
    pub params: Json,
    /// What it judges.
    pub value: Json,
    /// The parameters and the value as they are written in the file.
    pub written: (String, String),
    /// The meaning of the rule that is the suite's own, if it is not the common one.
    pub profile: Option<String>,
    /// The verdict to score by; `None` where none is agreed on, or where the value is of a type that the rule does
    /// not judge.
    pub verdict: Option<bool>,
}

/// A line of a file.
#[derive(Deserialize)]
struct Line {
    id: String,
    suite: String,
    rule: String,
    params: Box<RawValue>,
    value: Box<RawValue>,
    expect: bool,
    topic: Option<String>,
    verdict: Option<bool>,
    #[serde(default)]
    tags: Vec<String>,
}

impl Case {
    /// Reads a case from its line.
    ///
    /// # Errors
    ///
    /// If the line is no case; the text says why.
    pub fn parse(line: &str) -> Result<Self, String> {
        let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let params = Json::parse(line.params.get())?;
        let value = Json::parse(line.value.get())?;
        let is_other_type = line
            .tags
            .iter()
            .any(|tag| tag == "non-string" || tag == "wrong-type");
        let verdict = match line.topic {
            _ if is_other_type => None,
            Some(_) => line.verdict,
            None => Some(line.expect),
        };
        Ok(Self {
            id: line.id,
            suite: line.suite,
            rule: line.rule,
            profile: params.get("profile").and_then(Json::text).map(str::to_owned),
            params,
            value,
            written: (line.params.get().to_owned(), line.value.get().to_owned()),
            verdict,
        })
    }
}

/// The cases of these files. For a folder, those of all files `*.jsonl` below it; a `manifest.jsonl` lists files, and no
/// cases.
///
/// # Errors
///
/// If a file can't be read, or a line of it is no case; the text says where.
pub fn read<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Vec<Case>, String> {
    let mut files = Vec::new();
    for path in paths {
        gather(path.as_ref(), &mut files)?;
    }
    let mut cases = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let case = Case::parse(line);
            cases.push(case.map_err(|error| format!("{}:{}: no case: {error}", file.display(), index + 1))?);
        }
    }
    Ok(cases)
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        entries.push(entry.map_err(|error| unreadable(path, &error))?.path());
    }
    entries.sort();
    for entry in entries {
        let is_manifest = entry.file_name().is_some_and(|name| name == "manifest.jsonl");
        let is_list = entry.extension().is_some_and(|extension| extension == "jsonl");
        if entry.is_dir() || is_list && !is_manifest {
            gather(&entry, files)?;
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("can't read {}: {error}", path.display())
}
