//! All rules.

/// Hands the rules to a macro, in the order in which a person is told of what they find: the module of each, and what
/// it finds, with its numbers. The first one names the rule too ([`super::RuleId`]).
macro_rules! all_rules {
    ($then:ident) => {
        $then! {
            /// Most accounts at once, refused for one reason.
            switch_refuses: SwitchRefuses;
            /// An account whose calls all fail while something lasts, by a reason of accounts, or by one that is not
            /// published.
            account_refused: AccountRefused;
            /// A prefix that an account never reaches, and others do.
            prefix_refused: PrefixRefused;
            /// A prefix that has no route, or no rate, part of the time.
            route_lost: RouteLost;
            /// A vendor that has no capacity.
            vendor_congested: VendorCongested;
            /// A gateway that does not answer.
            gateway_down: GatewayDown;
            /// A vendor whose answer ratio fell against its own past.
            vendor_fell: VendorFell;
            /// A vendor that turns our calls down.
            vendor_rejects: VendorRejects;
            /// A vendor whose answer ratio is below that of the others on the same destinations.
            vendor_below_others: VendorBelowOthers;
            /// A limit of concurrent calls, or of calls a second, that refuses calls.
            limit_hit: LimitHit;
            /// Prepaid time that ran out, and calls cut at one moment.
            calls_cut: CallsCut;
            /// An address that tries numbers.
            scanner: Scanner;
            /// Many addresses that try numbers together, few calls each.
            spread_attack: SpreadAttack;
            /// A caller of many numbers.
            many_callees: ManyCallees;
            /// Calls that lose their media.
            media_lost: MediaLost;
            /// Many calls of exactly the same length.
            same_length: SameLength;
            /// Answered calls that the server ended.
            server_released: ServerReleased;
            /// Answered calls that are over at once.
            short_calls: ShortCalls;
            /// Callers who give up while it takes long to ring.
            slow_set_up: SlowSetUp;
            /// Calls that the switch refuses for a reason that is not published.
            unexplained_refusals: UnexplainedRefusals;
            /// Answered calls that nobody is charged for.
            answered_unbilled: AnsweredUnbilled;
            /// Answered calls that are charged nothing.
            free_of_charge: FreeOfCharge;
            /// Calls that cost more than they bring.
            negative_margin: NegativeMargin;
            /// Several rates for one account and rate prefix.
            several_rates: SeveralRates;
            /// Billed time that no rounding step explains.
            billed_oddly: BilledOddly;
            /// Unanswered calls that someone is charged for.
            unanswered_charged: UnansweredCharged;
            /// A vendor whose calls have no cost.
            cost_unknown: CostUnknown;
            /// Calls that nobody ended.
            zombie_calls: ZombieCalls, StuckCalls;
            /// Files without calls that were not answered.
            failures_missing: FailuresMissing;
            /// Hours without calls between busy hours.
            missing_hours: MissingHours;
            /// Stop times that do not fit start and talk time.
            stop_times: StopTimes;
            /// A clock that was set back.
            clock_set_back: ClockSetBack;
            /// Calls far outside the period of their file.
            outside_period: OutsidePeriod;
            /// A file of days that do not begin at midnight.
            day_cut: DayCut;
            /// Calls that several rows have.
            duplicate_calls: DuplicateCalls;
            /// Serial numbers that no call has.
            missing_serials: MissingSerials;
        }
    };
}
