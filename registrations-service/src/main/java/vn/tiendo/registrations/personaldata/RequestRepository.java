package vn.tiendo.registrations.personaldata;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads requests that are the caller's own or of members in reach.
@ApplicationScoped
class RequestRepository implements PanacheRepositoryBase<DataSubjectRequest, UUID> {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final UUID NOBODY = new UUID(0, 0);

    /// What a list is narrowed to.
    ///
    /// @param overdue only those whose answer or execution is late
    record Filter(
            @Nullable UUID organisation,
            @Nullable RequestKind kind,
            @Nullable RequestState state,
            boolean overdue) {}

    Optional<DataSubjectRequest> find(UUID id, Optional<UUID> self, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        parameters.put("self", self.orElse(NOBODY));
        return find("id = :id and (memberId = :self or " + reach.condition("organisationPath") + ")", parameters)
                .firstResultOptional();
    }

    /// Open and closed ones alike.
    void passOn(UUID from, UUID to) {
        getEntityManager()
                .createQuery("update versioned DataSubjectRequest set memberId = :to where memberId = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /// Whether a request other than one still stops that the data of a person is used.
    boolean restricts(Collection<UUID> members, UUID other) {
        return find(
                        "memberId in ?1 and id <> ?2 and kind in ('RESTRICTION', 'OBJECTION') and state = 'EXECUTED'"
                                + " and liftedAt is null",
                        members,
                        other)
                .range(0, 0)
                .firstResultOptional()
                .isPresent();
    }

    /// The newest first.
    List<DataSubjectRequest> page(Optional<UUID> self, Reach reach, Filter filter, Instant now, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("before", page.after().map(Cursor::id).orElse(LAST));
        var where = new ArrayList<String>();
        where.add("id < :before");
        if (self.isPresent()) {
            where.add("(memberId = :self or " + reach.condition("organisationPath") + ")");
            parameters.put("self", self.get());
        } else {
            where.add(reach.condition("organisationPath"));
        }
        if (filter.kind != null) {
            where.add("kind = :kind");
            parameters.put("kind", filter.kind);
        }
        if (filter.state != null) {
            where.add("state = :state");
            parameters.put("state", filter.state);
        }
        if (filter.overdue) {
            where.add("((state = 'RECEIVED' and (answerDueAt <= :now or executionDueAt <= :now))"
                    + " or (state = 'ACCEPTED' and executionDueAt <= :now))");
            parameters.put("now", now);
        }
        return find(String.join(" and ", where) + " order by id desc", parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }
}
