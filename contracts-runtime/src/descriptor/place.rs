//! Where a pointer leads in a contract: which fields it passes, what they are called, and whether one of them is secret.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Body, ContractDescriptor, FieldDescriptor, Tagging, VariantDescriptor};
use crate::rules::RuleInfo as _;
use crate::shape::Kind;
use crate::violation::{Structural, push_segment};

/// Where a pointer leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// For each segment the position of its field in the order of declaration, or its index in a list.
    pub(crate) rank: Vec<usize>,
    /// How long the part of the pointer is that leads to the outermost secret, if it leads to one or below it.
    pub(crate) secret: Option<usize>,
}

/// The rank of what no field is.
const LAST: usize = usize::MAX;

impl Place {
    pub(crate) fn find(contract: &'static ContractDescriptor, pointer: &str) -> Self {
        let mut here = Here::default();
        here.contract(contract, Around::NOTHING);
        let (mut rank, mut end) = (Vec::new(), 0);
        for segment in pointer.split('/').skip(1) {
            if here.secret {
                break;
            }
            let below = here.step(&unescaped(segment));
            rank.push(below.rank);
            if below.within_secret {
                // What holds the secret has no place of its own.
                return Place {
                    rank,
                    secret: Some(end),
                };
            }
            end += 1 + segment.len();
            here = below.here;
        }
        let secret = here.secret.then_some(end);
        Place { rank, secret }
    }
}

/// The pattern of all places like the one that a pointer leads to: a pointer in the names of the contract, with `*` for
/// each index of a list and each key of a map. Where the contract does not know what is below, one `*` stands for all of
/// it. So a contract has few patterns, unless it holds itself, whatever its senders write.
///
/// A violation of the code `unknown` is one of the object that the member stands in.
///
/// Of what is no contract of the program those `names` stay that it has. Where nothing is known, a segment of digits counts
/// as an index, and the others stay as they are.
pub(crate) fn pattern(
    contract: Option<&'static ContractDescriptor>,
    names: Option<&BTreeSet<String>>,
    pointer: &str,
    code: &str,
) -> String {
    let pointer = match pointer.rsplit_once('/') {
        Some((object, _)) if code == Structural::Unknown.code() => object,
        _ => pointer,
    };
    let segments = pointer.split('/').skip(1);
    let mut pattern = String::new();
    let Some(contract) = contract else {
        for segment in segments {
            let is_index = || !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
            let stays = names.map_or_else(|| !is_index(), |names| names.contains(&*unescaped(segment)));
            pattern.push('/');
            pattern.push_str(if stays { segment } else { "*" });
        }
        return pattern;
    };
    let mut here = Here::default();
    here.contract(contract, Around::NOTHING);
    for segment in segments {
        let below = here.step(&unescaped(segment));
        match below.called {
            Some(Called::Name(name)) => push_segment(&mut pattern, name),
            Some(Called::Position(index)) => pattern.extend(["/", &index.to_string()]),
            Some(Called::Any) => pattern.push_str("/*"),
            None => {
                pattern.push_str("/*");
                break;
            }
        }
        here = below.here;
    }
    pattern
}

/// The name that a segment of a pointer stands for.
fn unescaped(segment: &str) -> Cow<'_, str> {
    match segment.contains('~') {
        true => Cow::Owned(segment.replace("~1", "/").replace("~0", "~")),
        false => Cow::Borrowed(segment),
    }
}

/// What may stand at a place: several things where a pointer does not tell which of some alternatives it is.
#[derive(Default)]
struct Here {
    secret: bool,
    ways: Vec<(Way, Around)>,
    /// The contracts that were looked into: they may be recursive without a level in between.
    seen: Vec<&'static ContractDescriptor>,
}

