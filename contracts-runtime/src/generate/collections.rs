//! Lists and maps of which one may be wrong: of other sizes, with an element twice, in another order.

use super::material::Material;
use super::node::{Member, Node};

/// Lists of other lengths, with an element twice, and in another order.
pub(super) fn lists(pool: &[Node], items: &[Node], material: &Material) -> Vec<Node> {
    let mut lists = Vec::new();
    let sound = pool.iter().filter_map(|node| match node {
        Node::List(items) => Some(items),
        _ => None,
    });
    let fullest = sound.clone().max_by_key(|items| items.len());
    for length in material
        .wrong_lengths()
        .into_iter()
        .filter(|length| *length <= 5_000)
    {
        let from = fullest
            .filter(|items| items.len() >= length)
            .map_or(items, Vec::as_slice);
        lists.push(Node::List(from.iter().cycle().take(length).cloned().collect()));
        if let Some(full) = fullest.filter(|full| !full.is_empty() && full.len() < length) {
            let more = items
                .iter()
                .filter(|item| !full.contains(item))
                .chain(full.iter().cycle());
            lists.push(Node::List(
                full.iter().chain(more).take(length).cloned().collect(),
            ));
        }
    }
    for list in sound.filter(|items| items.len() > 1).take(3) {
        lists.push(Node::List(list.iter().rev().cloned().collect()));
        let mut twice = list.clone();
        if let [first, second, ..] = twice.as_mut_slice() {
            second.clone_from(first);
        }
        lists.push(Node::List(twice));
        let mut swapped = list.clone();
        swapped.swap(0, 1);
        lists.push(Node::List(swapped));
    }
    lists
}

/// Maps of other sizes.
pub(super) fn maps(pool: &[Node], keys: &[String], value: &Node, material: &Material) -> Vec<Node> {
    let mut names: Vec<String> = keys.to_vec();
    let known = pool.iter().filter_map(|node| match node {
        Node::Object(members) => Some(members),
        _ => None,
    });
    for member in known.flatten() {
        if let Member::Named(name, _) = member {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    let sizes = material
        .wrong_lengths()
        .into_iter()
        .filter(|size| *size <= names.len());
    sizes
        .map(|size| Node::object(names.iter().take(size).map(|name| (name.clone(), value.clone()))))
        .collect()
}
