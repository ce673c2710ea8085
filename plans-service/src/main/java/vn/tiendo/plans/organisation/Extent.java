package vn.tiendo.plans.organisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a carrying out reaches: to all that lies below the organisations of its acts, or to those organisations
/// alone.
///
/// Whether acts fit the tree shows at the organisations that they name. Carried out on those alone and undone, they
/// cost the same however much lies below.
final class Extent {

    private final @Nullable Set<UUID> named;

    private Extent(@Nullable Set<UUID> named) {
        this.named = named;
    }

    static Extent whole() {
        return new Extent(null);
    }

    static Extent only(Collection<UUID> named) {
        return new Extent(new HashSet<>(named));
    }

    /// An organisation that an act has made can be named by the next.
    void include(UUID founded) {
        if (named != null) {
            named.add(founded);
        }
    }

    /// @param column that holds the id of an organisation, in SQL
    String limit(String column) {
        return named == null ? "" : " and " + column + " = any(:named)";
    }

    void bind(Map<String, Object> parameters) {
        if (named != null) {
            parameters.put("named", named.toArray(UUID[]::new));
        }
    }
}
