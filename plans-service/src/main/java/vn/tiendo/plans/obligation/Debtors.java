package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.organisation.TreePath;

/// Who owes an obligation, as a predicate over the dated tree; the exact organisations follow when the plan is issued.
///
/// @param anyOf organisations that fit any of these owe it
/// @param except but these do not
public record Debtors(
        @NotNull @Size(max = 40) List<@Valid @NotNull Group> anyOf,
        @NotNull @Size(max = 200) List<@NotNull UUID> except) {

    /// Whether an organisation fits as it stands in the tree that the paths come from.
    ///
    /// @param issuer the organisation that issues the plan
    /// @param paths where the anchors stand, by id
    public boolean bind(KnownOrganisation organisation, UUID issuer, Map<UUID, String> paths) {
        return !except.contains(organisation.id())
                && anyOf.stream()
                        .anyMatch(group -> group.binds(
                                organisation.id(),
                                organisation.kind(),
                                organisation.path(),
                                paths.get(group.anchor(issuer))));
    }

    /// Whether an organisation that stands in a place owes it; the same rule as the query of [DebtorRepository#page].
    ///
    /// @param pathOf where an anchor stands on the same day, null when nowhere
    public boolean include(DebtorRepository.Place place, UUID issuer, Function<UUID, @Nullable String> pathOf) {
        return !except.contains(place.organisationId())
                && anyOf.stream()
                        .anyMatch(group -> group.binds(
                                place.organisationId(),
                                place.kind(),
                                place.path(),
                                group.isByName() ? null : pathOf.apply(group.anchor(issuer))));
    }

    /// The organisations from which levels are counted.
    public Set<UUID> anchors(UUID issuer) {
        return anyOf.stream()
                .filter(group -> !group.isByName())
                .map(group -> group.anchor(issuer))
                .collect(Collectors.toSet());
    }

    /// Either organisations by name, or all of some kinds at some levels below an anchor.
    ///
    /// @param organisations named one by one
    /// @param kinds kinds of organisations
    /// @param under the anchor; absent means the organisation that issues the plan
    /// @param tierFrom fewest levels below the anchor, 0 is the anchor itself
    /// @param tierTo most levels below the anchor
    /// @param post the office-holder who owes it there, when the document binds a person by office
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            @Nullable @Size(max = 2000) List<@NotNull UUID> organisations,
            @Nullable @Size(max = 40) List<@NotNull @Size(max = 40) String> kinds,
            @Nullable UUID under,
            @Nullable @Min(0) @Max(20) Integer tierFrom,
            @Nullable @Min(0) @Max(20) Integer tierTo,
            @Nullable Role post) {

        UUID anchor(UUID issuer) {
            return under == null ? issuer : under;
        }

        boolean isByName() {
            return organisations != null && !organisations.isEmpty();
        }

        boolean isByKind() {
            return kinds != null && !kinds.isEmpty();
        }

        private boolean binds(UUID organisation, String kind, String path, @Nullable String anchor) {
            if (organisations != null && isByName()) {
                return organisations.contains(organisation);
            }
            if (kinds == null || anchor == null || !path.startsWith(anchor)) {
                return false;
            }
            var levels = (path.length() - anchor.length()) / TreePath.SEGMENT_LENGTH;
            return kinds.contains(kind) && levels >= fewestLevels() && levels <= mostLevels();
        }

        int fewestLevels() {
            return tierFrom == null ? 1 : tierFrom;
        }

        int mostLevels() {
            return tierTo == null ? fewestLevels() : tierTo;
        }
    }
}
