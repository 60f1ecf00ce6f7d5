//! The zones: who sends, and how much is checked. The set is closed, and trust flows inward only.

/// A zone, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Anyone sends.
    External,
    /// Another subsystem of ours sends.
    Strategic,
    /// A close neighbour sends, which is already inside.
    Coupling,
    /// We send to ourselves.
    Core,
}

impl Zone {
    /// All zones, from the outermost inward.
    pub const ALL: [Zone; 4] = [Zone::External, Zone::Strategic, Zone::Coupling, Zone::Core];

    /// `external`, `strategic`, `coupling` or `core`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Zone::External => "external",
            Zone::Strategic => "strategic",
            Zone::Coupling => "coupling",
            Zone::Core => "core",
        }
    }

    /// How many bytes a text for a contract of this zone may have, unless the contract or the boundary says.
    #[must_use]
    pub const fn max_bytes(self) -> Option<usize> {
        match self {
            // As much as web frameworks take of a body before they refuse it.
            Zone::External => Some(2 << 20),
            Zone::Strategic | Zone::Coupling | Zone::Core => None,
        }
    }

    /// Whether members that a contract of this zone does not know are faults, unless the contract says.
    #[must_use]
    pub const fn denies_unknown(self) -> bool {
        matches!(self, Zone::External)
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

mod sealed {
    #[diagnostic::on_unimplemented(
        message = "`{Self}` is no zone",
        label = "the zones are `External`, `Strategic`, `Coupling` and `Core`, and there are no others"
    )]
    pub trait IsZone {}
}

/// A zone, as a type.
pub trait Marker: sealed::IsZone + 'static {
    /// The zone as data.
    const ZONE: Zone;
}

/// That data of this zone may be used in the zone `To`: the same one, or one further inside.
#[diagnostic::on_unimplemented(
    message = "data of the zone `{Self}` can't enter the zone `{To}`",
    label = "trust flows inward only: external, strategic, coupling, core",
    note = "to use it further outside, it has to be checked by a contract of that zone"
)]
pub trait Inward<To: Marker>: Marker {}

macro_rules! zones {
    ($($(#[$meta:meta])* $zone:ident => $($inner:ident)+;)+) => {$(
        $(#[$meta])*
        #[derive(Debug)]
        pub enum $zone {}

        impl sealed::IsZone for $zone {}

        impl Marker for $zone {
            const ZONE: Zone = Zone::$zone;
        }

        $(impl Inward<$inner> for $zone {})+
    )+};
}

zones! {
    /// Anyone sends.
    External => External Strategic Coupling Core;
    /// Another subsystem of ours sends.
    Strategic => Strategic Coupling Core;
    /// A close neighbour sends, which is already inside.
    Coupling => Coupling Core;
    /// We send to ourselves.
    Core => Core;
}
