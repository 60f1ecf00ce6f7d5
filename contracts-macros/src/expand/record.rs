//! Reading a record: a slot for each field, a loop over the members, the value at the end.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::Ident;

use super::Context;
use super::across::{self, place, sound};
use super::reading::call;
use super::rules::rules_name;
use crate::model::{DefaultValue, Exposure, Field, Reading, Record, Unknown, Zone};

/// The slot of a field.
pub(super) fn slot(index: usize) -> Ident {
    format_ident!("__contracts_slot_{index}")
}

impl Context<'_> {
    /// The body of a function that reads a record, whose fields `described` describes, and makes `constructor { .. }`
    /// of it. `whole` says whether the record is the contract itself, so that the checks across its fields belong to it.
    pub(super) fn read_record(
        &self,
        record: &Record,
        described: &TokenStream,
        constructor: &TokenStream,
        whole: bool,
    ) -> TokenStream {
        let private = &self.private;
        let flattened = those(record, |field| matches!(field.read, Reading::Flatten));
        let read = those(record, |field| !matches!(field.read, Reading::Skip));
        // A field goes by its position among those that are described.
        let keyed: Vec<(usize, usize, &Field)> = read
            .iter()
            .enumerate()
            .filter(|(_, (_, field))| is_keyed(field))
            .map(|(position, (index, field))| (position, *index, *field))
            .collect();

        let constant = self.record_constant(described, !flattened.is_empty());
        let slots = read.iter().map(|(index, field)| {
            let (slot, ty) = (slot(*index), &field.ty);
            quote!(let mut #slot = #private::Slot::<#ty>::Absent;)
        });
        let (watched, placed) = (across::watched(record), across::placed(record));
        let watching = across::watching(&watched, &placed);
        let first = match keyed.first() {
            Some((position, _, field)) => {
                let key = format!("{}:", quoted(&field.wire));
                quote!(members.first(decoder, #key, #position))
            }
            None => quote!(members.step(decoder, 0)),
        };
        let next = keyed.iter().skip(1).map(|(position, _, field)| {
            let key = format!(",{}:", quoted(&field.wire));
            Next::Member(key, *position)
        });
        let next = next.chain([Next::End(read.len())]);
        let arms = keyed.iter().zip(next).map(|((position, index, field), next)| {
            let read = self.read_into_slot(*index, field, &next, (&watched, &placed));
            quote!(#position => #read)
        });
        let flattened = flattened.iter().map(|(index, field)| {
            let slot = slot(*index);
            let read = self.reading(field);
            let checked = Self::rules_of_slot(*index, field, &quote!(here));
            let arguments = quote!(&mut members, decoder, #read);
            let call = call(&field.ty.to_token_stream(), "Members", "flatten", &arguments);
            quote! {
                #slot = #private::Slot::of(#call)?;
                #checked
            }
        });
        let defaults = self.defaults(record, &read);
        let settled = read.iter().map(|(index, field)| {
            let (slot, wire) = (slot(*index), &field.wire);
            let absent = self.absent(field);
            let arguments = quote!(&mut #slot, decoder, #wire, #absent);
            let call = call(&field.ty.to_token_stream(), "Slot", "settle", &arguments);
            quote!(#call;)
        });
        let taken = taken(read.iter().map(|(index, _)| *index));
        let across = self.across_read(record);
        let members = record.fields.iter().enumerate().map(|(index, field)| {
            let member = &field.member;
            match field.read {
                Reading::Skip => {
                    let value = default_value(field.default.as_ref().unwrap_or(&DefaultValue::Trait));
                    match &record.default {
                        Some(_) if field.default.is_none() => quote!(#member: __contracts_default.#member),
                        _ => quote!(#member: #value),
                    }
                }
                _ => {
                    let value = super::record::value(index);
                    quote!(#member: #value)
                }
            }
        });
        let skipped_default = self.skipped_default(record);
        let finish = self.finish_value(whole);
        quote! {
            #(#slots)*
            #watching
            let mut members = #private::Members::open(decoder, const { &#constant })?;
            let here = members.here();
            let mut field = #first;
            loop {
                field = match field {
                    #(#arms,)*
                    #private::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            #(#flattened)*
            members.close(decoder)?;
            #defaults
            #(#settled)*
            #across
            #taken
            #skipped_default
            let value = #constructor { #(#members,)* };
            #finish
            ::core::result::Result::Ok(value)
        }
    }

    fn record_constant(&self, described: &TokenStream, flattened: bool) -> TokenStream {
        let private = &self.private;
        let unknown = self.unknown();
        let flattened = flattened.then(|| quote!(.flattened()));
        quote!(#private::Record::new(#described, #private::Unknown::#unknown) #flattened)
    }

    /// What the records of the contract do with members that they do not know.
    pub(super) fn unknown(&self) -> TokenStream {
        match (self.contract.unknown, self.contract.zone) {
            (Unknown::Zone, Zone::External) => quote!(External),
            (Unknown::Zone, _) => quote!(Zone),
            (Unknown::Deny, _) => quote!(Deny),
            (Unknown::Ignore, _) => quote!(Ignore),
        }
    }

    /// Reads a member into its slot and checks it; the position of the field that comes next.
    fn read_into_slot(
        &self,
        index: usize,
        field: &Field,
        next: &Next,
        (watched, placed): (&[usize], &[usize]),
    ) -> TokenStream {
        let (slot, ty) = (slot(index), &field.ty);
        let read = self.reading_present(field);
        let rules = self.rules_of(field);
        if watched.contains(&index) {
            let placed = placed.contains(&index).then(|| {
                let place = place(index);
                quote!(#place = ::core::option::Option::Some(decoder.place());)
            });
            let sound = sound(index);
            let call = call(
                &quote!(#ty),
                "Slot",
                "read",
                &quote!(&mut #slot, decoder, #read, #rules),
            );
            let next = match next {
                Next::Member(key, position) => quote!(members.next(decoder, #key, #position)),
                Next::End(length) => quote!(members.last(decoder, #length)),
            };
            return quote! {
                {
                    #placed
                    let errors = decoder.report.errors();
                    #call?;
                    #sound = decoder.report.errors() == errors;
                    #next
                }
            };
        }
        let (function, next) = match next {
            Next::Member(key, position) => ("read", quote!(#key, #position)),
            Next::End(length) => ("read_last", quote!(#length)),
        };
        let arguments = quote!(&mut members, decoder, &mut #slot, #read, #rules, #next);
        call(&quote!(#ty), "Members", function, &arguments)
    }

    /// Checks the value in a slot against its own rules.
    fn rules_of_slot(index: usize, field: &Field, at: &TokenStream) -> TokenStream {
        if !field.checks.has_own() || field.exposure != Exposure::Plain {
            return TokenStream::new();
        }
        let (slot, rules) = (slot(index), rules_name(&field.suffix));
        quote! {
            if let (true, ::core::option::Option::Some(value)) = (decoder.report.holds(true), #slot.get()) {
                Self::#rules(value, #at, &mut decoder.report);
            }
        }
    }

    /// The values of absent members: the field's default, else the item's.
    fn defaults(&self, record: &Record, read: &[(usize, &Field)]) -> TokenStream {
        let own = read.iter().filter_map(|(index, field)| {
            let (slot, value) = (slot(*index), default_value(field.default.as_ref()?));
            Some(quote!(#slot.fill(|| #value);))
        });
        let Some(default) = &record.default else {
            return quote!(#(#own)*);
        };
        let ty = &self.generic.ty;
        let value = default_value(default);
        let from_item: Vec<(Ident, &Field)> = read
            .iter()
            .filter(|(_, field)| field.default.is_none())
            .map(|(index, field)| (slot(*index), *field))
            .collect();
        let absent = from_item.iter().map(|(slot, _)| quote!(#slot.is_absent()));
        let fills = from_item.iter().map(|(slot, field)| {
            let member = &field.member;
            quote!(#slot.fill(|| default.#member);)
        });
        quote! {
            #(#own)*
            if false #(|| #absent)* {
                let default: #ty = #value;
                #(#fills)*
            }
        }
    }

    /// The item's default, for fields that are never read.
    fn skipped_default(&self, record: &Record) -> TokenStream {
        let needed = record
            .fields
            .iter()
            .any(|field| matches!(field.read, Reading::Skip) && field.default.is_none());
        match (&record.default, needed) {
            (Some(default), true) => {
                let (ty, value) = (&self.generic.ty, default_value(default));
                quote!(let __contracts_default: #ty = #value;)
            }
            _ => TokenStream::new(),
        }
    }

    /// Checks of the finished value.
    pub(super) fn finish_value(&self, whole: bool) -> TokenStream {
        if !whole {
            return TokenStream::new();
        }
        let checks = self.contract.checks.iter().map(|path| {
            self.judged(
                path,
                &[quote!(&value)],
                &quote!(here),
                &quote!(&mut decoder.report),
            )
        });
        let checks: Vec<TokenStream> = checks.collect();
        let conditional = self
            .has_conditional()
            .then(|| quote!(value.__contracts_conditional(here, &mut decoder.report);));
        self.gated(quote!(#(#checks)* #conditional))
    }

    /// Code that runs where rules hold.
    pub(super) fn gated(&self, code: TokenStream) -> TokenStream {
        let private = &self.private;
        if code.is_empty() {
            return code;
        }
        quote! {
            if decoder.report.holds(<Self as #private::Contract>::ENFORCED) {
                #code
            }
        }
    }
}

/// What is expected behind a member.
enum Next {
    /// A member: its key as it stands behind another one, and its position.
    Member(String, usize),
    /// The end, behind so many fields.
    End(usize),
}

/// Takes the values out of their slots, or ends here.
pub(super) fn taken(indices: impl Iterator<Item = usize> + Clone) -> TokenStream {
    if indices.clone().next().is_none() {
        return TokenStream::new();
    }
    let private = super::private_at(proc_macro2::Span::call_site());
    let slots = indices.clone().map(slot);
    let values = indices.map(value);
    quote! {
        let (#(#private::Slot::Ready(#values),)*) = (#(#slots,)*) else {
            return ::core::result::Result::Err(decoder.unsound());
        };
    }
}

/// The value of a field.
pub(super) fn value(index: usize) -> Ident {
    format_ident!("__contracts_value_{index}")
}

/// The fields of a record of which something is true, with their indices.
fn those(record: &Record, of: impl Fn(&Field) -> bool) -> Vec<(usize, &Field)> {
    record
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| of(field))
        .collect()
}

/// Whether a field is found by its key.
pub(super) fn is_keyed(field: &Field) -> bool {
    matches!(field.read, Reading::Plain | Reading::With(_))
}

/// The expression of a default.
pub(super) fn default_value(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Trait => quote!(::core::default::Default::default()),
        DefaultValue::Path(path) => quote!(#path()),
        DefaultValue::Expr(value) => match &**value {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(_),
                ..
            }) => quote!(::core::convert::Into::into(#value)),
            value => quote!(#value),
        },
    }
}

/// A JSON string.
fn quoted(name: &str) -> String {
    let mut text = String::from("\"");
    for char in name.chars() {
        match char {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\0'..='\x1f' => text.extend(format!("\\u{:04x}", u32::from(char)).chars()),
            _ => text.push(char),
        }
    }
    text.push('"');
    text
}
