package vn.tiendo.plans.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of organisations.
final class OrganisationApi {

    private OrganisationApi() {}

    /// @param parentId absent for the root only
    /// @param code letters, digits, dots and hyphens; the codes of QCVN 102 fit
    record NewOrganisation(
            @Nullable UUID parentId,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}")
            String code,

            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String kind,
            @NotNull Hierarchy hierarchy,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Correction(@NotBlank @Size(max = 200) String name) {}

    /// @param beforeDateIncludesNamedDay whether "trước ngày D" lets D itself count; absent inherits the parent's
    /// reading
    /// @param longestExtensionDays days that all extensions together may add; absent inherits
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            @Nullable Boolean beforeDateIncludesNamedDay,
            @Nullable @Min(0) @Max(366) Integer longestExtensionDays) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrganisationView(
            UUID id,
            String code,
            String name,
            String kind,
            Hierarchy hierarchy,
            @Nullable UUID parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<UUID> successorIds,
            @Nullable UUID endedBy,
            Settings settings) {

        static OrganisationView of(Organisation organisation) {
            return new OrganisationView(
                    organisation.id(),
                    organisation.code(),
                    organisation.name(),
                    organisation.kind(),
                    organisation.hierarchy(),
                    organisation.parentId(),
                    organisation.validFrom(),
                    organisation.validTo(),
                    organisation.successorIds(),
                    organisation.endedBy(),
                    new Settings(organisation.beforeDateIncludesNamedDay(), organisation.longestExtensionDays()));
        }
    }

    /// An organisation as it stood on the day that was asked for.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlacedOrganisation(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable UUID parentId,
            int level) {
        static PlacedOrganisation of(OrganisationPeriod period) {
            return new PlacedOrganisation(
                    period.organisationId(),
                    period.code(),
                    period.name(),
                    period.kind(),
                    period.parentId(),
                    period.path().length() / TreePath.SEGMENT_LENGTH);
        }
    }

    record OrganisationPage(
            List<OrganisationView> items, @Nullable String nextCursor) {}

    record PlacedOrganisationPage(
            List<PlacedOrganisation> items, @Nullable String nextCursor) {}
}
