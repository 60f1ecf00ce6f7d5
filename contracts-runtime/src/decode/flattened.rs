//! Flattened enums: read from the members that an outer record has kept.

use super::kept::Taken;
use super::variants::entry;
use super::{Decoder, Read, Tagged, Variants};
use crate::violation::{Anchor, Fault, Structural, segment};

impl<'de> Decoder<'de> {
    pub(super) fn external_flattened<T>(
        &mut self,
        variants: &'static Variants,
        table: &[Tagged<'de, T>],
    ) -> Read<T> {
        let Some(mut rest) = self.aside.take_rest() else {
            return Err(Fault::Value);
        };
        // A variant's content is the whole of what is left, and so it is this one member.
        let untaken = rest.members.iter().filter(|member| member.taken != Taken::Yes);
        let direct = rest.direct;
        let fits = direct || untaken.count() == 1;
        let member = rest.members.iter_mut().find_map(|member| {
            if !fits || member.taken == Taken::Yes {
                return None;
            }
            // Among the members of a record every name would be the variant for all others.
            let variant = match direct {
                true => variants.called(&member.name),
                false => variants.find(&member.name),
            }?;
            Some((member, variant))
        });
        let Some((member, variant)) = member else {
            let anchor = Anchor::Close(rest.end);
            self.aside.give_rest(rest);
            let params = variants.params(self, "");
            return Err(self.report.add_anchored(anchor, Structural::Variant.with(params)));
        };
        member.taken = Taken::Yes;
        self.reader.seek(member.value);
        let value = (entry(table, variant)?.content)(self);
        self.end = rest.end;
        self.aside.give_rest(rest);
        value
    }

    pub(super) fn internal_flattened<T>(
        &mut self,
        tag: &'static str,
        variants: &'static Variants,
        table: &[Tagged<'de, T>],
    ) -> Read<T> {
        let Some(rest) = self.aside.rest_mut() else {
            return Err(Fault::Value);
        };
        let (start, end) = (self.reader.at(), rest.end);
        let before = rest.taken();
        rest.direct = false;
        let mut tags = rest
            .members
            .iter_mut()
            .filter(|member| member.taken != Taken::Yes && member.name == tag);
        let Some(member) = tags.next() else {
            let missing = Structural::Missing.violation().at(segment(tag));
            return Err(self.report.add_anchored(Anchor::Close(end), missing));
        };
        member.taken = Taken::Yes;
        let at = member.value;
        for again in tags {
            again.taken = Taken::Yes;
            let anchor = Anchor::Key(again.key);
            self.report
                .add_anchored(anchor, Structural::Duplicate.violation());
        }
        self.reader.seek(at);
        let variant = self.read_tag(variants)?;
        self.reader.seek(start);
        let value = match variant {
            Some(variant) => (entry(table, variant)?.content)(self),
            None => Err(self.unsound()),
        };
        if let Some(rest) = self.aside.rest_mut() {
            rest.share(&before);
        }
        value
    }
}
