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
    impl Record {
        #[inline]
        fn __contracts_rules_0(
            value: &u32,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<u32>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
                        range(
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
        fn __contracts_rules_1(
            value: &Option<String>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<Option<String>>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
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
    impl __contracts::Shape for Record {
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
                        first_number: __contracts_field_0,
                        text: __contracts_field_1,
                        inner: __contracts_field_2,
                        ..
                    } = self;
                    {
                        let step = at.member("firstNumber");
                        let at = step.at();
                        Self::__contracts_rules_0(__contracts_field_0, at, report);
                        __contracts::Of::<u32>::check(__contracts_field_0, at, report);
                    }
                    {
                        let step = at.member("text");
                        let at = step.at();
                        if __contracts::Of::<
                            Option<String>,
                        >::is_null(__contracts_field_1) {
                            __contracts::lacking(false, at, report);
                        }
                        Self::__contracts_rules_1(__contracts_field_1, at, report);
                        __contracts::Of::<
                            Option<String>,
                        >::check(__contracts_field_1, at, report);
                    }
                    {
                        let step = at.member("inner");
                        let at = step.at();
                        __contracts::Of::<Inner>::check(__contracts_field_2, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Record {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new(
                    "first_number",
                    __contracts::Of::<u32>::KIND,
                )
                .noted(&__contracts::Notes::new("firstNumber", &[], "A number."))
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<u32>::reach,
                                    &const {
                                        use __contracts::rules::vocabulary::*;
                                        range(
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
            __contracts::FieldDescriptor::new(
                    "text",
                    __contracts::Of::<Option<String>>::KIND,
                )
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<Option<String>>::reach,
                                    &const {
                                        use __contracts::rules::vocabulary::*;
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
                )
                .not_null(),
            __contracts::FieldDescriptor::new("inner", __contracts::Of::<Inner>::KIND),
        ];
    }
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < String > > ::KIND.may_be_null(),
        "`not_null` is for a field that can be null: its type is no `Option`"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Record {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u32>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<Option<String>>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<Inner>::Absent;
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
            let mut field = members.first(decoder, "\"firstNumber\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, u32>::decode,
                            Self::__contracts_rules_0,
                            ",\"text\":",
                            1usize,
                        )
                    }
                    1usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_1,
                            |decoder| __contracts::Decoder::read_not_null(
                                decoder,
                                __contracts::Of::<Option<String>>::KIND,
                                __contracts::From::<'de, Option<String>>::decode,
                            ),
                            Self::__contracts_rules_1,
                            ",\"inner\":",
                            2usize,
                        )
                    }
                    2usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_2,
                            __contracts::From::<'de, Inner>::decode,
                            __contracts::unruled,
                            3usize,
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
                "firstNumber",
                __contracts::From::<'de, u32>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "text",
                __contracts::From::<'de, Option<String>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "inner",
                __contracts::From::<'de, Inner>::absent,
            );
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
            ) = (__contracts_slot_0, __contracts_slot_1, __contracts_slot_2) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                first_number: __contracts_value_0,
                text: __contracts_value_1,
                inner: __contracts_value_2,
                skipped: ::core::default::Default::default(),
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Record {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "record",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .versioned("1.0.0")
            .limited(__contracts::Limits {
                max_bytes: ::core::option::Option::Some(4096),
                max_depth: ::core::option::Option::None,
                max_violations: ::core::option::Option::None,
            })
            .annotated(&[("owner", "tests")]);
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Record>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Record {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Record {
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
        __contracts::Linked::new(< Record as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Record > (), | boundary, source | boundary.accept:: <
        Record > (source).map(| _ | ()),)
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
                    let Self { .. } = self;
                },
            );
        }
    }
    #[automatically_derived]
    impl Inner {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[];
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Inner {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
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
            let mut field = members.step(decoder, 0);
            loop {
                field = match field {
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            let value = Self {};
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
