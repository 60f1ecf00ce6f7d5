//! Values that are likely to be taken, without a look by the contract: what stands around a place while it is explored.

use std::ptr;

use crate::descriptor::{Body, Checks, ContractDescriptor, FieldDescriptor};
use crate::shape::Kind;

use super::explore::{Explorer, LARGEST};
use super::material::{Material, behind};
use super::node::Node;
use super::plan::{named, wrapped};

impl Explorer<'_> {
    /// A value that is likely to be taken, without a look by the contract.
    pub(super) fn guess(&self, kind: Kind, checks: Option<&'static Checks>, trail: &mut Vec<usize>) -> Node {
        self.try_guess(kind, checks, trail).unwrap_or(Node::Null)
    }

    pub(super) fn guess_field(&self, field: &FieldDescriptor) -> Node {
        let checks: &Checks = field.checks();
        self.try_guess(behind(field.kind()), Some(checks), &mut Vec::new())
            .unwrap_or(Node::Null)
    }

    fn try_guess(&self, kind: Kind, checks: Option<&Checks>, trail: &mut Vec<usize>) -> Option<Node> {
        match kind {
            Kind::Optional(_) | Kind::Null => Some(Node::Null),
            Kind::Contract(descriptor) => self.guess_contract(descriptor(), trail),
            Kind::Tuple(kinds) => {
                let nodes = kinds.iter().map(|kind| self.try_guess(*kind, None, trail));
                nodes.collect::<Option<_>>().map(Node::List)
            }
            Kind::List { items, length } => {
                let material = Material::new(kind, checks, self.judge.boundary.time());
                let size = length
                    .or(material.lengths().first().copied())
                    .unwrap_or(0)
                    .min(LARGEST);
                if size == 0 {
                    return Some(Node::List(Vec::new()));
                }
                let item = self.try_guess(*items, checks.and_then(Checks::each), trail)?;
                Some(Node::List(vec![item; size]))
            }
            Kind::Map { values: value, .. } => {
                let material = Material::new(kind, checks, self.judge.boundary.time());
                let size = material.lengths().first().copied().unwrap_or(0).min(LARGEST);
                if size == 0 {
                    return Some(Node::Object(Vec::new()));
                }
                let value = self.try_guess(*value, checks.and_then(Checks::values), trail)?;
                Some(Node::object(
                    (0..size).map(|key| (key.to_string(), value.clone())),
                ))
            }
            _ => {
                let material = Material::new(kind, checks, self.judge.boundary.time());
                Some(
                    material
                        .accepted(Vec::new())
                        .into_iter()
                        .next()
                        .unwrap_or(Node::Null),
                )
            }
        }
    }

    /// `None` for a contract that can't do without itself.
    pub(super) fn guess_contract(
        &self,
        descriptor: &'static ContractDescriptor,
        trail: &mut Vec<usize>,
    ) -> Option<Node> {
        let address = ptr::from_ref(descriptor).addr();
        for plans in [&self.plans, &self.before] {
            if let Some(plan) = plans
                .index
                .get(&address)
                .and_then(|index| plans.contracts.get(*index))
            {
                return Some(plan.base.clone());
            }
        }
        if trail.contains(&address) {
            return None;
        }
        trail.push(address);
        let guess = self.guess_body(descriptor.body(), trail);
        trail.pop();
        guess
    }

    fn guess_body(&self, body: Body, trail: &mut Vec<usize>) -> Option<Node> {
        match body {
            Body::Record(fields) => {
                let needed = fields.iter().filter(|field| {
                    field.presence().required || field.is_flattened() && !field.kind().is_optional()
                });
                let members = needed.map(|field| {
                    let value = self.try_guess(behind(field.kind()), Some(field.checks()), trail)?;
                    Some(named(field, value))
                });
                let members = members.collect::<Option<Vec<_>>>()?;
                Some(Node::Object(members).fill(&Node::Hole))
            }
            Body::Tuple(fields) => {
                let values = fields
                    .iter()
                    .map(|field| self.try_guess(field.kind(), Some(field.checks()), trail));
                values.collect::<Option<_>>().map(Node::List)
            }
            Body::Newtype(field) => self.try_guess(field.kind(), Some(field.checks()), trail),
            Body::Unit => Some(Node::Null),
            Body::Variants { tagging, variants } => variants.iter().find_map(|variant| {
                let content = self.guess_body(variant.body(), trail)?;
                Some(wrapped(tagging, variant, content))
            }),
            Body::Converted(kind) => self.try_guess(kind, None, trail),
        }
    }
}
