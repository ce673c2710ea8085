package vn.tiendo.notifications.broadcast;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class BroadcastRepository implements PanacheRepositoryBase<Broadcast, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfBroadcasts() {
        return new KeptPaths("broadcast", "organisation_path");
    }

    Optional<Broadcast> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>(Map.of("id", id));
        reach.bind(parameters);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    List<Broadcast> list(Reach reach, @Nullable UUID organisation, @Nullable BroadcastStatus status, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(reach.condition("organisationPath")).append(" and id > :after");
        if (organisation != null) {
            where.append(" and organisationId = :organisation");
            parameters.put("organisation", organisation);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    Optional<Broadcast> nextToCount() {
        return find("countRequestedAt is not null and countedAt is null order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    /// One that is due or being sent; a cancellation that comes meanwhile waits for the batch.
    Optional<Broadcast> nextToSend(Instant now) {
        return find(
                        "(status = ?1 and sendAt <= ?3) or status = ?2 order by sendAt, id",
                        BroadcastStatus.SCHEDULED,
                        BroadcastStatus.SENDING,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }
}
