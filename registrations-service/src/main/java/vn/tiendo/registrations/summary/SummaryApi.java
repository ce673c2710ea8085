package vn.tiendo.registrations.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /// The numbers of one subordinate and all below it.
    record ChildSummary(UUID id, String name, String path, SummaryView summary) {}

    record ChildSummaryPage(
            List<ChildSummary> items, @Nullable String nextCursor) {}

    /// Somebody who owes a registration and has handed nothing in.
    ///
    /// @param id of the registration
    /// @param path where its unit stands; lines follow the tree
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissingLine(
            UUID id,
            UUID memberId,
            String memberName,
            UUID organisationId,
            @Nullable Instant dueAt,
            String path) {}

    record MissingPage(List<MissingLine> items, @Nullable String nextCursor) {}
}
