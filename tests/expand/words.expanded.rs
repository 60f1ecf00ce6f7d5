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
    impl Words {
        #[inline]
        fn __contracts_rules_0(
            value: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<String>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
                        __contracts::rules::adjust(
                                length(
                                        __contracts::Bounds::new(
                                            ::core::ops::Bound::Included(8),
                                            ::core::ops::Bound::Unbounded,
                                        ),
                                    )
                                    .unit(bytes),
                            )
                            .message("is too short")
                            .code("weak")
                    },
                )
                .hold(value, at, report);
        }
        #[inline]
        fn __contracts_rules_1(
            value: &u8,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<u8>::reach,
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
        fn __contracts_rules_2(
            value: &u8,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::outcome(odd(value), at, report);
        }
        fn __contracts_conditional(
            &self,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            if self.least > 1 {
                __contracts::revealed(
                    __contracts::Of::<u8>::KIND,
                    report,
                    |report| {
                        __contracts::apply(
                                __contracts::Of::<u8>::reach,
                                &const {
                                    use __contracts::rules::vocabulary::*;
                                    range(
                                        __contracts::Bounds::new(
                                            ::core::ops::Bound::Included(1),
                                            ::core::ops::Bound::Unbounded,
                                        ),
                                    )
                                },
                            )
                            .hold(&self.most, at.member("most").at(), report);
                    },
                );
            }
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Words {
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
                        password: __contracts_field_0,
                        least: __contracts_field_1,
                        most: __contracts_field_2,
                        ..
                    } = self;
                    {
                        let step = at.member("password");
                        let at = step.at();
                        __contracts::concealed(
                            at,
                            report,
                            |report| {
                                Self::__contracts_rules_0(__contracts_field_0, at, report);
                                __contracts::Of::<
                                    String,
                                >::check(__contracts_field_0, at, report);
                            },
                        );
                    }
                    let errors = report.errors();
                    {
                        let step = at.member("least");
                        let at = step.at();
                        Self::__contracts_rules_1(__contracts_field_1, at, report);
                        __contracts::Of::<u8>::check(__contracts_field_1, at, report);
                    }
                    let __contracts_sound_1 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("most");
                        let at = step.at();
                        Self::__contracts_rules_2(__contracts_field_2, at, report);
                        __contracts::Of::<u8>::check(__contracts_field_2, at, report);
                    }
                    let __contracts_sound_2 = report.errors() == errors;
                    if true && __contracts_sound_1 && __contracts_sound_2 {
                        __contracts::outcome(
                            across(__contracts_field_1, __contracts_field_2),
                            at,
                            report,
                        );
                    }
                    __contracts::outcome(whole(self), at, report);
                    self.__contracts_conditional(at, report);
                },
            );
        }
    }
    #[automatically_derived]
    impl Words {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new(
                    "password",
                    __contracts::Of::<String>::KIND,
                )
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<String>::reach,
                                    &const {
                                        use __contracts::rules::vocabulary::*;
                                        __contracts::rules::adjust(
                                                length(
                                                        __contracts::Bounds::new(
                                                            ::core::ops::Bound::Included(8),
                                                            ::core::ops::Bound::Unbounded,
                                                        ),
                                                    )
                                                    .unit(bytes),
                                            )
                                            .message("is too short")
                                            .code("weak")
                                    },
                                )
                                .info,
                        ],
                    ),
                )
                .concealed(),
            __contracts::FieldDescriptor::new("least", __contracts::Of::<u8>::KIND)
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<u8>::reach,
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
                )
                .defaulted()
                .valued(&__contracts::Literal::Integer(1i128)),
            __contracts::FieldDescriptor::new("most", __contracts::Of::<u8>::KIND)
                .checked(
                    __contracts::Checks::new(
                            &[
                                &__contracts::Conditional::new(
                                    __contracts::apply(
                                            __contracts::Of::<u8>::reach,
                                            &const {
                                                use __contracts::rules::vocabulary::*;
                                                range(
                                                    __contracts::Bounds::new(
                                                        ::core::ops::Bound::Included(1),
                                                        ::core::ops::Bound::Unbounded,
                                                    ),
                                                )
                                            },
                                        )
                                        .info,
                                    "self.least > 1",
                                ),
                            ],
                        )
                        .with(&__contracts::More::new().with_custom(&["odd"])),
                ),
        ];
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Words {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_sound_1 = true;
            let mut __contracts_sound_2 = true;
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
            let mut field = members.first(decoder, "\"password\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            |decoder| __contracts::Decoder::read_secret(
                                decoder,
                                |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    __contracts::From::<'de, String>::decode,
                                    Self::__contracts_rules_0,
                                ),
                            ),
                            __contracts::unruled,
                            ",\"least\":",
                            1usize,
                        )
                    }
                    1usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_1,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            Self::__contracts_rules_1,
                        )?;
                        __contracts_sound_1 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"most\":", 2usize)
                    }
                    2usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_2,
                            decoder,
                            |decoder| __contracts::Decoder::read_revealed(
                                decoder,
                                __contracts::Of::<u8>::KIND,
                                |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    __contracts::From::<'de, u8>::decode,
                                    Self::__contracts_rules_2,
                                ),
                            ),
                            __contracts::unruled,
                        )?;
                        __contracts_sound_2 = decoder.report.errors() == errors;
                        members.last(decoder, 3usize)
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts_slot_1.fill(|| 1);
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "password",
                __contracts::From::<'de, String>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "least",
                __contracts::From::<'de, u8>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "most",
                __contracts::From::<'de, u8>::absent,
            );
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_1 && __contracts_sound_2,
                    __contracts_slot_1.get(),
                    __contracts_slot_2.get(),
                ) {
                    __contracts::outcome(
                        across(field_0, field_1),
                        here,
                        &mut decoder.report,
                    );
                }
            }
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
            ) = (__contracts_slot_0, __contracts_slot_1, __contracts_slot_2) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                password: __contracts_value_0,
                least: __contracts_value_1,
                most: __contracts_value_2,
            };
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                __contracts::outcome(whole(&value), here, &mut decoder.report);
                value.__contracts_conditional(here, &mut decoder.report);
            }
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Words {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "words",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .checked(
                &[
                    __contracts::CheckDescriptor::new("across", &["least", "most"]),
                    __contracts::CheckDescriptor::new("whole", &[]),
                ],
            );
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Words>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Words {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Words {
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
        __contracts::Linked::new(< Words as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Words > (), | boundary, source | boundary.accept:: <
        Words > (source).map(| _ | ()),)
    }
};
#[cfg(test)]
#[test]
#[allow(non_snake_case, unnameable_test_items, reason = "generated code")]
fn __contracts_default_of_Words_1() {
    let value: u8 = 1;
    ::perimeter::__private::hold_default(
        "least",
        |at, report| Words::__contracts_rules_1(&value, at, report),
    );
}
