#[allow(
    unused_imports,
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
    use __contracts::{ByText as _, Shapeless as _};
    use __contracts::rules::vocabulary::*;
    #[automatically_derived]
    impl Variants {
        #[inline]
        fn __contracts_rules_3_0(
            value: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<String>::reach,
                    &const {
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
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(
                at,
                report,
                |report| {
                    match self {
                        Self::Unit => {}
                        Self::Newtype(value) => {
                            let step = at.member("body");
                            let at = step.at();
                            __contracts::Of::<Inner>::check(value, at, report);
                        }
                        Self::Tuple {
                            0: __contracts_field_0,
                            1: __contracts_field_1,
                            ..
                        } => {
                            let step = at.member("body");
                            let at = step.at();
                            {
                                let step = at.index(0usize);
                                let at = step.at();
                                __contracts::Of::<
                                    u8,
                                >::check(__contracts_field_0, at, report);
                            }
                            {
                                let step = at.index(1usize);
                                let at = step.at();
                                __contracts::Of::<
                                    bool,
                                >::check(__contracts_field_1, at, report);
                            }
                        }
                        Self::Record { text: __contracts_field_0, .. } => {
                            let step = at.member("body");
                            let at = step.at();
                            {
                                let step = at.member("text");
                                let at = step.at();
                                Self::__contracts_rules_3_0(
                                    __contracts_field_0,
                                    at,
                                    report,
                                );
                                __contracts::Of::<
                                    String,
                                >::check(__contracts_field_0, at, report);
                            }
                        }
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Variants {
        const __CONTRACTS_FIELDS_3: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("text", __contracts::Of::<String>::KIND)
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<String>::reach,
                                    &const {
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
                    ),
                ),
        ];
        const __CONTRACTS_VARIANTS: &'static [__contracts::VariantDescriptor] = &[
            __contracts::VariantDescriptor::new("Unit", __contracts::Body::Unit),
            __contracts::VariantDescriptor::new(
                "Newtype",
                __contracts::Body::Newtype(
                    &__contracts::FieldDescriptor::new(
                        "0",
                        __contracts::Of::<Inner>::KIND,
                    ),
                ),
            ),
            __contracts::VariantDescriptor::new(
                "Tuple",
                __contracts::Body::Tuple(
                    &[
                        __contracts::FieldDescriptor::new(
                            "0",
                            __contracts::Of::<u8>::KIND,
                        ),
                        __contracts::FieldDescriptor::new(
                            "1",
                            __contracts::Of::<bool>::KIND,
                        ),
                    ],
                ),
            ),
            __contracts::VariantDescriptor::new(
                "Record",
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS_3),
            ),
        ];
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
            __contracts_slot_0.settle(decoder, "0", || ::core::option::Option::None);
            __contracts_slot_1.settle(decoder, "1", || ::core::option::Option::None);
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
            ) = (__contracts_slot_0, __contracts_slot_1) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            ::core::result::Result::Ok(
                Self::Tuple(__contracts_value_0, __contracts_value_1),
            )
        }
        fn __contracts_variant_3<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                        Self::__CONTRACTS_FIELDS_3,
                        __contracts::Unknown::External,
                    )
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"text\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, String>::decode,
                            Self::__contracts_rules_3_0,
                            1usize,
                        )
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "text",
                __contracts::From::<'de, String>::absent,
            );
            let (__contracts::Slot::Ready(__contracts_value_0),) = (__contracts_slot_0,)
            else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self::Record {
                text: __contracts_value_0,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Variants {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            const __CONTRACTS_RECORD: &__contracts::Record = &__contracts::Record::new(
                &[
                    __contracts::FieldDescriptor::new("kind", __contracts::Kind::Any)
                        .noted(&__contracts::Notes::new("kind", &[], "")),
                    __contracts::FieldDescriptor::new("body", __contracts::Kind::Any)
                        .noted(&__contracts::Notes::new("body", &[], "")),
                ],
                __contracts::Unknown::External,
            );
            decoder
                .adjacent(
                    ("kind", "body"),
                    __CONTRACTS_RECORD,
                    const { &__contracts::Variants::new(Self::__CONTRACTS_VARIANTS) },
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
    impl Variants {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "variants",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Variants {
                    tagging: __contracts::Tagging::Adjacent {
                        tag: "kind",
                        content: "body",
                    },
                    variants: Self::__CONTRACTS_VARIANTS,
                },
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Variants>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Variants {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
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
    __contracts::submit! {
        __contracts::Linked::new(< Variants as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Variants > (), | boundary, source | boundary.accept::
        < Variants > (source).map(| _ | ()),)
    }
};
#[allow(
    unused_imports,
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
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(
                at,
                report,
                |report| {
                    let Self { number: __contracts_field_0, .. } = self;
                    {
                        let step = at.member("number");
                        let at = step.at();
                        __contracts::Of::<u8>::check(__contracts_field_0, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Inner {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("number", __contracts::Of::<u8>::KIND),
        ];
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Inner {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u8>::Absent;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                        Self::__CONTRACTS_FIELDS,
                        __contracts::Unknown::External,
                    )
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"number\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                            1usize,
                        )
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "number",
                __contracts::From::<'de, u8>::absent,
            );
            let (__contracts::Slot::Ready(__contracts_value_0),) = (__contracts_slot_0,)
            else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                number: __contracts_value_0,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Inner {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "inner",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Inner>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Inner {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
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
    __contracts::submit! {
        __contracts::Linked::new(< Inner as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Inner > (), | boundary, source | boundary.accept:: <
        Inner > (source).map(| _ | ()),)
    }
};
