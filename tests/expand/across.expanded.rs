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
    impl Across {
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
                                ::core::ops::Bound::Included(8),
                                ::core::ops::Bound::Unbounded,
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
        fn __contracts_across_0(
            field_0: &String,
            field_1: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::related(
                (&__contracts::across::Held(field_0)).reach(),
                (&__contracts::across::Held(field_1)).reach(),
                &const {
                    __contracts::rules::adjust(__contracts::across::matches("password"))
                        .message("must be repeated")
                },
                at,
                report,
            );
        }
        fn __contracts_across_1(
            field_0: &u8,
            field_1: &u8,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::related(
                (&__contracts::across::Held(field_0)).reach(),
                (&__contracts::across::Held(field_1)).reach(),
                &const {
                    __contracts::rules::adjust(
                            __contracts::across::greater_than("least"),
                        )
                        .severity(__contracts::Severity::Warn)
                },
                at,
                report,
            );
        }
        fn __contracts_across_2(
            field_0: &Option<String>,
            field_1: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::present(
                &const {
                    __contracts::across::excluded_if(
                        __contracts::across::Condition::new(
                                "password",
                                || {
                                    ::std::vec![
                                        < __contracts::Param as ::core::convert::From < _ >>
                                        ::from("anonymous")
                                    ]
                                },
                            )
                            .concealed(),
                    )
                },
                (&__contracts::across::Held(field_0)).reach().is_some(),
                &[
                    __contracts::across::met(
                        (&__contracts::across::Held(field_1)).reach(),
                        &["anonymous"],
                    ),
                ],
                at,
                report,
            );
        }
        fn __contracts_across_3(
            field_0: &Option<u32>,
            field_1: &Kind,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::present(
                &const {
                    __contracts::across::required_if(
                        __contracts::across::Condition::new(
                            "kind",
                            || {
                                ::std::vec![
                                    { use __contracts::across::Untold as _;
                                    __contracts::across::Told(& Kind::Company, "Company")
                                    .param() }, { use __contracts::across::Untold as _;
                                    __contracts::across::Told(& Kind::Club, "Club").param() }
                                ]
                            },
                        ),
                    )
                },
                (&__contracts::across::Held(field_0)).reach().is_some(),
                &[
                    __contracts::across::met(
                        (&__contracts::across::Held(field_1)).reach(),
                        &[Kind::Company, Kind::Club],
                    ),
                ],
                at,
                report,
            );
        }
        fn __contracts_across_4(
            field_0: &Option<u32>,
            field_1: &Option<String>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::present(
                &const { __contracts::across::required_with(&["phone"]) },
                (&__contracts::across::Held(field_0)).reach().is_some(),
                &[(&__contracts::across::Held(field_1)).reach().is_some()],
                at,
                report,
            );
        }
        fn __contracts_across_5(
            field_0: &Option<String>,
            field_1: &Option<String>,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::grouped(
                &const { __contracts::across::exactly_one_of(&["mail", "phone"]) },
                &[
                    (&__contracts::across::Held(field_0)).reach().is_some(),
                    (&__contracts::across::Held(field_1)).reach().is_some(),
                ],
                at,
                report,
            );
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Across {
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
                        again: __contracts_field_1,
                        least: __contracts_field_2,
                        most: __contracts_field_3,
                        mail: __contracts_field_4,
                        phone: __contracts_field_5,
                        tax_number: __contracts_field_6,
                        kind: __contracts_field_7,
                        ..
                    } = self;
                    let errors = report.errors();
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
                    let __contracts_sound_0 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("again");
                        let at = step.at();
                        __contracts::concealed(
                            at,
                            report,
                            |report| {
                                __contracts::Of::<
                                    String,
                                >::check(__contracts_field_1, at, report);
                            },
                        );
                    }
                    let __contracts_sound_1 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("least");
                        let at = step.at();
                        __contracts::Of::<u8>::check(__contracts_field_2, at, report);
                    }
                    let __contracts_sound_2 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("most");
                        let at = step.at();
                        __contracts::Of::<u8>::check(__contracts_field_3, at, report);
                    }
                    let __contracts_sound_3 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("mail");
                        let at = step.at();
                        __contracts::Of::<
                            Option<String>,
                        >::check(__contracts_field_4, at, report);
                    }
                    let __contracts_sound_4 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("phone");
                        let at = step.at();
                        __contracts::Of::<
                            Option<String>,
                        >::check(__contracts_field_5, at, report);
                    }
                    let __contracts_sound_5 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("taxNumber");
                        let at = step.at();
                        __contracts::Of::<
                            Option<u32>,
                        >::check(__contracts_field_6, at, report);
                    }
                    let __contracts_sound_6 = report.errors() == errors;
                    let errors = report.errors();
                    {
                        let step = at.member("kind");
                        let at = step.at();
                        __contracts::Of::<Kind>::check(__contracts_field_7, at, report);
                    }
                    let __contracts_sound_7 = report.errors() == errors;
                    if true && __contracts_sound_1 && __contracts_sound_0 {
                        Self::__contracts_across_0(
                            __contracts_field_1,
                            __contracts_field_0,
                            at.member("again").at(),
                            report,
                        );
                    }
                    if true && __contracts_sound_3 && __contracts_sound_2 {
                        Self::__contracts_across_1(
                            __contracts_field_3,
                            __contracts_field_2,
                            at.member("most").at(),
                            report,
                        );
                    }
                    if true && __contracts_sound_5 && __contracts_sound_0 {
                        Self::__contracts_across_2(
                            __contracts_field_5,
                            __contracts_field_0,
                            at.member("phone").at(),
                            report,
                        );
                    }
                    if true && __contracts_sound_6 && __contracts_sound_7 {
                        Self::__contracts_across_3(
                            __contracts_field_6,
                            __contracts_field_7,
                            at.member("taxNumber").at(),
                            report,
                        );
                    }
                    if true && __contracts_sound_6 && __contracts_sound_5 {
                        Self::__contracts_across_4(
                            __contracts_field_6,
                            __contracts_field_5,
                            at.member("taxNumber").at(),
                            report,
                        );
                    }
                    if true && __contracts_sound_4 && __contracts_sound_5 {
                        Self::__contracts_across_5(
                            __contracts_field_4,
                            __contracts_field_5,
                            at,
                            report,
                        );
                    }
                    if true && __contracts_sound_2 && __contracts_sound_3 {
                        __contracts::outcome(
                            ordered(__contracts_field_2, __contracts_field_3),
                            at,
                            report,
                        );
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Across {
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
                                        length(
                                            __contracts::Bounds::new(
                                                ::core::ops::Bound::Included(8),
                                                ::core::ops::Bound::Unbounded,
                                            ),
                                        )
                                    },
                                )
                                .info,
                        ],
                    ),
                )
                .concealed(),
            __contracts::FieldDescriptor::new("again", __contracts::Of::<String>::KIND)
                .concealed(),
            __contracts::FieldDescriptor::new("least", __contracts::Of::<u8>::KIND),
            __contracts::FieldDescriptor::new("most", __contracts::Of::<u8>::KIND),
            __contracts::FieldDescriptor::new(
                "mail",
                __contracts::Of::<Option<String>>::KIND,
            ),
            __contracts::FieldDescriptor::new(
                "phone",
                __contracts::Of::<Option<String>>::KIND,
            ),
            __contracts::FieldDescriptor::new(
                    "tax_number",
                    __contracts::Of::<Option<u32>>::KIND,
                )
                .noted(&__contracts::Notes::new("taxNumber", &[], "")),
            __contracts::FieldDescriptor::new("kind", __contracts::Of::<Kind>::KIND),
        ];
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    const _: () = ::core::assert!(
        ! __contracts::Of:: < Kind > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < String > > ::KIND.may_be_null(),
        "`excluded_if` is for a field that can be absent: its type is neither an `Option` nor a `Patch`"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < u32 > > ::KIND.may_be_null(),
        "`required_if` is for a field that can be absent: its type is neither an `Option` nor a `Patch`"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < u32 > > ::KIND.may_be_null(),
        "`required_with` is for a field that can be absent: its type is neither an `Option` nor a `Patch`"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < String > > ::KIND.may_be_null(),
        "`phone` always has a value, as its type is neither an `Option` nor a `Patch`: it tells `required_with` nothing"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < String > > ::KIND.may_be_null(),
        "`mail` always has a value, as its type is neither an `Option` nor a `Patch`: it tells `exactly_one_of` nothing"
    );
    const _: () = ::core::assert!(
        __contracts::Of:: < Option < String > > ::KIND.may_be_null(),
        "`phone` always has a value, as its type is neither an `Option` nor a `Patch`: it tells `exactly_one_of` nothing"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Across {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<String>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_3 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_4 = __contracts::Slot::<Option<String>>::Absent;
            let mut __contracts_slot_5 = __contracts::Slot::<Option<String>>::Absent;
            let mut __contracts_slot_6 = __contracts::Slot::<Option<u32>>::Absent;
            let mut __contracts_slot_7 = __contracts::Slot::<Kind>::Absent;
            let mut __contracts_sound_0 = true;
            let mut __contracts_sound_1 = true;
            let mut __contracts_place_1 = ::core::option::Option::None;
            let mut __contracts_sound_2 = true;
            let mut __contracts_sound_3 = true;
            let mut __contracts_place_3 = ::core::option::Option::None;
            let mut __contracts_sound_4 = true;
            let mut __contracts_sound_5 = true;
            let mut __contracts_place_5 = ::core::option::Option::None;
            let mut __contracts_sound_6 = true;
            let mut __contracts_place_6 = ::core::option::Option::None;
            let mut __contracts_sound_7 = true;
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
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            |decoder| __contracts::Decoder::read_secret(
                                decoder,
                                |decoder| __contracts::Decoder::read_checked(
                                    decoder,
                                    __contracts::From::<'de, String>::decode,
                                    Self::__contracts_rules_0,
                                ),
                            ),
                            __contracts::unruled,
                        )?;
                        __contracts_sound_0 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"again\":", 1usize)
                    }
                    1usize => {
                        __contracts_place_1 = ::core::option::Option::Some(
                            decoder.place(),
                        );
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_1,
                            decoder,
                            |decoder| __contracts::Decoder::read_secret(
                                decoder,
                                __contracts::From::<'de, String>::decode,
                            ),
                            __contracts::unruled,
                        )?;
                        __contracts_sound_1 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"least\":", 2usize)
                    }
                    2usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_2,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_2 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"most\":", 3usize)
                    }
                    3usize => {
                        __contracts_place_3 = ::core::option::Option::Some(
                            decoder.place(),
                        );
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_3,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_3 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"mail\":", 4usize)
                    }
                    4usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_4,
                            decoder,
                            __contracts::From::<'de, Option<String>>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_4 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"phone\":", 5usize)
                    }
                    5usize => {
                        __contracts_place_5 = ::core::option::Option::Some(
                            decoder.place(),
                        );
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_5,
                            decoder,
                            __contracts::From::<'de, Option<String>>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_5 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"taxNumber\":", 6usize)
                    }
                    6usize => {
                        __contracts_place_6 = ::core::option::Option::Some(
                            decoder.place(),
                        );
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_6,
                            decoder,
                            __contracts::From::<'de, Option<u32>>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_6 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"kind\":", 7usize)
                    }
                    7usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_7,
                            decoder,
                            __contracts::From::<'de, Kind>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_7 = decoder.report.errors() == errors;
                        members.last(decoder, 8usize)
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "password",
                __contracts::From::<'de, String>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "again",
                __contracts::From::<'de, String>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "least",
                __contracts::From::<'de, u8>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_3,
                decoder,
                "most",
                __contracts::From::<'de, u8>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_4,
                decoder,
                "mail",
                __contracts::From::<'de, Option<String>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_5,
                decoder,
                "phone",
                __contracts::From::<'de, Option<String>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_6,
                decoder,
                "taxNumber",
                __contracts::From::<'de, Option<u32>>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_7,
                decoder,
                "kind",
                __contracts::From::<'de, Kind>::absent,
            );
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_1 && __contracts_sound_0,
                    __contracts_slot_1.get(),
                    __contracts_slot_0.get(),
                ) {
                    let step = decoder.member(__contracts_place_1, "again");
                    Self::__contracts_across_0(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_3 && __contracts_sound_2,
                    __contracts_slot_3.get(),
                    __contracts_slot_2.get(),
                ) {
                    let step = decoder.member(__contracts_place_3, "most");
                    Self::__contracts_across_1(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_5 && __contracts_sound_0,
                    __contracts_slot_5.get(),
                    __contracts_slot_0.get(),
                ) {
                    let step = decoder.member(__contracts_place_5, "phone");
                    Self::__contracts_across_2(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_6 && __contracts_sound_7,
                    __contracts_slot_6.get(),
                    __contracts_slot_7.get(),
                ) {
                    let step = decoder.member(__contracts_place_6, "taxNumber");
                    Self::__contracts_across_3(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_6 && __contracts_sound_5,
                    __contracts_slot_6.get(),
                    __contracts_slot_5.get(),
                ) {
                    let step = decoder.member(__contracts_place_6, "taxNumber");
                    Self::__contracts_across_4(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_4 && __contracts_sound_5,
                    __contracts_slot_4.get(),
                    __contracts_slot_5.get(),
                ) {
                    Self::__contracts_across_5(
                        field_0,
                        field_1,
                        here,
                        &mut decoder.report,
                    );
                }
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_2 && __contracts_sound_3,
                    __contracts_slot_2.get(),
                    __contracts_slot_3.get(),
                ) {
                    __contracts::outcome(
                        ordered(field_0, field_1),
                        here,
                        &mut decoder.report,
                    );
                }
            }
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
                __contracts::Slot::Ready(__contracts_value_3),
                __contracts::Slot::Ready(__contracts_value_4),
                __contracts::Slot::Ready(__contracts_value_5),
                __contracts::Slot::Ready(__contracts_value_6),
                __contracts::Slot::Ready(__contracts_value_7),
            ) = (
                __contracts_slot_0,
                __contracts_slot_1,
                __contracts_slot_2,
                __contracts_slot_3,
                __contracts_slot_4,
                __contracts_slot_5,
                __contracts_slot_6,
                __contracts_slot_7,
            ) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                password: __contracts_value_0,
                again: __contracts_value_1,
                least: __contracts_value_2,
                most: __contracts_value_3,
                mail: __contracts_value_4,
                phone: __contracts_value_5,
                tax_number: __contracts_value_6,
                kind: __contracts_value_7,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Across {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "across",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .related(
                &[
                    __contracts::across::AcrossRule::on(
                        "again",
                        &const {
                            __contracts::rules::adjust(
                                    __contracts::across::matches("password"),
                                )
                                .message("must be repeated")
                        },
                    ),
                    __contracts::across::AcrossRule::on(
                        "most",
                        &const {
                            __contracts::rules::adjust(
                                    __contracts::across::greater_than("least"),
                                )
                                .severity(__contracts::Severity::Warn)
                        },
                    ),
                    __contracts::across::AcrossRule::on(
                        "phone",
                        &const {
                            __contracts::across::excluded_if(
                                __contracts::across::Condition::new(
                                        "password",
                                        || {
                                            ::std::vec![
                                                < __contracts::Param as ::core::convert::From < _ >>
                                                ::from("anonymous")
                                            ]
                                        },
                                    )
                                    .concealed(),
                            )
                        },
                    ),
                    __contracts::across::AcrossRule::on(
                        "taxNumber",
                        &const {
                            __contracts::across::required_if(
                                __contracts::across::Condition::new(
                                    "kind",
                                    || {
                                        ::std::vec![
                                            { use __contracts::across::Untold as _;
                                            __contracts::across::Told(& Kind::Company, "Company")
                                            .param() }, { use __contracts::across::Untold as _;
                                            __contracts::across::Told(& Kind::Club, "Club").param() }
                                        ]
                                    },
                                ),
                            )
                        },
                    ),
                    __contracts::across::AcrossRule::on(
                        "taxNumber",
                        &const { __contracts::across::required_with(&["phone"]) },
                    ),
                    __contracts::across::AcrossRule::on_all(
                        &const {
                            __contracts::across::exactly_one_of(&["mail", "phone"])
                        },
                    ),
                ],
            )
            .checked(
                &[__contracts::CheckDescriptor::new("ordered", &["least", "most"])],
            );
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Across>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Across {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Across {
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
        __contracts::Linked::new(< Across as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Across > (), | boundary, source | boundary.accept:: <
        Across > (source).map(| _ | ()),)
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
    impl __contracts::Shape for Kind {
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
                        Self::Company => {}
                        Self::Club => {}
                        Self::Person => {}
                    }
                },
            );
        }
        fn key_text(&self) -> ::std::borrow::Cow<'_, str> {
            match self {
                Self::Company => ::std::borrow::Cow::Borrowed("Company"),
                Self::Club => ::std::borrow::Cow::Borrowed("Club"),
                Self::Person => ::std::borrow::Cow::Borrowed("Person"),
            }
        }
    }
    #[automatically_derived]
    impl Kind {
        const __CONTRACTS_VARIANTS: &'static [__contracts::VariantDescriptor] = &[
            __contracts::VariantDescriptor::new("Company", __contracts::Body::Unit),
            __contracts::VariantDescriptor::new("Club", __contracts::Body::Unit),
            __contracts::VariantDescriptor::new("Person", __contracts::Body::Unit),
        ];
    }
    #[automatically_derived]
    impl Kind {
        fn __contracts_variant_0<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            decoder.null().map(|()| Self::Company)
        }
        fn __contracts_variant_1<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            decoder.null().map(|()| Self::Club)
        }
        fn __contracts_variant_2<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            decoder.null().map(|()| Self::Person)
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Kind {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            decoder
                .external(
                    const { &__contracts::Variants::new(Self::__CONTRACTS_VARIANTS) },
                    &[
                        __contracts::Tagged {
                            unit: ::core::option::Option::Some(|| Self::Company),
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_0,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::Some(|| Self::Club),
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_1,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::Some(|| Self::Person),
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_2,
                        },
                    ],
                )
        }
    }
    #[automatically_derived]
    impl Kind {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "kind",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Variants {
                    tagging: __contracts::Tagging::External,
                    variants: Self::__CONTRACTS_VARIANTS,
                },
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Kind>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Kind {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Kind {
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
        __contracts::Linked::new(< Kind as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Kind > (), | boundary, source | boundary.accept:: <
        Kind > (source).map(| _ | ()),)
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
    impl Shape {
        fn __contracts_across_1_0(
            field_0: &u8,
            field_1: &u8,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            use __contracts::across::{Anything as _, Maybe as _};
            __contracts::across::related(
                (&__contracts::across::Held(field_0)).reach(),
                (&__contracts::across::Held(field_1)).reach(),
                &const { __contracts::across::greater_than("inner") },
                at,
                report,
            );
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Shape {
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
                        Self::Dot => {}
                        Self::Ring {
                            inner: __contracts_field_0,
                            outer: __contracts_field_1,
                            ..
                        } => {
                            let step = at.member("Ring");
                            let at = step.at();
                            let errors = report.errors();
                            {
                                let step = at.member("inner");
                                let at = step.at();
                                __contracts::Of::<
                                    u8,
                                >::check(__contracts_field_0, at, report);
                            }
                            let __contracts_sound_0 = report.errors() == errors;
                            let errors = report.errors();
                            {
                                let step = at.member("outer");
                                let at = step.at();
                                __contracts::Of::<
                                    u8,
                                >::check(__contracts_field_1, at, report);
                            }
                            let __contracts_sound_1 = report.errors() == errors;
                            if true && __contracts_sound_1 && __contracts_sound_0 {
                                Self::__contracts_across_1_0(
                                    __contracts_field_1,
                                    __contracts_field_0,
                                    at.member("outer").at(),
                                    report,
                                );
                            }
                        }
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Shape {
        const __CONTRACTS_FIELDS_1: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("inner", __contracts::Of::<u8>::KIND),
            __contracts::FieldDescriptor::new("outer", __contracts::Of::<u8>::KIND),
        ];
        const __CONTRACTS_VARIANTS: &'static [__contracts::VariantDescriptor] = &[
            __contracts::VariantDescriptor::new("Dot", __contracts::Body::Unit),
            __contracts::VariantDescriptor::new(
                    "Ring",
                    __contracts::Body::Record(Self::__CONTRACTS_FIELDS_1),
                )
                .related(
                    &[
                        __contracts::across::AcrossRule::on(
                            "outer",
                            &const { __contracts::across::greater_than("inner") },
                        ),
                    ],
                ),
        ];
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl Shape {
        fn __contracts_variant_0<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            decoder.null().map(|()| Self::Dot)
        }
        fn __contracts_variant_1<'de>(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_sound_0 = true;
            let mut __contracts_sound_1 = true;
            let mut __contracts_place_1 = ::core::option::Option::None;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                        Self::__CONTRACTS_FIELDS_1,
                        __contracts::Unknown::External,
                    )
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"inner\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_0 = decoder.report.errors() == errors;
                        members.next(decoder, ",\"outer\":", 1usize)
                    }
                    1usize => {
                        __contracts_place_1 = ::core::option::Option::Some(
                            decoder.place(),
                        );
                        let errors = decoder.report.errors();
                        __contracts::Slot::read(
                            &mut __contracts_slot_1,
                            decoder,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                        )?;
                        __contracts_sound_1 = decoder.report.errors() == errors;
                        members.last(decoder, 2usize)
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "inner",
                __contracts::From::<'de, u8>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "outer",
                __contracts::From::<'de, u8>::absent,
            );
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                if let (
                    true,
                    ::core::option::Option::Some(field_0),
                    ::core::option::Option::Some(field_1),
                ) = (
                    true && __contracts_sound_1 && __contracts_sound_0,
                    __contracts_slot_1.get(),
                    __contracts_slot_0.get(),
                ) {
                    let step = decoder.member(__contracts_place_1, "outer");
                    Self::__contracts_across_1_0(
                        field_0,
                        field_1,
                        step.at(),
                        &mut decoder.report,
                    );
                }
            }
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
            ) = (__contracts_slot_0, __contracts_slot_1) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self::Ring {
                inner: __contracts_value_0,
                outer: __contracts_value_1,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Shape {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            decoder
                .external(
                    const { &__contracts::Variants::new(Self::__CONTRACTS_VARIANTS) },
                    &[
                        __contracts::Tagged {
                            unit: ::core::option::Option::Some(|| Self::Dot),
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_0,
                        },
                        __contracts::Tagged {
                            unit: ::core::option::Option::None,
                            absent: ::core::option::Option::None,
                            content: Self::__contracts_variant_1,
                        },
                    ],
                )
        }
    }
    #[automatically_derived]
    impl Shape {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "shape",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Variants {
                    tagging: __contracts::Tagging::External,
                    variants: Self::__CONTRACTS_VARIANTS,
                },
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Shape>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Shape {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Shape {
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
        __contracts::Linked::new(< Shape as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Shape > (), | boundary, source | boundary.accept:: <
        Shape > (source).map(| _ | ()),)
    }
};
