#[allow(
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    reason = "generated code"
)]
const _: () = {
    use ::perimeter::__private as __contracts;
    #[allow(unused_imports, reason = "needed for fields whose types are no contracts")]
    use __contracts::{ByText as _, Shapeless as _};
    #[automatically_derived]
    impl Variants {
        #[inline]
        fn __contracts_rules_3_0(
            value: &String,
            at: &__contracts::At<'_>,
            report: &mut __contracts::Report,
        ) {
            __contracts::apply(
                    __contracts::Of::<String>::reach,
                    &const {
                        #[allow(
                            unused_imports,
                            reason = "rules and their words go by their bare names"
                        )]
                        use __contracts::rules::{*, words::*};
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Unbounded,
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Variants {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: &__contracts::At<'_>, report: &mut __contracts::Report) {
            __contracts::nested(
                at,
                report,
                |report| {
                    match self {
                        Self::Unit => {}
                        Self::Newtype(value) => {
                            __contracts::Of::<
                                Inner,
                            >::check(value, &at.member("body"), report);
                        }
                        Self::Tuple {
                            0: __contracts_field_0,
                            1: __contracts_field_1,
                            ..
                        } => {
                            let at = &at.member("body");
                            __contracts::Of::<
                                u8,
                            >::check(__contracts_field_0, &at.index(0usize), report);
                            __contracts::Of::<
                                bool,
                            >::check(__contracts_field_1, &at.index(1usize), report);
                        }
                        Self::Record { text: __contracts_field_0, .. } => {
                            let at = &at.member("body");
                            Self::__contracts_rules_3_0(
                                __contracts_field_0,
                                &at.member("text"),
                                report,
                            );
                            __contracts::Of::<
                                String,
                            >::check(__contracts_field_0, &at.member("text"), report);
                        }
                    }
                },
            );
        }
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < Inner > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    const _: () = ::core::assert!(
        ! __contracts::Of:: < bool > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl Variants {
        fn __contracts_variant_0<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            decoder.null().map(|()| Self::Unit)
        }
        fn __contracts_variant_1<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            __contracts::Decoder::read(decoder, __contracts::From::<'de, Inner>::decode)
                .map(Self::Newtype)
        }
        fn __contracts_variant_2<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<bool>::Absent;
            let mut elements = __contracts::Elements::open(decoder, 2usize)?;
            while let ::core::option::Option::Some(index) = elements.next(decoder)? {
                match index {
                    0usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?
                    }
                    1usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_1,
                            decoder,
                            __contracts::From::<'de, bool>::decode,
                            __contracts::unruled,
                        )?
                    }
                    _ => {}
                }
            }
            let mut sound = true;
            sound
                &= __contracts_slot_0
                    .settle(decoder, "0", || ::core::option::Option::None);
            sound
                &= __contracts_slot_1
                    .settle(decoder, "1", || ::core::option::Option::None);
            if !sound {
                return ::core::result::Result::Err(decoder.unsound());
            }
            ::core::result::Result::Ok(
                Self::Tuple(__contracts_slot_0.take()?, __contracts_slot_1.take()?),
            )
        }
        fn __contracts_variant_3<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            const __CONTRACTS_RECORD: &__contracts::Record = &__contracts::Record::new(
                &[",\"text\":"],
                &["text"],
                &[],
                __contracts::Unknown::External,
            );
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut members = __contracts::Members::open(decoder, __CONTRACTS_RECORD)?;
            let here = members.here();
            let mut field = members.first(decoder, "\"text\":");
            loop {
                field = match field {
                    0usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            __contracts::From::<'de, String>::decode,
                            Self::__contracts_rules_3_0,
                        )?;
                        members.last(decoder, 1usize)
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            let mut sound = true;
            sound
                &= __contracts::Slot::settle(
                    &mut __contracts_slot_0,
                    decoder,
                    "text",
                    __contracts::From::<'de, String>::absent,
                );
            if !sound {
                return ::core::result::Result::Err(decoder.unsound());
            }
            let value = Self::Record {
                text: __contracts_slot_0.take()?,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Variants {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            const __CONTRACTS_VARIANTS: &__contracts::Variants = &__contracts::Variants::new(
                &["Unit", "Newtype", "Tuple", "Record"],
                &[],
                ::core::option::Option::None,
            );
            const __CONTRACTS_RECORD: &__contracts::Record = &__contracts::Record::new(
                &[",\"kind\":", ",\"body\":"],
                &["kind", "body"],
                &[],
                __contracts::Unknown::External,
            );
            decoder
                .adjacent(
                    ("kind", "body"),
                    __CONTRACTS_RECORD,
                    __CONTRACTS_VARIANTS,
                    &[
                        __contracts::Tagged {
                            unit: ::core::option::Option::Some(|| Self::Unit),
                            absent: ::core::option::Option::Some(|| ::core::option::Option::Some(
                                Self::Unit,
                            )),
                            content: Self::__contracts_variant_0,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::None,
                            absent: ::core::option::Option::Some(|| {
                                (__contracts::From::<'de, Inner>::absent)()
                                    .map(Self::Newtype)
                            }),
                            content: Self::__contracts_variant_1,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::None,
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_2,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::None,
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_3,
                        },
                    ],
                )
        }
    }
    #[automatically_derived]
    impl __contracts::Contract for Variants {
        type Zone = __contracts::zone::External;
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__contracts::ContractDescriptor::new(
                "variants",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Variants {
                    tagging: __contracts::Tagging::Adjacent {
                        tag: "kind",
                        content: "body",
                    },
                    variants: &[
                        __contracts::VariantDescriptor {
                            name: "Unit",
                            wire_name: "Unit",
                            aliases: &[],
                            other: false,
                            body: __contracts::Body::Unit,
                        },
                        __contracts::VariantDescriptor {
                            name: "Newtype",
                            wire_name: "Newtype",
                            aliases: &[],
                            other: false,
                            body: __contracts::Body::Newtype(
                                &__contracts::FieldDescriptor {
                                    name: "0",
                                    wire_name: "0",
                                    aliases: &[],
                                    docs: "",
                                    kind: __contracts::Of::<Inner>::KIND,
                                    checks: __contracts::Checks {
                                        rules: &[],
                                        custom: 0usize,
                                        each: ::core::option::Option::None,
                                        keys: ::core::option::Option::None,
                                        values: ::core::option::Option::None,
                                    },
                                    presence: __contracts::Presence::new(
                                        !__contracts::Of::<Inner>::KIND.is_optional(),
                                        __contracts::Of::<Inner>::KIND.is_optional(),
                                        false,
                                    ),
                                    flatten: false,
                                    secret: false,
                                },
                            ),
                        },
                        __contracts::VariantDescriptor {
                            name: "Tuple",
                            wire_name: "Tuple",
                            aliases: &[],
                            other: false,
                            body: __contracts::Body::Tuple(
                                &[
                                    __contracts::FieldDescriptor {
                                        name: "0",
                                        wire_name: "0",
                                        aliases: &[],
                                        docs: "",
                                        kind: __contracts::Of::<u8>::KIND,
                                        checks: __contracts::Checks {
                                            rules: &[],
                                            custom: 0usize,
                                            each: ::core::option::Option::None,
                                            keys: ::core::option::Option::None,
                                            values: ::core::option::Option::None,
                                        },
                                        presence: __contracts::Presence::new(
                                            !__contracts::Of::<u8>::KIND.is_optional(),
                                            __contracts::Of::<u8>::KIND.is_optional(),
                                            false,
                                        ),
                                        flatten: false,
                                        secret: false,
                                    },
                                    __contracts::FieldDescriptor {
                                        name: "1",
                                        wire_name: "1",
                                        aliases: &[],
                                        docs: "",
                                        kind: __contracts::Of::<bool>::KIND,
                                        checks: __contracts::Checks {
                                            rules: &[],
                                            custom: 0usize,
                                            each: ::core::option::Option::None,
                                            keys: ::core::option::Option::None,
                                            values: ::core::option::Option::None,
                                        },
                                        presence: __contracts::Presence::new(
                                            !__contracts::Of::<bool>::KIND.is_optional(),
                                            __contracts::Of::<bool>::KIND.is_optional(),
                                            false,
                                        ),
                                        flatten: false,
                                        secret: false,
                                    },
                                ],
                            ),
                        },
                        __contracts::VariantDescriptor {
                            name: "Record",
                            wire_name: "Record",
                            aliases: &[],
                            other: false,
                            body: __contracts::Body::Record(
                                &[
                                    __contracts::FieldDescriptor {
                                        name: "text",
                                        wire_name: "text",
                                        aliases: &[],
                                        docs: "",
                                        kind: __contracts::Of::<String>::KIND,
                                        checks: __contracts::Checks {
                                            rules: &[
                                                __contracts::apply(
                                                        __contracts::Of::<String>::reach,
                                                        &const {
                                                            #[allow(
                                                                unused_imports,
                                                                reason = "rules and their words go by their bare names"
                                                            )]
                                                            use __contracts::rules::{*, words::*};
                                                            length(
                                                                __contracts::Bounds::new(
                                                                    ::core::ops::Bound::Included(1),
                                                                    ::core::ops::Bound::Unbounded,
                                                                ),
                                                            )
                                                        },
                                                    )
                                                    .info,
                                            ],
                                            custom: 0usize,
                                            each: ::core::option::Option::None,
                                            keys: ::core::option::Option::None,
                                            values: ::core::option::Option::None,
                                        },
                                        presence: __contracts::Presence::new(
                                            !__contracts::Of::<String>::KIND.is_optional(),
                                            __contracts::Of::<String>::KIND.is_optional(),
                                            false,
                                        ),
                                        flatten: false,
                                        secret: false,
                                    },
                                ],
                            ),
                        },
                    ],
                },
            )
            .declared(::core::file!(), ::core::line!(), "")
            .versioned("")
            .unknown(__contracts::UnknownFields::Zone)
            .limited(__contracts::Limits {
                max_bytes: ::core::option::Option::None,
                max_depth: ::core::option::Option::None,
                max_violations: ::core::option::Option::None,
            })
            .annotated(&[]);
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Variants {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize(deserializer)
        }
    }
    __contracts::inventory::submit! {
        __contracts::Linked::new(< Variants as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Variants > (), | boundary, bytes | boundary.accept::
        < Variants > (bytes).map(| _ | ()),)
    }
};
#[allow(
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    reason = "generated code"
)]
const _: () = {
    use ::perimeter::__private as __contracts;
    #[allow(unused_imports, reason = "needed for fields whose types are no contracts")]
    use __contracts::{ByText as _, Shapeless as _};
    #[automatically_derived]
    impl __contracts::Shape for Inner {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: &__contracts::At<'_>, report: &mut __contracts::Report) {
            __contracts::nested(
                at,
                report,
                |report| {
                    let Self { number: __contracts_field_0, .. } = self;
                    let at = at;
                    __contracts::Of::<
                        u8,
                    >::check(__contracts_field_0, &at.member("number"), report);
                },
            );
        }
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Inner {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            const __CONTRACTS_RECORD: &__contracts::Record = &__contracts::Record::new(
                &[",\"number\":"],
                &["number"],
                &[],
                __contracts::Unknown::External,
            );
            let mut __contracts_slot_0 = __contracts::Slot::<u8>::Absent;
            let mut members = __contracts::Members::open(decoder, __CONTRACTS_RECORD)?;
            let here = members.here();
            let mut field = members.first(decoder, "\"number\":");
            loop {
                field = match field {
                    0usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?;
                        members.last(decoder, 1usize)
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            let mut sound = true;
            sound
                &= __contracts::Slot::settle(
                    &mut __contracts_slot_0,
                    decoder,
                    "number",
                    __contracts::From::<'de, u8>::absent,
                );
            if !sound {
                return ::core::result::Result::Err(decoder.unsound());
            }
            let value = Self {
                number: __contracts_slot_0.take()?,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl __contracts::Contract for Inner {
        type Zone = __contracts::zone::External;
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__contracts::ContractDescriptor::new(
                "inner",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(
                    &[
                        __contracts::FieldDescriptor {
                            name: "number",
                            wire_name: "number",
                            aliases: &[],
                            docs: "",
                            kind: __contracts::Of::<u8>::KIND,
                            checks: __contracts::Checks {
                                rules: &[],
                                custom: 0usize,
                                each: ::core::option::Option::None,
                                keys: ::core::option::Option::None,
                                values: ::core::option::Option::None,
                            },
                            presence: __contracts::Presence::new(
                                !__contracts::Of::<u8>::KIND.is_optional(),
                                __contracts::Of::<u8>::KIND.is_optional(),
                                false,
                            ),
                            flatten: false,
                            secret: false,
                        },
                    ],
                ),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .versioned("")
            .unknown(__contracts::UnknownFields::Zone)
            .limited(__contracts::Limits {
                max_bytes: ::core::option::Option::None,
                max_depth: ::core::option::Option::None,
                max_violations: ::core::option::Option::None,
            })
            .annotated(&[]);
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Inner {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize(deserializer)
        }
    }
    __contracts::inventory::submit! {
        __contracts::Linked::new(< Inner as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Inner > (), | boundary, bytes | boundary.accept:: <
        Inner > (bytes).map(| _ | ()),)
    }
};
