package vn.tiendo.registrations.summary;

import java.util.UUID;

/// The JSON of summaries.
final class SummaryApi {

    private SummaryApi() {}

    /// @param owes size of the roster, the exempt included: owes = missing + submitted + accepted + returned + exempt
    /// @param late in or accepted, but received too late
    record SummaryView(
            UUID campaignId,
            UUID organisationId,
            int owes,
            int submitted,
            int accepted,
            int exempt,
            int returned,
            int late,
            int missing) {

        static SummaryView of(UUID campaign, UUID organisation, Tally tally) {
            return new SummaryView(
                    campaign,
                    organisation,
                    tally.owes(),
                    tally.submitted(),
                    tally.accepted(),
                    tally.exempt(),
                    tally.returned(),
                    tally.late(),
                    tally.missing());
        }
    }
}