/// A way on from a place.
#[derive(Clone, Copy)]
enum Way {
    Members(&'static [FieldDescriptor]),
    Elements(&'static [FieldDescriptor]),
    Kinds(&'static [Kind]),
    /// Anything below is of this kind.
    Each(Kind),
    /// The content of the variant of this name.
    Variants(&'static [VariantDescriptor]),
    /// The content of whichever variant, under this name.
    Content(&'static str, &'static [VariantDescriptor]),
}

/// The flattened field that a way belongs to.
#[derive(Clone, Copy)]
struct Around {
    /// Its position, of the outermost one.
    position: Option<usize>,
    secret: bool,
}

impl Around {
    const NOTHING: Around = Around {
        position: None,
        secret: false,
    };
}

/// What a contract calls a segment of a pointer.
#[derive(Clone, Copy)]
enum Called {
    /// A field or a variant.
    Name(&'static str),
    /// An element of a tuple.
    Position(usize),
    /// One of what may be any number: an element, an entry of a map.
    Any,
}

/// What is below a place.
struct Below {
    rank: usize,
    here: Here,
    /// What the contract calls it, if it says.
    called: Option<Called>,
    /// Whether it stands in a flattened field that is secret.
    within_secret: bool,
}

impl Here {
    fn kind(&mut self, kind: Kind, around: Around) {
        let way = match kind {
            Kind::Optional(kind) => return self.kind(*kind, around),
            Kind::Contract(of) => return self.contract(of(), around),
            Kind::List { items, .. } | Kind::Set(items) => Way::Each(*items),
            Kind::Map { values, .. } => Way::Each(*values),
            Kind::Tuple(kinds) => Way::Kinds(kinds),
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { .. }
            | Kind::Char
            | Kind::Foreign => return,
        };
        self.ways.push((way, around));
    }

    fn contract(&mut self, contract: &'static ContractDescriptor, around: Around) {
        if self.seen.iter().any(|seen| std::ptr::eq(*seen, contract)) {
            return;
        }
        self.seen.push(contract);
        self.body(contract.body(), around);
    }

    fn body(&mut self, body: Body, around: Around) {
        match body {
            Body::Record(fields) => self.record(fields, around),
            Body::Tuple(fields) => self.ways.push((Way::Elements(fields), around)),
            Body::Newtype(field) => self.field(field, around),
            Body::Converted(kind) => self.kind(kind, around),
            Body::Unit => {}
            Body::Variants { tagging, variants } => match tagging {
                Tagging::External => self.ways.push((Way::Variants(variants), around)),
                Tagging::Adjacent { content, .. } => {
                    self.ways.push((Way::Content(content, variants), around));
                }
                Tagging::Internal { .. } | Tagging::Untagged => self.variants(variants, around),
            },
        }
    }

    fn variants(&mut self, variants: &'static [VariantDescriptor], around: Around) {
        for variant in variants {
            self.body(variant.body(), around);
        }
    }

    fn record(&mut self, fields: &'static [FieldDescriptor], around: Around) {
        self.ways.push((Way::Members(fields), around));
        for (position, field) in fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.is_flattened())
        {
            let inside = Around {
                position: around.position.or(Some(position)),
                secret: around.secret || field.is_secret(),
            };
            self.kind(field.kind(), inside);
        }
    }

    fn field(&mut self, field: &'static FieldDescriptor, around: Around) {
        self.secret |= field.is_secret();
        self.kind(field.kind(), around);
    }

    /// What stands below under a name.
    fn step(&self, name: &str) -> Below {
        let mut below = Below {
            rank: LAST,
            here: Here::default(),
            called: None,
            within_secret: false,
        };
        // A flattened map holds what no field is called.
        let known = self.ways.iter().any(|(way, _)| way.knows(name));
        for (way, around) in &self.ways {
            let rest = matches!(way, Way::Each(_)) && around.position.is_some();
            if rest && known {
                continue;
            }
            if let Some((rank, called)) = below.here.enter(*way, name) {
                below.rank = below.rank.min(around.position.unwrap_or(rank));
                below.called.get_or_insert(called);
                below.within_secret |= around.secret;
            }
        }
        below
    }

    /// Goes that way under a name, if it leads there; where that comes in the order of declaration, and what it is
    /// called.
    fn enter(&mut self, way: Way, name: &str) -> Option<(usize, Called)> {
        match way {
            Way::Members(fields) => {
                let (position, field) = member(fields, name)?;
                self.field(field, Around::NOTHING);
                Some((position, Called::Name(field.wire_name())))
            }
            Way::Elements(fields) => {
                let index = name.parse().ok()?;
                self.field(fields.get(index)?, Around::NOTHING);
                Some((index, Called::Position(index)))
            }
            Way::Kinds(kinds) => {
                let index = name.parse().ok()?;
                self.kind(*kinds.get(index)?, Around::NOTHING);
                Some((index, Called::Position(index)))
            }
            Way::Each(kind) => {
                self.kind(kind, Around::NOTHING);
                Some((name.parse().unwrap_or(LAST), Called::Any))
            }
            Way::Variants(variants) => {
                let mut variants = variants.iter().enumerate();
                let (position, variant) = variants.find(|(_, variant)| variant.is_called(name))?;
                self.body(variant.body(), Around::NOTHING);
                Some((position, Called::Name(variant.wire_name())))
            }
            Way::Content(content, variants) => {
                (content == name).then(|| self.variants(variants, Around::NOTHING))?;
                Some((0, Called::Name(content)))
            }
        }
    }
}

impl Way {
    /// Whether it leads on under this very name.
    fn knows(self, name: &str) -> bool {
        match self {
            Way::Members(fields) => member(fields, name).is_some(),
            Way::Variants(variants) => variants.iter().any(|variant| variant.is_called(name)),
            Way::Content(content, _) => content == name,
            Way::Elements(_) | Way::Kinds(_) | Way::Each(_) => false,
        }
    }
}

/// The field called `name` that is a member of its own, with its position.
fn member(fields: &'static [FieldDescriptor], name: &str) -> Option<(usize, &'static FieldDescriptor)> {
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, field)| !field.is_flattened() && field.is_called(name))
}
