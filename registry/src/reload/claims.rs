//! Which file has which key.

use std::collections::BTreeMap;
use std::path::Path;

use crate::contract::{Conflict, Definition, Key};
use crate::document::Document;

/// What a file asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<'f> {
    pub(super) path: &'f Path,
    /// What it holds, if that is sound.
    pub(super) wanted: Option<&'f Document>,
    /// What is in force of it: it keeps that if it can't have what it wants.
    pub(super) in_force: Option<&'f Document>,
}

/// What a file gets.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Grant {
    pub(super) document: Option<Document>,
    /// What kept it from having what it wants.
    pub(super) conflict: Option<Conflict>,
}

/// Settles which file has which key, so that none has one that another has.
///
/// Who has a key keeps it as long as it asks for it. A key that several ask for and none has goes to none of them, and
/// one that belongs to a contract from elsewhere, which `taken` gives, to no file.
pub(super) fn settle<'t>(
    claims: &[Claim<'_>],
    taken: impl Fn(Key<'_>) -> Option<&'t Definition>,
) -> Vec<Grant> {
    let mut grants: Vec<Grant> = claims
        .iter()
        .map(|claim| Grant {
            document: claim.wanted.or(claim.in_force).cloned(),
            conflict: None,
        })
        .collect();
    let mut fallen = vec![false; claims.len()];
    // Each round takes from at least one file what it asked for, which happens to each twice at most.
    loop {
        let lost = losers(claims, &grants, &taken);
        if lost.is_empty() {
            return grants;
        }
        for (at, conflict) in lost {
            let (Some(grant), Some(claim), Some(fallen)) =
                (grants.get_mut(at), claims.get(at), fallen.get_mut(at))
            else {
                continue;
            };
            let falls = claim.wanted.is_some() && !*fallen;
            *fallen = true;
            grant.document = claim.in_force.filter(|_| falls).cloned();
            grant.conflict.get_or_insert(conflict);
        }
    }
}

/// Those that can't have what they ask for by now, and who is in the way.
fn losers<'t>(
    claims: &[Claim<'_>],
    grants: &[Grant],
    taken: &impl Fn(Key<'_>) -> Option<&'t Definition>,
) -> Vec<(usize, Conflict)> {
    let mut by_key: BTreeMap<Key<'_>, Vec<(usize, &Document)>> = BTreeMap::new();
    for (at, grant) in grants.iter().enumerate() {
        if let Some(document) = &grant.document {
            by_key.entry(key(document)).or_default().push((at, document));
        }
    }
    let mut lost = Vec::new();
    for (wanted, rivals) in by_key {
        if let Some(taken) = taken(wanted) {
            let refused = |(at, document)| (at, conflict(taken.clone(), document));
            lost.extend(rivals.into_iter().map(refused));
            continue;
        }
        let has_it = |at: usize| {
            let in_force = claims.get(at).and_then(|claim| claim.in_force);
            in_force.is_some_and(|document| key(document) == wanted)
        };
        let keeper = rivals.iter().find(|(at, _)| has_it(*at));
        for &(at, document) in &rivals {
            let rival = match keeper {
                Some(keeper) => Some(keeper).filter(|(keeper, _)| *keeper != at),
                None => rivals.iter().find(|(other, _)| *other != at),
            };
            if let Some((other, rival)) = rival {
                // Files that contend for one key all name the same pair, whoever is asked.
                let swap = path(claims, *other) > path(claims, at);
                let (first, second) = if swap {
                    (document, *rival)
                } else {
                    (*rival, document)
                };
                lost.push((at, conflict(first.clone().into(), second)));
            }
        }
    }
    lost
}

fn conflict(first: Definition, second: &Document) -> Conflict {
    Conflict::new(first, second.clone().into())
}

fn path<'f>(claims: &[Claim<'f>], at: usize) -> Option<&'f Path> {
    claims.get(at).map(|claim| claim.path)
}

