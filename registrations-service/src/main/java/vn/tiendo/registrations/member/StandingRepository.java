package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class StandingRepository implements PanacheRepositoryBase<Standing, Standing.Key> {

    /// By day.
    List<Standing> of(UUID member) {
        return list("key.memberId = ?1 order by key.validFrom", member);
    }

    Map<UUID, List<Standing>> of(Collection<UUID> members) {
        return find("key.memberId in ?1 order by key.memberId, key.validFrom", members).stream()
                .collect(Collectors.groupingBy(Standing::memberId));
    }
}
