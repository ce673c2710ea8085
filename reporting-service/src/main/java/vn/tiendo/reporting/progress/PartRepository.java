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
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import vn.tiendo.reporting.organisation.Arrivals;

/// What is counted, always a batch at a time and rows in order, so that two writers queue up instead of deadlocking.
@ApplicationScoped
class PartRepository {

    private static final String SELECT = """
            select source, id, kind, due_day, stages, plan_id, organisation_id, settled_on, path, whereabouts
              from progress_part""";

    @Inject
    Session session;

    @Inject
    Arrivals arrivals;

    /// @return these things as they are counted, each held until the transaction ends
    List<Part> counted(Source source, Collection<UUID> ids) {
        return select(
                SELECT + " where source = ? and id = any(?) order by source, id for update", (connection, select) -> {
                    select.setString(1, source.name());
                    select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                });
    }

    List<Part> countedOf(Collection<UUID> organisations) {
        return select(
                SELECT + " where organisation_id = any(?) order by source, id for update",
                (connection, select) -> select.setArray(1, connection.createArrayOf("uuid", organisations.toArray())));
    }

    /// Organisations that are known by now, although parts of theirs are still parked.
    List<UUID> arrived(int limit) {
        return arrivals.of("progress_part", "path", limit);
    }

    void forget(Collection<Part> parts) {
        var gone = List.copyOf(parts);
        if (gone.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement("""
                    delete from progress_part p
                     using unnest(?::text[], ?::uuid[]) as gone (source, id)
                     where p.source = gone.source and p.id = gone.id""")) {
                array(connection, delete, 1, "text", gone, part -> part.source().name());
                array(connection, delete, 2, "uuid", gone, Part::id);
                delete.executeUpdate();
            }
        });
    }

    /// The rows of things that are counted already stay the same rows, so that who waits for one of them sees it at its
    /// new place.
    void put(Collection<Part> placed) {
        var parts = List.copyOf(placed);
        if (parts.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into progress_part (source, id, kind, due_day, state, stages, plan_id, organisation_id,
                      settled_on, path, whereabouts)
                    select * from unnest(?::text[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::uuid[],
                      ?::uuid[], ?::date[], ?::text[], ?::text[])
                    on conflict (source, id) do update set kind = excluded.kind, due_day = excluded.due_day,
                      state = excluded.state, stages = excluded.stages, plan_id = excluded.plan_id,
                      organisation_id = excluded.organisation_id, settled_on = excluded.settled_on,
                      path = excluded.path, whereabouts = excluded.whereabouts""")) {
                array(
                        connection,
                        upsert,
                        1,
                        "text",
                        parts,
                        part -> part.source().name());
                array(connection, upsert, 2, "uuid", parts, Part::id);
                array(connection, upsert, 3, "text", parts, Part::kind);
                array(connection, upsert, 4, "date", parts, Part::dueDay);
                array(connection, upsert, 5, "text", parts, part -> part.state().name());
                array(connection, upsert, 6, "text", parts, part -> Stage.text(part.stages()));
                array(connection, upsert, 7, "uuid", parts, Part::planId);
                array(connection, upsert, 8, "uuid", parts, Part::organisationId);
                array(connection, upsert, 9, "date", parts, Part::settledOn);
                array(connection, upsert, 10, "text", parts, Part::path);
                array(
                        connection,
                        upsert,
                        11,
                        "text",
                        parts,
                        part -> part.whereabouts().text());
                upsert.executeUpdate();
            }
        });
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
                                Stage.parse(rows.getString(5)),
                                rows.getObject(6, UUID.class),
                                rows.getObject(7, UUID.class),
                                rows.getObject(8, LocalDate.class),
                                rows.getString(9),
                                Whereabouts.parse(rows.getString(10))));
                    }
                }
                return parts;
            }
        });
    }

    static <T> void array(
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
