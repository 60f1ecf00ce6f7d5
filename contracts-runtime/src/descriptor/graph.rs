//! The contracts that can be reached from some, and the hash of each with all that it reaches.

use super::ContractDescriptor;
use super::content::Content;

/// What two contracts must have in common to be taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// What they say to senders.
    Content,
    /// Where they are declared as well.
    Identity,
}

/// The contracts that can be reached from some. One may be there several times: the address of a descriptor differs from
/// one compilation unit to the next.
pub(crate) struct Graph {
    nodes: Vec<Node>,
}

struct Node {
    descriptor: &'static ContractDescriptor,
    bytes: Vec<u8>,
    inside: Vec<usize>,
}

impl Graph {
    /// The contracts that can be reached from these, which come first.
    pub(crate) fn new(roots: impl IntoIterator<Item = &'static ContractDescriptor>, what: What) -> Self {
        let mut known: Vec<&'static ContractDescriptor> = roots.into_iter().collect();
        let mut nodes = Vec::new();
        while let Some(descriptor) = known.get(nodes.len()).copied() {
            let mut content = Content::default();
            if what == What::Identity {
                content.text(descriptor.module());
                content.text(descriptor.file());
                content.integer(descriptor.line());
            }
            content.contract(descriptor);
            let inside = content.inside.iter().map(|inner| {
                let at = known.iter().position(|known| std::ptr::eq(*known, *inner));
                at.unwrap_or_else(|| {
                    known.push(inner);
                    known.len() - 1
                })
            });
            let inside = inside.collect();
            nodes.push(Node {
                descriptor,
                bytes: content.bytes,
                inside,
            });
        }
        Graph { nodes }
    }

    /// The contracts, in the order in which they were reached.
    pub(crate) fn contracts(&self) -> impl Iterator<Item = &'static ContractDescriptor> + '_ {
        self.nodes.iter().map(|node| node.descriptor)
    }

    /// The contracts inside of the one at a place, by their places.
    pub(crate) fn inside(&self, at: usize) -> &[usize] {
        self.nodes.get(at).map_or(&[], |node| &node.inside)
    }

    /// The hash of each, with all that can be reached from it.
    pub(crate) fn hashes(&self) -> Vec<u128> {
        let own = self.nodes.iter().map(|node| mixed(fnv(OFFSET, &node.bytes)));
        let mut hashes: Vec<u128> = own.collect();
        let mut different = distinct(&hashes);
        let mut round = 0;
        loop {
            let next = self.nodes.iter().map(|node| {
                let inside = node.inside.iter().filter_map(|inside| hashes.get(*inside));
                mixed(inside.fold(fnv(OFFSET, &node.bytes), |hash, inside| {
                    fnv(hash, &inside.to_le_bytes())
                }))
            });
            hashes = next.collect();
            round += 1;
            let count = distinct(&hashes);
            if count == different && round >= count {
                return hashes;
            }
            different = count;
        }
    }
}

fn distinct(hashes: &[u128]) -> usize {
    let mut sorted = hashes.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The hash of these bytes alone.
pub(super) fn hash_of(bytes: &[u8]) -> u128 {
    mixed(fnv(OFFSET, bytes))
}

fn fnv(hash: u128, bytes: &[u8]) -> u128 {
    bytes
        .iter()
        .fold(hash, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
}

/// Spreads the last bytes over the whole: FNV alone leaves them in few bits.
const fn mixed(hash: u128) -> u128 {
    let hash = (hash ^ (hash >> 64)).wrapping_mul(MIX);
    hash ^ (hash >> 64)
}

/// The fraction of the golden ratio, as for hashes in general: an odd number without a pattern in its bits.
const MIX: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
