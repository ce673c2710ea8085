package vn.tiendo.registrations.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.campaign.RosterRepository.Size;

/// The JSON of rosters.
final class RosterApi {

    private RosterApi() {}

    /// Who owed by the end of a day, and how it came about: roster = frozen + joined − left + taken over, moved in or
    /// out.
    ///
    /// @param rosterOn the day whose memberships decided at first
    /// @param rosterFrozenAt absent while units are still being written down
    /// @param roster all on the roster, the exempt included
    /// @param denominator those who owe a registration: roster − exempt; what percentages are reckoned of
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RosterView(
            UUID campaignId,
            UUID organisationId,
            LocalDate asOf,
            @Nullable LocalDate rosterOn,
            @Nullable Instant rosterFrozenAt,
            int frozen,
            int joined,
            int left,
            int movedIn,
            int exempt,
            int roster,
            int denominator) {

        static RosterView of(Campaign campaign, UUID organisation, LocalDate day, Map<Kind, Size> sizes) {
            var sum = sizes.values().stream().reduce(new Size(0, 0), Size::plus);
            var frozen = owes(sizes, Kind.FROZEN);
            var joined = owes(sizes, Kind.JOINED);
            var left = -owes(sizes, Kind.LEFT);
            return new RosterView(
                    campaign.id(),
                    organisation,
                    day,
                    campaign.rosterOn(),
                    campaign.rosterFrozenAt(),
                    frozen,
                    joined,
                    left,
                    sum.owes() - frozen - joined + left,
                    sum.exempt(),
                    sum.owes(),
                    sum.owes() - sum.exempt());
        }

        private static int owes(Map<Kind, Size> sizes, Kind kind) {
            return sizes.getOrDefault(kind, new Size(0, 0)).owes();
        }
    }

    /// @param owes members more on the roster, or fewer
    record RosterChangeLine(
            UUID id,
            Kind kind,
            UUID memberId,
            UUID organisationId,
            LocalDate effectiveOn,
            Instant recordedAt,
            int owes,
            int exempt) {}

    record RosterChangePage(
            List<RosterChangeLine> items, @Nullable String nextCursor) {}
}
