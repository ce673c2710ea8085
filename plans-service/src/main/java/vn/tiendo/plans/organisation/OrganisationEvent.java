package vn.tiendo.plans.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public state of an organisation on `plans.organisation.v1`.
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationEvent(
        UUID id,
        String code,
        String name,
        String kind,
        Hierarchy hierarchy,
        @Nullable UUID parentId,
        String path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        OrganisationApi.Settings settings,
        List<UUID> successorIds,
        @Nullable EndedBy endedBy,
        List<Link> links,
        List<Period> periods) {

    /// How it stood from one day to another, both included, with its place in the tree of those days.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            LocalDate from,
            @Nullable LocalDate to,
            String code,
            String name,
            String kind,
            @Nullable UUID parentId,
            String path) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            OrganisationLink.Type type,
            UUID organisationId,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// The restructuring that ended it.
    record EndedBy(UUID restructuringId, RestructuringApi.Decision decision, LocalDate effectiveOn) {
        static EndedBy of(Restructuring restructuring) {
            return new EndedBy(restructuring.id(), restructuring.decision(), restructuring.effectiveOn());
        }
    }

    static OrganisationEvent of(
            Organisation organisation,
            List<OrganisationPeriod> periods,
            List<OrganisationLink> links,
            @Nullable Restructuring endedBy) {
        return new OrganisationEvent(
                organisation.id(),
                organisation.code(),
                organisation.name(),
                organisation.kind(),
                organisation.hierarchy(),
                organisation.parentId(),
                organisation.path(),
                organisation.validFrom(),
                organisation.validTo(),
                new OrganisationApi.Settings(
                        organisation.beforeDateIncludesNamedDay(), organisation.longestExtensionDays()),
                organisation.successorIds(),
                endedBy == null ? null : EndedBy.of(endedBy),
                links.stream()
                        .map(link -> new Link(link.type(), link.targetId(), link.validFrom(), link.validTo()))
                        .toList(),
                periods.stream()
                        .map(period -> new Period(
                                period.validFrom(),
                                period.validTo(),
                                period.code(),
                                period.name(),
                                period.kind(),
                                period.parentId(),
                                period.path()))
                        .toList());
    }
}
