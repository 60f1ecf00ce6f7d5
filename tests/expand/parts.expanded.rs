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
    impl Parts {
        #[inline]
        fn __contracts_rules_0(
            value: &Vec<Vec<String>>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<Vec<Vec<String>>>::reach,
                    &const {
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Included(9),
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
        #[inline]
        fn __contracts_check_0(
            value: &Vec<Vec<String>>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            Self::__contracts_rules_0(value, at, report);
            __contracts::check_items(value, at, report, Self::__contracts_check_0e);
        }
        #[inline]
        fn __contracts_check_0e(
            value: &<Vec<Vec<String>> as __contracts::Items>::Item,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::check_items(value, at, report, Self::__contracts_rules_0ee);
        }
        #[inline]
        fn __contracts_rules_0ee(
            value: &<<Vec<
                Vec<String>,
            > as __contracts::Items>::Item as __contracts::Items>::Item,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<
                        <<Vec<
                            Vec<String>,
                        > as __contracts::Items>::Item as __contracts::Items>::Item,
                    >::reach,
                    &const { prefix("a") },
                )
                .hold(value, at, report);
        }
        #[inline]
        fn __contracts_check_1(
            value: &std::collections::BTreeMap<String, u32>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::check_keys(value, at, report, Self::__contracts_rules_1k);
            __contracts::check_values(value, at, report, Self::__contracts_rules_1v);
        }
        #[inline]
        fn __contracts_rules_1k(
            value: &<std::collections::BTreeMap<
                String,
                u32,
            > as __contracts::Entries>::Key,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<
                        <std::collections::BTreeMap<
                            String,
                            u32,
                        > as __contracts::Entries>::Key,
                    >::reach,
                    &const {
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Included(9),
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
        #[inline]
        fn __contracts_rules_1v(
            value: &<std::collections::BTreeMap<
                String,
                u32,
            > as __contracts::Entries>::Value,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<
                        <std::collections::BTreeMap<
                            String,
                            u32,
                        > as __contracts::Entries>::Value,
                    >::reach,
                    &const {
                        range(
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
    impl __contracts::Shape for Parts {
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
                    let Self {
                        list: __contracts_field_0,
                        map: __contracts_field_1,
                        ..
                    } = self;
                    {
                        let step = at.member("list");
                        let at = step.at();
                        Self::__contracts_check_0(__contracts_field_0, at, report);
                        __contracts::Of::<
                            Vec<Vec<String>>,
                        >::check(__contracts_field_0, at, report);
                    }
                    {
                        let step = at.member("map");
                        let at = step.at();
                        Self::__contracts_check_1(__contracts_field_1, at, report);
                        __contracts::Of::<
                            std::collections::BTreeMap<String, u32>,
                        >::check(__contracts_field_1, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Parts {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new(
                    "list",
                    __contracts::Of::<Vec<Vec<String>>>::KIND,
                )
                .checked(
                    __contracts::Checks::new(
                            &[
                                __contracts::apply(
                                        __contracts::Of::<Vec<Vec<String>>>::reach,
                                        &const {
                                            length(
                                                __contracts::Bounds::new(
                                                    ::core::ops::Bound::Included(1),
                                                    ::core::ops::Bound::Included(9),
                                                ),
                                            )
                                        },
                                    )
                                    .info,
                            ],
                        )
                        .with(
                            &__contracts::More::new()
                                .within(
                                    __contracts::Parts::Elements(
                                        __contracts::Checks::new(&[])
                                            .with(
                                                &__contracts::More::new()
                                                    .within(
                                                        __contracts::Parts::Elements(
                                                            __contracts::Checks::new(
                                                                &[
                                                                    __contracts::apply(
                                                                            __contracts::Of::<
                                                                                <<Vec<
                                                                                    Vec<String>,
                                                                                > as __contracts::Items>::Item as __contracts::Items>::Item,
                                                                            >::reach,
                                                                            &const { prefix("a") },
                                                                        )
                                                                        .info,
                                                                ],
                                                            ),
                                                        ),
                                                    ),
                                            ),
                                    ),
                                ),
                        ),
                ),
            __contracts::FieldDescriptor::new(
                    "map",
                    __contracts::Of::<std::collections::BTreeMap<String, u32>>::KIND,
                )
                .checked(
                    __contracts::Checks::new(&[])
                        .with(
                            &__contracts::More::new()
                                .within(
                                    __contracts::Parts::Entries(
                                        ::core::option::Option::Some(
                                            __contracts::Checks::new(
                                                &[
                                                    __contracts::apply(
                                                            __contracts::Of::<
                                                                <std::collections::BTreeMap<
                                                                    String,
                                                                    u32,
                                                                > as __contracts::Entries>::Key,
                                                            >::reach,
                                                            &const {
                                                                length(
                                                                    __contracts::Bounds::new(
                                                                        ::core::ops::Bound::Included(1),
                                                                        ::core::ops::Bound::Included(9),
                                                                    ),
                                                                )
                                                            },
                                                        )
                                                        .info,
                                                ],
                                            ),
                                        ),
                                        ::core::option::Option::Some(
                                            __contracts::Checks::new(
                                                &[
                                                    __contracts::apply(
                                                            __contracts::Of::<
                                                                <std::collections::BTreeMap<
                                                                    String,
                                                                    u32,
                                                                > as __contracts::Entries>::Value,
                                                            >::reach,
                                                            &const {
                                                                range(
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
                                    ),
                                ),
                        ),
                ),
        ];
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Parts {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<Vec<Vec<String>>>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<
                std::collections::BTreeMap<String, u32>,
            >::Absent;
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
            let mut field = members.first(decoder, "\"list\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            |decoder| <Vec<
                                Vec<String>,
                            > as __contracts::DecodeItems<
                                'de,
                            >>::decode_items(
                                decoder,
                                &mut |decoder| <<Vec<
                                    Vec<String>,
                                > as __contracts::Items>::Item as __contracts::DecodeItems<
                                    'de,
                                >>::decode_items(
                                    decoder,
                                    &mut |decoder| __contracts::Decoder::read_checked(
                                        decoder,
                                        __contracts::From::<
                                            'de,
                                            <<Vec<
                                                Vec<String>,
                                            > as __contracts::Items>::Item as __contracts::Items>::Item,
                                        >::decode,
                                        Self::__contracts_rules_0ee,
                                    ),
                                ),
                            ),
                            Self::__contracts_rules_0,
                            ",\"map\":",
                            1usize,
                        )
                    }
                    1usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_1,
                            |decoder| <std::collections::BTreeMap<
                                String,
                                u32,
                            > as __contracts::DecodeEntries<
                                'de,
                            >>::decode_entries(
                                decoder,
                                &mut |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    __contracts::From::<
                                        'de,
                                        <std::collections::BTreeMap<
                                            String,
                                            u32,
                                        > as __contracts::Entries>::Key,
                                    >::decode_key,
                                    Self::__contracts_rules_1k,
                                ),
                                &mut |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    __contracts::From::<
                                        'de,
                                        <std::collections::BTreeMap<
                                            String,
                                            u32,
                                        > as __contracts::Entries>::Value,
                                    >::decode,
                                    Self::__contracts_rules_1v,
                                ),
                            ),
                            __contracts::unruled,
                            2usize,
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
                "list",
                __contracts::From::<'de, Vec<Vec<String>>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "map",
                __contracts::From::<'de, std::collections::BTreeMap<String, u32>>::absent,
            );
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
            ) = (__contracts_slot_0, __contracts_slot_1) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                list: __contracts_value_0,
                map: __contracts_value_1,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Parts {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "parts",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Parts>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Parts {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Parts {
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
        __contracts::Linked::new(< Parts as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Parts > (), | boundary, source | boundary.accept:: <
        Parts > (source).map(| _ | ()),)
    }
};
