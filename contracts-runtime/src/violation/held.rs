//! For which contracts rules and checks hold.

/// For which contracts rules and checks hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// For those that enforce them in this build.
    Own,
    /// For contracts of every zone.
    All,
    /// For none; it was [`Held::Own`].
    OwnSkipped,
    /// For none; it was [`Held::All`].
    AllSkipped,
}

impl Held {
    /// What the outermost contract asks, which enforces its rules in this build or does not.
    pub(super) const fn of(enforced: bool) -> Self {
        if enforced { Held::All } else { Held::Own }
    }

    /// Whether they hold for a contract that enforces them in this build, or does not.
    #[inline]
    pub(super) const fn holds(self, enforced: bool) -> bool {
        match self {
            Held::All => true,
            Held::Own => enforced,
            Held::OwnSkipped | Held::AllSkipped => false,
        }
    }

    pub(super) const fn is_skipping(self) -> bool {
        matches!(self, Held::OwnSkipped | Held::AllSkipped)
    }

    /// The same where all of them are skipped, or are not.
    pub(super) const fn skipping(self, skipping: bool) -> Self {
        match (self, skipping) {
            (Held::Own | Held::OwnSkipped, false) => Held::Own,
            (Held::All | Held::AllSkipped, false) => Held::All,
            (Held::Own | Held::OwnSkipped, true) => Held::OwnSkipped,
            (Held::All | Held::AllSkipped, true) => Held::AllSkipped,
        }
    }
}
