//! The contract itself, which has the last word on every document.

use std::sync::Arc;

use super::node::{Node, Style};
use crate::boundary::Boundary;
use crate::violation::Violations;

/// What a contract says of a document: all that it finds, warnings too.
type Examine = dyn Fn(&Boundary, &str) -> Option<Violations> + Send + Sync;

/// A contract that judges documents.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) boundary: Boundary,
    pub(super) examine: Arc<Examine>,
}

/// Where a value is tried: the document around it, and the pointer to it.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub(super) template: Node,
    pub(super) pointer: String,
}

impl Judge {
    pub(super) fn text(&self, text: &str) -> Option<Violations> {
        (self.examine)(&self.boundary, text)
    }

    pub(super) fn node(&self, node: &Node) -> Option<Violations> {
        self.text(&node.json(Style::default()))
    }

    /// Those of the values that nothing is said of at this place, if the rest is as sound as it can be.
    pub(super) fn sound(&self, scope: &Scope, values: Vec<Node>) -> Vec<Node> {
        let mut judged = Vec::with_capacity(values.len());
        let mut best = usize::MAX;
        for value in values {
            let (here, total) = match self.node(&scope.template.fill(&value)) {
                None => (0, 0),
                Some(violations) => {
                    let here = violations
                        .iter()
                        .filter(|violation| scope.covers(violation.pointer()));
                    (here.count(), violations.len() + violations.truncated())
                }
            };
            if here == 0 {
                best = best.min(total);
            }
            judged.push((value, here, total));
        }
        let sound = |(value, here, total)| (here == 0 && total == best).then_some(value);
        judged.into_iter().filter_map(sound).collect()
    }
}

impl Scope {
    /// The whole document.
    pub(super) fn root() -> Self {
        Scope {
            template: Node::Hole,
            pointer: String::new(),
        }
    }

    /// The hole of `inner` here; `token` is the step to it, if it is one.
    pub(super) fn within(&self, inner: &Node, token: Option<&str>) -> Self {
        let mut pointer = self.pointer.clone();
        if let Some(token) = token {
            pointer.push('/');
            pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
        }
        Scope {
            template: self.put(inner),
            pointer,
        }
    }

    /// The document with `inner`, which may have a hole itself.
    fn put(&self, inner: &Node) -> Node {
        fn replaced(template: &Node, inner: &Node) -> Node {
            use super::node::Member;
            match template {
                Node::Hole => inner.clone(),
                Node::List(items) => Node::List(items.iter().map(|item| replaced(item, inner)).collect()),
                Node::Object(members) => {
                    let member = |member: &Member| match member {
                        Member::Named(name, node) => Member::Named(name.clone(), replaced(node, inner)),
                        Member::Spread(node) => Member::Spread(replaced(node, inner)),
                    };
                    Node::Object(members.iter().map(member).collect())
                }
                plain => plain.clone(),
            }
        }
        replaced(&self.template, inner)
    }

    /// Whether a pointer leads to the value that is tried here, or into it.
    pub(super) fn covers(&self, pointer: &str) -> bool {
        pointer
            .strip_prefix(&self.pointer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
