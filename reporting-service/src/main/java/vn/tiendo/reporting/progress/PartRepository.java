package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/// Parts and counts, always a batch at a time and rows in order, so that two writers queue up instead of deadlocking.
@ApplicationScoped
class PartRepository {

    private static final String COLUMNS =
            "p.source, p.id, p.kind, p.due_day, p.state, p.total, p.plan_id, p.organisation_id, p.settled_on, p.path";

    /// A part with its organisation, and with its campaign when it is of one.
    private static final String WITH_ORGANISATION = """
            progress_part p join reach_organisation o on o.id = p.organisation_id
              left join known_campaign k on p.source = 'REGISTRATION' and cast(k.id as text) = p.kind""";

    /// Where the organisation stood on the day on which the part was settled; where it stands now while it is open.
    private static final String PLACE = """
            coalesce((select s.path from organisation_stand s
                       where s.organisation_id = p.organisation_id
                         and s.valid_from <= coalesce(p.settled_on, k.closed_on)
                         and (s.valid_to is null or s.valid_to >= coalesce(p.settled_on, k.closed_on))), o.path)""";

    @Inject
    Session session;

    List<Part> counted(Source source, Collection<UUID> ids) {
        return select(
                "select " + COLUMNS
                        + " from progress_part p where p.source = ? and p.id = any(?) order by p.id for update",
                (connection, select) -> {
                    select.setString(1, source.name());
                    select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                });
    }

    /// Parts of these organisations that are counted along another path than they should be, or parked.
    List<Part> misplacedOf(Collection<UUID> organisations) {
        return misplaced(
                "p.organisation_id = any(?)",
                (connection, select) -> select.setArray(1, connection.createArrayOf("uuid", organisations.toArray())));
    }

    List<Part> misplacedOfCampaign(UUID campaign) {
        return misplaced(
                "p.source = 'REGISTRATION' and p.kind = ?",
                (connection, select) -> select.setString(1, campaign.toString()));
    }

    private List<Part> misplaced(String which, Binding binding) {
        return select(
                "select " + COLUMNS + " from " + WITH_ORGANISATION + " where " + which + " and p.path is distinct from "
                        + PLACE + " order by p.source, p.id for update of p",
                binding);
    }

    /// Organisations that are known by now, although parts of theirs are still parked.
    List<UUID> arrived(int limit) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select distinct p.organisation_id
                      from progress_part p join reach_organisation o on o.id = p.organisation_id
                     where p.path is null limit ?""")) {
                select.setInt(1, limit);
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

    void replace(Collection<Part> before, Collection<Part> after) {
        session.doWork(connection -> {
            delete(connection, List.copyOf(before));
            insert(connection, List.copyOf(after));
        });
    }

    /// Puts parts where they are counted; the caller holds their organisations. The rows stay the same rows, so that
    /// who waits for one of them sees it at its new place.
    ///
    /// @return all parts of these things as they stand now, those of unknown organisations parked
    List<Part> place(Source source, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(
                    "update progress_part t set path = " + PLACE + " from " + WITH_ORGANISATION + """

                     where p.source = ? and p.id = any(?) and t.source = p.source and t.id = p.id and t.kind = p.kind
                       and t.due_day = p.due_day and t.state = p.state""")) {
                update.setString(1, source.name());
                update.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                update.executeUpdate();
            }
        });
        return counted(source, ids);
    }

    /// Adds the differences in one statement. The cells are sorted, and PostgreSQL writes them in that order.
    void add(SortedMap<Cell, Integer> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var rows = List.copyOf(deltas.entrySet());
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into progress_count as c (plan_id, path, source, kind, due_day, state, total)
                    select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::int[])
                    on conflict (plan_id, path, source, kind, due_day, state)
                    do update set total = c.total + excluded.total""")) {
                array(connection, upsert, 1, "uuid", rows, row -> row.getKey().planId());
                array(connection, upsert, 2, "text", rows, row -> row.getKey().path());
                array(
                        connection,
                        upsert,
                        3,
                        "text",
                        rows,
                        row -> row.getKey().source().name());
                array(connection, upsert, 4, "text", rows, row -> row.getKey().kind());
                array(connection, upsert, 5, "date", rows, row -> row.getKey().dueDay());
                array(
                        connection,
                        upsert,
                        6,
                        "text",
                        rows,
                        row -> row.getKey().state().name());
                array(connection, upsert, 7, "int", rows, Map.Entry::getValue);
                upsert.executeUpdate();
            }
        });
    }

    private static void delete(Connection connection, List<Part> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("""
                delete from progress_part p
                 using unnest(?::text[], ?::uuid[]) as gone (source, id)
                 where p.source = gone.source and p.id = gone.id""")) {
            array(connection, delete, 1, "text", parts, part -> part.source().name());
            array(connection, delete, 2, "uuid", parts, Part::id);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, List<Part> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                insert into progress_part (source, id, kind, due_day, state, total, plan_id, organisation_id, settled_on)
                select * from unnest(?::text[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::int[], ?::uuid[],
                    ?::uuid[], ?::date[])""")) {
            array(connection, insert, 1, "text", parts, part -> part.source().name());
            array(connection, insert, 2, "uuid", parts, Part::id);
            array(connection, insert, 3, "text", parts, Part::kind);
            array(connection, insert, 4, "date", parts, Part::dueDay);
            array(connection, insert, 5, "text", parts, part -> part.state().name());
            array(connection, insert, 6, "int", parts, Part::total);
            array(connection, insert, 7, "uuid", parts, Part::planId);
            array(connection, insert, 8, "uuid", parts, Part::organisationId);
            array(connection, insert, 9, "date", parts, Part::settledOn);
            insert.executeUpdate();
        }
    }

    private List<Part> select(String sql, Binding binding) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                binding.bind(connection, select);
                var parts = new ArrayList<Part>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        parts.add(new Part(
                                Source.valueOf(rows.getString(1)),
                                rows.getObject(2, UUID.class),
                                rows.getString(3),
                                rows.getObject(4, LocalDate.class),
                                State.valueOf(rows.getString(5)),
                                rows.getInt(6),
                                rows.getObject(7, UUID.class),
                                rows.getObject(8, UUID.class),
                                rows.getObject(9, LocalDate.class),
                                rows.getString(10)));
                    }
                }
                return parts;
            }
        });
    }

    private static <T> void array(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<T> rows,
            Function<T, ?> value)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }
}
