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
    impl __contracts::Shape for App {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(at, report, |report| {});
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for App {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            <() as __contracts::Decode<'_>>::decode(decoder).map(|()| Self)
        }
    }
    #[automatically_derived]
    impl App {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "app",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Unit,
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <App>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for App {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for App {
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
        __contracts::Linked::new(< App as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < App > (), | boundary, source | boundary.accept:: <
        App > (source).map(| _ | ()),)
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
    impl Contextual {
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
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Included(20),
                            ),
                        )
                    },
                )
                .hold(value, at, report);
            if let ::core::option::Option::Some(__contracts_context) = __contracts::context::<
                App,
            >(report) {
                __contracts::outcome(known(value, __contracts_context), at, report);
            }
        }
        #[inline]
        fn __contracts_rules_2(
            value: &Vec<String>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<Vec<String>>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
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
        fn __contracts_check_2(
            value: &Vec<String>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            Self::__contracts_rules_2(value, at, report);
            __contracts::check_items(value, at, report, Self::__contracts_rules_2e);
        }
        #[inline]
        fn __contracts_rules_2e(
            value: &<Vec<String> as __contracts::Items>::Item,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<<Vec<String> as __contracts::Items>::Item>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
                        non_empty()
                    },
                )
                .hold(value, at, report);
        }
        fn __contracts_conditional(
            &self,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            if let ::core::option::Option::Some(app) = __contracts::context::<
                App,
            >(report) {
                if matches!(app, App) {
                    let step = at.member("count");
                    let at = step.at();
                    __contracts::concealed(
                        at,
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
                                .hold(&self.count, at, report);
                        },
                    );
                }
            }
        }
        fn __contracts_sanitize_0(__contracts_value: &mut String) {
            use __contracts::sanitize::vocabulary::*;
            trim(&mut *__contracts_value);
            tidy(&mut *__contracts_value);
        }
        fn __contracts_sanitize_1(__contracts_value: &mut Option<String>) {
            use __contracts::sanitize::vocabulary::*;
            lowercase(&mut *__contracts_value);
        }
        fn __contracts_sanitize_2e(
            __contracts_value: &mut <Vec<String> as __contracts::Items>::Item,
        ) {
            use __contracts::sanitize::vocabulary::*;
            trim(&mut *__contracts_value);
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Contextual {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::needs_context::<App>(::core::stringify!(App), at, report);
            __contracts::nested(
                at,
                report,
                |report| {
                    let Self {
                        name: __contracts_field_0,
                        code: __contracts_field_1,
                        tags: __contracts_field_2,
                        count: __contracts_field_3,
                        ..
                    } = self;
                    let errors = report.errors();
                    {
                        let step = at.member("name");
                        let at = step.at();
                        Self::__contracts_rules_0(__contracts_field_0, at, report);
                        __contracts::Of::<
                            String,
                        >::check(__contracts_field_0, at, report);
                    }
                    let __contracts_sound_0 = report.errors() == errors;
                    {
                        let step = at.member("code");
                        let at = step.at();
                        if __contracts::Of::<Option<String>>::KIND.is_optional()
                            && __contracts::Of::<
                                Option<String>,
                            >::reach(__contracts_field_1)
                                .is_none()
                        {
                            __contracts::lacking(
                                __contracts::Of::<
                                    Option<String>,
                                >::is_absent(__contracts_field_1),
                                at,
                                report,
                            );
                        }
                        __contracts::Of::<
                            Option<String>,
                        >::check(__contracts_field_1, at, report);
                    }
                    {
                        let step = at.member("tags");
                        let at = step.at();
                        Self::__contracts_check_2(__contracts_field_2, at, report);
                        __contracts::Of::<
                            Vec<String>,
                        >::check(__contracts_field_2, at, report);
                    }
                    {
                        let step = at.member("count");
                        let at = step.at();
                        __contracts::concealed(
                            at,
                            report,
                            |report| {
                                __contracts::Of::<
                                    u8,
                                >::check(__contracts_field_3, at, report);
                            },
                        );
                    }
                    if true && __contracts_sound_0 {
                        if let ::core::option::Option::Some(__contracts_context) = __contracts::context::<
                            App,
                        >(report) {
                            __contracts::outcome(
                                across(__contracts_field_0, __contracts_context),
                                at,
                                report,
                            );
                        }
                    }
                    if let ::core::option::Option::Some(__contracts_context) = __contracts::context::<
                        App,
                    >(report) {
                        __contracts::outcome(
                            whole(self, __contracts_context),
                            at,
                            report,
                        );
                    }
                    self.__contracts_conditional(at, report);
                },
            );
        }
    }
    #[automatically_derived]
    impl Contextual {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("name", __contracts::Of::<String>::KIND)
                .checked(
                    __contracts::Checks::new(
                            &[
                                __contracts::apply(
                                        __contracts::Of::<String>::reach,
                                        &const {
                                            use __contracts::rules::vocabulary::*;
                                            length(
                                                __contracts::Bounds::new(
                                                    ::core::ops::Bound::Included(1),
                                                    ::core::ops::Bound::Included(20),
                                                ),
                                            )
                                        },
                                    )
                                    .info,
                            ],
                        )
                        .with(
                            &__contracts::More::new()
                                .with_custom(&["known"])
                                .sanitized_by(&["trim", "tidy"]),
                        ),
                ),
            __contracts::FieldDescriptor::new(
                    "code",
                    __contracts::Of::<Option<String>>::KIND,
                )
                .checked(
                    __contracts::Checks::new(&[])
                        .with(&__contracts::More::new().sanitized_by(&["lowercase"])),
                )
                .required()
                .not_null(),
            __contracts::FieldDescriptor::new(
                    "tags",
                    __contracts::Of::<Vec<String>>::KIND,
                )
                .checked(
                    __contracts::Checks::new(
                            &[
                                __contracts::apply(
                                        __contracts::Of::<Vec<String>>::reach,
                                        &const {
                                            use __contracts::rules::vocabulary::*;
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
                                        __contracts::Checks::new(
                                                &[
                                                    __contracts::apply(
                                                            __contracts::Of::<
                                                                <Vec<String> as __contracts::Items>::Item,
                                                            >::reach,
                                                            &const {
                                                                use __contracts::rules::vocabulary::*;
                                                                non_empty()
                                                            },
                                                        )
                                                        .info,
                                                ],
                                            )
                                            .with(&__contracts::More::new().sanitized_by(&["trim"])),
                                    ),
                                ),
                        ),
                ),
            __contracts::FieldDescriptor::new("count", __contracts::Of::<u8>::KIND)
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
                                "matches ! (app , App)",
                            ),
                        ],
                    ),
                )
                .concealed(),
        ];
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Contextual {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                decoder.needs_context::<App>(::core::stringify!(App))?;
            }
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<Option<String>>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<Vec<String>>::Absent;
            let mut __contracts_slot_3 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_sound_0 = true;
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
            let mut field = members.first(decoder, "\"name\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            |decoder| __contracts::Decoder::read_sanitized(
                                decoder,
                                __contracts::From::<'de, String>::decode,
                                Self::__contracts_sanitize_0,
                                |value, at, report| {
                                    if report.holds(true) {
                                        __contracts::Of::<String>::check(value, at, report);
                                    }
                                },
                            ),
                            Self::__contracts_rules_0,
                        )?;
                        __contracts_sound_0 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"code\":", 1usize)
                    }
                    1usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_1,
                            |decoder| __contracts::Decoder::read_not_null(
                                decoder,
                                __contracts::Of::<Option<String>>::KIND,
                                |decoder| __contracts::Decoder::read_sanitized(
                                    decoder,
                                    __contracts::From::<'de, Option<String>>::decode,
                                    Self::__contracts_sanitize_1,
                                    |value, at, report| {
                                        if __contracts::Of::<Option<String>>::KIND.is_optional()
                                            && __contracts::Of::<Option<String>>::reach(value).is_none()
                                        {
                                            __contracts::lacking(
                                                __contracts::Of::<Option<String>>::is_absent(value),
                                                at,
                                                report,
                                            );
                                        }
                                        if report.holds(true) {
                                            __contracts::Of::<Option<String>>::check(value, at, report);
                                        }
                                    },
                                ),
                            ),
                            __contracts::unruled,
                            ",\"tags\":",
                            2usize,
                        )
                    }
                    2usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_2,
                            |decoder| <Vec<
                                String,
                            > as __contracts::DecodeItems<
                                'de,
                            >>::decode_items(
                                decoder,
                                &mut |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    |decoder| __contracts::Decoder::read_sanitized(
                                        decoder,
                                        __contracts::From::<
                                            'de,
                                            <Vec<String> as __contracts::Items>::Item,
                                        >::decode,
                                        Self::__contracts_sanitize_2e,
                                        |value, at, report| {
                                            if report.holds(true) {
                                                __contracts::Of::<
                                                    <Vec<String> as __contracts::Items>::Item,
                                                >::check(value, at, report);
                                            }
                                        },
                                    ),
                                    Self::__contracts_rules_2e,
                                ),
                            ),
                            Self::__contracts_rules_2,
                            ",\"count\":",
                            3usize,
                        )
                    }
                    3usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_3,
                            |decoder| __contracts::Decoder::read_secret(
                                decoder,
                                __contracts::From::<'de, u8>::decode,
                            ),
                            __contracts::unruled,
                            4usize,
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
                "name",
                __contracts::From::<'de, String>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "code",
                || ::core::option::Option::None,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "tags",
                __contracts::From::<'de, Vec<String>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_3,
                decoder,
                "count",
                __contracts::From::<'de, u8>::absent,
            );
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                if let (true, ::core::option::Option::Some(field_0)) = (
                    true && __contracts_sound_0,
                    __contracts_slot_0.get(),
                ) {
                    if let ::core::option::Option::Some(__contracts_context) = __contracts::context::<
                        App,
                    >(&mut decoder.report) {
                        __contracts::outcome(
                            across(field_0, __contracts_context),
                            here,
                            &mut decoder.report,
                        );
                    }
                }
            }
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
                __contracts::Slot::Ready(__contracts_value_3),
            ) = (
                __contracts_slot_0,
                __contracts_slot_1,
                __contracts_slot_2,
                __contracts_slot_3,
            ) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                name: __contracts_value_0,
                code: __contracts_value_1,
                tags: __contracts_value_2,
                count: __contracts_value_3,
            };
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                if let ::core::option::Option::Some(__contracts_context) = __contracts::context::<
                    App,
                >(&mut decoder.report) {
                    __contracts::outcome(
                        whole(&value, __contracts_context),
                        here,
                        &mut decoder.report,
                    );
                }
                value.__contracts_conditional(here, &mut decoder.report);
            }
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Contextual {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "contextual",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .contextual(::core::stringify!(App))
            .checked(
                &[
                    __contracts::CheckDescriptor::new("across", &["name"]),
                    __contracts::CheckDescriptor::new("whole", &[]),
                ],
            );
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Contextual>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Contextual {
        type Zone = __contracts::zone::External;
        type Context = App;
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Contextual {
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
        __contracts::Linked::contextual(< Contextual as __contracts::Contract >
        ::DESCRIPTOR, || ::core::any::TypeId::of:: < Contextual > (), | boundary, source,
        context | boundary.accept_any:: < Contextual > (source, context).map(| _ | ()),)
    }
};
