package vn.tiendo.plans.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of links between organisations.
final class OrganisationLinkApi {

    private OrganisationLinkApi() {}

    /// @param organisationId the other organisation: whom it advises, whose committee it is, with whom it coordinates
    record NewLink(
            @NotNull OrganisationLink.Type type,
            @NotNull UUID organisationId,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record LinkEnd(@NotNull LocalDate lastDay) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkView(
            UUID id,
            OrganisationLink.Type type,
            UUID fromOrganisationId,
            UUID organisationId,
            LocalDate from,
            @Nullable LocalDate to) {

        static LinkView of(OrganisationLink link) {
            return new LinkView(
                    link.id(), link.type(), link.organisationId(), link.targetId(), link.validFrom(), link.validTo());
        }
    }

    record LinkPage(List<LinkView> items, @Nullable String nextCursor) {}
}
