//! What an outer type has already read of the value at hand: tags of enums, members kept for flattened fields.

use super::kept::Rest;
use super::record::Tag;

/// Away from the decoder, because most texts need none of it: it is made when there is something to keep.
#[derive(Debug, Clone)]
pub(super) struct Aside<'de>(Option<Box<Noted<'de>>>);

#[derive(Debug, Clone, Default)]
struct Noted<'de> {
    /// Tags that enums have read off the object that starts at a byte: its members without them are the variant's.
    tags: Vec<Tag>,
    /// The members that a flattened field is read from instead of an object in the text.
    rest: Option<Box<Rest<'de>>>,
}

impl<'de> Aside<'de> {
    /// Nothing.
    pub(super) const NONE: Self = Aside(None);

    /// Whether there never was anything.
    #[inline]
    pub(super) fn is_unused(&self) -> bool {
        self.0.is_none()
    }

    /// Whether there is nothing.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        match &self.0 {
            None => true,
            Some(noted) => noted.rest.is_none() && noted.tags.is_empty(),
        }
    }

    /// The members that the flattened field at hand is read from.
    pub(super) fn rest(&self) -> Option<&Rest<'de>> {
        self.0.as_deref()?.rest.as_deref()
    }

    /// The same, to take members from.
    pub(super) fn rest_mut(&mut self) -> Option<&mut Rest<'de>> {
        self.0.as_deref_mut()?.rest.as_deref_mut()
    }

    /// Takes the members away: what is read next stands in the text.
    pub(super) fn take_rest(&mut self) -> Option<Box<Rest<'de>>> {
        self.0.as_deref_mut()?.rest.take()
    }

    /// What is read next is read from these members.
    pub(super) fn give_rest(&mut self, rest: Box<Rest<'de>>) {
        self.0.get_or_insert_default().rest = Some(rest);
    }

    /// The tags that enums have read off the object that starts at `object`. An object inside comes behind those around
    /// it, so that it is not the depth that a member costs.
    pub(super) fn tags_of(&self, object: usize) -> impl Iterator<Item = &Tag> {
        let tags = self.0.as_deref().map_or(&[][..], |noted| &noted.tags);
        tags.iter().rev().take_while(move |tag| tag.object == object)
    }

    /// The tag of that name among them, to note that it was met again.
    pub(super) fn tag_mut(&mut self, object: usize, name: &str) -> Option<&mut Tag> {
        let tags = &mut self.0.as_deref_mut()?.tags;
        let mut tags = tags.iter_mut().rev().take_while(|tag| tag.object == object);
        tags.find(|tag| tag.name == name)
    }

    /// Notes a tag while the variant is read.
    pub(super) fn push_tag(&mut self, tag: Tag) {
        self.0.get_or_insert_default().tags.push(tag);
    }

    /// Forgets the tag noted last.
    pub(super) fn pop_tag(&mut self) {
        if let Some(noted) = &mut self.0 {
            noted.tags.pop();
        }
    }
}