fn key(document: &Document) -> Key<'_> {
    Key::new(document.module(), document.name(), document.version())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    fn document(name: &str) -> Document {
        let text = format!("x-perimeter: {{module: app, name: {name}, zone: core}}\ntype: string\n");
        Document::parse(Format::Yaml, &text).unwrap()
    }

    /// Settles files that want and have documents of these names; `taken` is a name that another contract has.
    fn settled(files: &[(&str, &str)], taken: &str) -> Vec<(String, bool)> {
        let files: Vec<[Option<Document>; 2]> = files
            .iter()
            .map(|(wanted, has)| [wanted, has].map(|name| (!name.is_empty()).then(|| document(name))))
            .collect();
        let names: Vec<String> = (0..files.len()).map(|at| format!("{at}.yaml")).collect();
        let claims: Vec<Claim<'_>> = files
            .iter()
            .zip(&names)
            .map(|([wanted, has], path)| Claim {
                path: Path::new(path),
                wanted: wanted.as_ref(),
                in_force: has.as_ref(),
            })
            .collect();
        let other = Definition::from(document("other"));
        settle(&claims, |key| (key.path.name == taken).then_some(&other))
            .into_iter()
            .map(|grant| {
                let name = grant.document.as_ref().map_or("", Document::name).to_owned();
                (name, grant.conflict.is_some())
            })
            .collect()
    }

    fn expected(files: &[(&str, bool)]) -> Vec<(String, bool)> {
        files
            .iter()
            .map(|(name, lost)| ((*name).to_owned(), *lost))
            .collect()
    }

    #[test]
    fn who_has_a_key_keeps_it() {
        let files = [("a", ""), ("a", "a"), ("a", "")];
        assert_eq!(
            settled(&files, ""),
            expected(&[("", true), ("a", false), ("", true)])
        );
    }

    #[test]
    fn a_key_that_nobody_has_goes_to_none_of_several() {
        let files = [("a", ""), ("a", ""), ("b", "")];
        assert_eq!(
            settled(&files, ""),
            expected(&[("", true), ("", true), ("b", false)])
        );
    }

    #[test]
    fn what_is_given_up_is_free() {
        assert_eq!(
            settled(&[("b", "a"), ("a", "")], ""),
            expected(&[("b", false), ("a", false)])
        );
        assert_eq!(
            settled(&[("b", "a"), ("a", "b")], ""),
            expected(&[("b", false), ("a", false)])
        );
    }

    #[test]
    fn what_was_given_up_in_vain_is_kept_before_others_get_it() {
        // The first wants what the second has, so it stays, and the third does not get its place.
        let files = [("b", "a"), ("b", "b"), ("a", "")];
        assert_eq!(
            settled(&files, ""),
            expected(&[("a", true), ("b", false), ("", true)])
        );
    }

    #[test]
    fn a_row_of_files_falls_back_to_its_start() {
        let files = [("taken", "a"), ("a", "b"), ("b", "c"), ("c", "")];
        let kept = [("a", true), ("b", true), ("c", true), ("", true)];
        assert_eq!(settled(&files, "taken"), expected(&kept));
    }

    #[test]
    fn contracts_from_elsewhere_come_first() {
        assert_eq!(settled(&[("a", "")], "a"), expected(&[("", true)]));
        assert_eq!(settled(&[("a", "b")], "a"), expected(&[("b", true)]));
        assert_eq!(settled(&[("a", "a")], "a"), expected(&[("", true)]));
    }

    #[test]
    fn a_broken_file_keeps_what_it_has() {
        assert_eq!(
            settled(&[("", "a"), ("a", "")], ""),
            expected(&[("a", false), ("", true)])
        );
        assert_eq!(settled(&[("", "")], ""), expected(&[("", false)]));
    }

    #[test]
    fn those_who_contend_name_the_same_pair() {
        let (first, second) = (document("a"), document("a"));
        let claim = |path, wanted| Claim {
            path: Path::new(path),
            wanted: Some(wanted),
            in_force: None,
        };
        let claims = [claim("1", &first), claim("2", &second)];
        let grants = settle(&claims, |_| None);
        assert_eq!(grants[0], grants[1]);
    }
}
