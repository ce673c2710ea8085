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
        List<Period> periods) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            LocalDate from,
            @Nullable LocalDate to,
            String name,
            String kind,
            @Nullable UUID parentId) {}

    static OrganisationEvent of(Organisation organisation, List<OrganisationPeriod> periods) {
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
                List.of(),
                periods.stream()
                        .map(period -> new Period(
                                period.validFrom(), period.validTo(), period.name(), period.kind(), period.parentId()))
                        .toList());
    }
}
