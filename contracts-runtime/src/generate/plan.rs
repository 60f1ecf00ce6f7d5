//! What was found out about a contract: for each place the values that it takes.

use std::collections::HashMap;

use crate::descriptor::{Checks, ContractDescriptor, FieldDescriptor, Tagging, VariantDescriptor};
use crate::shape::Kind;

use super::node::{Member, Node};

/// What a place takes.
#[derive(Debug, Clone)]
pub(super) enum Plan {
    /// One of these, or what is drawn.
    Values(Values),
    /// Null or a value.
    Optional(Box<Plan>),
    /// A list of elements of one sort.
    List(List),
    /// An array whose elements have each a plan.
    Tuple(Vec<Plan>),
    /// An object whose keys are data.
    Map(Map),
    /// Another contract, by its index.
    Contract(usize),
}

#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    /// The simplest first.
    pub(super) pool: Vec<Node>,
    pub(super) draw: Option<Draw>,
}

/// What values are drawn from.
#[derive(Debug, Clone)]
pub(super) enum Draw {
    Integers(i128, i128),
    Floats(f64, f64),
    /// Texts that match.
    Texts(String),
}

#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) item: Box<Plan>,
    /// Whole lists that are accepted, the shortest first.
    pub(super) pool: Vec<Node>,
    pub(super) order: Order,
}

/// How the elements of a list are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Any,
    Distinct,
    Ascending,
    Descending,
    /// Nothing but the lists that were found.
    Fixed,
}

#[derive(Debug, Clone)]
pub(super) struct Map {
    pub(super) value: Box<Plan>,
    pub(super) keys: Vec<String>,
    /// Whole maps that are accepted, the smallest first.
    pub(super) pool: Vec<Node>,
}

/// What a contract's values are made of.
#[derive(Debug, Clone)]
pub(super) enum BodyPlan {
    Record(Vec<MemberPlan>, Openness),
    Tuple(Vec<(&'static FieldDescriptor, Plan)>),
    /// The value itself, with the rules on it.
    One(Option<&'static Checks>, Kind, Plan),
    Unit,
    Variants(Tagging, Vec<VariantPlan>),
}

/// What a record does with members that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Openness {
    Drops,
    Rejects,
    /// They belong to a field that is flattened.
    Takes,
}

#[derive(Debug, Clone)]
pub(super) struct MemberPlan {
    pub(super) field: &'static FieldDescriptor,
    pub(super) plan: Plan,
    pub(super) may_be_absent: bool,
    pub(super) may_be_null: bool,
}

#[derive(Debug, Clone)]
pub(super) struct VariantPlan {
    pub(super) descriptor: &'static VariantDescriptor,
    pub(super) body: BodyPlan,
}

/// A contract, and the simplest value found for it.
#[derive(Debug, Clone)]
pub(super) struct ContractPlan {
    pub(super) descriptor: &'static ContractDescriptor,
    pub(super) body: BodyPlan,
    pub(super) base: Node,
}

/// All contracts that are reached from the first one.
#[derive(Debug, Clone, Default)]
pub(super) struct Plans {
    pub(super) contracts: Vec<ContractPlan>,
    /// By the address of the descriptor.
    pub(super) index: HashMap<usize, usize>,
}

impl Plans {
    /// The simplest value of a plan.
    pub(super) fn base(&self, plan: &Plan) -> Node {
        match plan {
            Plan::Values(values) => values.pool.first().cloned().unwrap_or(Node::Null),
            Plan::Optional(_) => Node::Null,
            Plan::List(list) => list.pool.first().cloned().unwrap_or(Node::List(Vec::new())),
            Plan::Map(map) => map.pool.first().cloned().unwrap_or(Node::Object(Vec::new())),
            Plan::Tuple(plans) => Node::List(plans.iter().map(|plan| self.base(plan)).collect()),
            Plan::Contract(index) => self
                .contracts
                .get(*index)
                .map_or(Node::Null, |plan| plan.base.clone()),
        }
    }

    /// The simplest value of a body.
    pub(super) fn body_base(&self, body: &BodyPlan) -> Node {
        match body {
            BodyPlan::Record(members, _) => self.record(members, None),
            BodyPlan::Tuple(fields) => Node::List(fields.iter().map(|(_, plan)| self.base(plan)).collect()),
            BodyPlan::One(_, _, plan) => self.base(plan),
            BodyPlan::Unit => Node::Null,
            BodyPlan::Variants(tagging, variants) => variants.first().map_or(Node::Null, |variant| {
                wrapped(*tagging, variant.descriptor, self.body_base(&variant.body))
            }),
        }
    }

    /// The simplest record, with a hole for one of its members, which is left out of what is optional otherwise.
    pub(super) fn record(&self, members: &[MemberPlan], hole: Option<usize>) -> Node {
        let mut parts = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let value = match (hole == Some(index), member.may_be_absent) {
                (true, _) => Node::Hole,
                (false, true) => continue,
                (false, false) => self.base(&member.plan),
            };
            parts.push(named(member.field, value));
        }
        Node::Object(parts).fill(&Node::Hole)
    }
}

/// A member, or the members that are spread among the others.
pub(super) fn named(field: &FieldDescriptor, value: Node) -> Member {
    match field.is_flattened() {
        true => Member::Spread(value),
        false => Member::Named(field.wire_name().to_owned(), value),
    }
}

/// The step of a pointer to a member, if it is one.
pub(super) fn token(field: &FieldDescriptor) -> Option<&'static str> {
    (!field.is_flattened()).then(|| field.wire_name())
}

/// A variant's name in documents; any other one for what stands for the rest.
pub(super) fn variant_name(variant: &VariantDescriptor) -> &'static str {
    if variant.is_other() {
        "unrecognised"
    } else {
        variant.wire_name()
    }
}

/// A variant as its enum writes it.
pub(super) fn wrapped(tagging: Tagging, variant: &VariantDescriptor, content: Node) -> Node {
    let name = variant_name(variant).to_owned();
    let is_unit = matches!(variant.body(), crate::descriptor::Body::Unit);
    match tagging {
        Tagging::External if is_unit => Node::Text(name),
        Tagging::External => Node::object([(name, content)]),
        Tagging::Internal { tag } => Node::Object(vec![
            Member::Named(tag.to_owned(), Node::Text(name)),
            Member::Spread(content),
        ])
        .fill(&Node::Hole),
        Tagging::Adjacent { tag, .. } if is_unit => Node::object([(tag.to_owned(), Node::Text(name))]),
        Tagging::Adjacent { tag, content: holder } => {
            Node::object([(tag.to_owned(), Node::Text(name)), (holder.to_owned(), content)])
        }
        Tagging::Untagged => content,
    }
}

/// The step of a pointer to the content of a variant, if there is one.
pub(super) fn content_token(tagging: Tagging, variant: &VariantDescriptor) -> Option<&'static str> {
    match tagging {
        Tagging::External => Some(variant_name(variant)),
        Tagging::Adjacent { content, .. } => Some(content),
        Tagging::Internal { .. } | Tagging::Untagged => None,
    }
}
