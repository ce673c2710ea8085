package vn.tiendo.registrations.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The regulations, few as they are.
@ApplicationScoped
class RatingRuleRepository implements PanacheRepositoryBase<RatingRule, UUID> {

    List<RatingRule> all() {
        return list("order by inForceFrom");
    }

    /// The one that governs a year or quarter: in force on its last day.
    Optional<RatingRule> of(RatingPeriod period) {
        return find("inForceFrom <= ?1 order by inForceFrom desc", period.lastDay())
                .range(0, 0)
                .firstResultOptional();
    }
}
