package vn.tiendo.registrations.exemplar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads good deeds of units in reach and gives out the numbers of their rolls.
@ApplicationScoped
class GoodDeedRepository implements PanacheRepositoryBase<GoodDeed, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    Session session;

    @Produces
    @Singleton
    KeptPaths pathsOfGoodDeeds() {
        return new KeptPaths("good_deed", "organisation_path");
    }

    Optional<GoodDeed> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    List<GoodDeed> page(Reach reach, @Nullable GoodDeedStatus status, @Nullable Integer rollYear, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var where = new StringBuilder("id > :after and ").append(reach.condition("organisationPath"));
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        if (rollYear != null) {
            where.append(" and rollYear = :rollYear");
            parameters.put("rollYear", rollYear);
        }
        return find("where " + where + " order by id", parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    /// The next number of a roll; given back when the transaction fails, so that there are no gaps.
    int nextNumber(UUID organisation, int year) {
        return session.doReturningWork(connection -> {
            try (var next = connection.prepareStatement("""
                insert into good_deed_roll as r (organisation_id, year, last_number) values (?, ?, 1)
                on conflict (organisation_id, year) do update set last_number = r.last_number + 1
                returning last_number\
                """)) {
                next.setObject(1, organisation);
                next.setInt(2, year);
                try (var row = next.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    void passOn(UUID from, UUID to) {
        getEntityManager()
                .createQuery("update versioned GoodDeed d set d.doerMemberId = :to where d.doerMemberId = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
