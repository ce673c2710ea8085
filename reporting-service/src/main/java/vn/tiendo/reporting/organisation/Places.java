package vn.tiendo.reporting.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/// Looks up places and holds them still until the transaction ends.
///
/// Whoever files something under a place holds it shared, whoever moves organisations holds it alone. So a move sees
/// everything that was filed before it, and what is filed after it sees the new path. Always locked in the order of
/// ids, and before any other row.
@ApplicationScoped
public class Places {

    @Inject
    Session session;

    /// @return the places of those organisations that are known
    public Map<UUID, Place> hold(Collection<UUID> organisations) {
        return lock(organisations, "share");
    }

    public Map<UUID, Place> holdAlone(Collection<UUID> organisations) {
        return lock(organisations, "update");
    }

    /// Replaces what is known of where an organisation stood; the caller holds it alone.
    public void stood(UUID organisation, List<Stand> stands) {
        session.doWork(connection -> {
            try (var forget = connection.prepareStatement("delete from organisation_stand where organisation_id = ?")) {
                forget.setObject(1, organisation);
                forget.executeUpdate();
            }
            try (var keep = connection.prepareStatement(
                    "insert into organisation_stand (organisation_id, valid_from, valid_to, path) values (?, ?, ?, ?)")) {
                for (var stand : stands) {
                    keep.setObject(1, organisation);
                    keep.setObject(2, stand.from());
                    keep.setObject(3, stand.to());
                    keep.setString(4, stand.path());
                    keep.addBatch();
                }
                keep.executeBatch();
            }
        });
    }

    /// @return where these organisations stood when, as far as it is known; the caller holds them
    public Map<UUID, List<Stand>> stands(Collection<UUID> organisations) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select organisation_id, valid_from, valid_to, path from organisation_stand
                     where organisation_id = any(?)""")) {
                select.setArray(1, connection.createArrayOf("uuid", organisations.toArray()));
                var stands = new HashMap<UUID, List<Stand>>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        stands.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                                .add(new Stand(
                                        rows.getObject(2, LocalDate.class),
                                        rows.getObject(3, LocalDate.class),
                                        rows.getString(4)));
                    }
                }
                return stands;
            }
        });
    }

    /// @return the organisations of which something begins or ends after this day
    public List<UUID> changedAfter(LocalDate day) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    "select distinct organisation_id from organisation_stand where valid_from > ? or valid_to >= ?")) {
                select.setObject(1, day);
                select.setObject(2, day);
                var found = new ArrayList<UUID>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
                return found;
            }
        });
    }

    private Map<UUID, Place> lock(Collection<UUID> organisations, String strength) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    "select id, parent_id, path from reach_organisation where id = any(?) order by id for "
                            + strength)) {
                select.setArray(1, connection.createArrayOf("uuid", organisations.toArray()));
                var places = new HashMap<UUID, Place>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var id = rows.getObject(1, UUID.class);
                        places.put(id, new Place(id, rows.getObject(2, UUID.class), rows.getString(3)));
                    }
                }
                return places;
            }
        });
    }
}
