package vn.tiendo.kit.reach;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every service knows of an organisation: enough to place it in the tree and to name it.
///
/// @param path materialised path of today's tree: fixed-width segments, each ended by `/`
public record KnownOrganisation(
        UUID id,
        String code,
        String name,
        String kind,
        @Nullable UUID parentId,
        String path,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public KnownOrganisation {
        if (!path.endsWith("/")) {
            throw new IllegalArgumentException("A path ends with a slash");
        }
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public Optional<UUID> parent() {
        return Optional.ofNullable(parentId);
    }
}
