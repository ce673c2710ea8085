package vn.tiendo.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.ImportNotFound;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Plain SQL, because an entity of the kit would ask every service for its table.
@ApplicationScoped
class TableImportRepository {

    private static final String UNDER_WAY = "status in ('WAITING', 'RUNNING')";

    @Inject
    Session session;

    void persist(TableImport made) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                insert into table_import (id, version, subject, submitter_issuer, submitter_subject, dry_run, status,
                  column_names, total_rows, accepted, unchanged, rejected, failures, submitted_at, completed_at)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """)) {
                insert.setObject(1, made.id());
                insert.setString(2, made.subject());
                insert.setString(3, made.submitterIssuer());
                insert.setString(4, made.submitterSubject());
                insert.setBoolean(5, made.dryRun());
                insert.setString(6, made.status().name());
                insert.setString(7, made.columnNames());
                insert.setInt(8, made.totalRows());
                insert.setInt(9, made.accepted());
                insert.setInt(10, made.unchanged());
                insert.setInt(11, made.rejected());
                insert.setInt(12, made.failures());
                insert.setObject(13, at(made.submittedAt()));
                insert.setObject(14, at(made.completedAt()));
                insert.executeUpdate();
            }
        });
    }

    /// How far it has come; the row is [locked].
    void update(TableImport changed) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                update table_import set version = version + 1, status = ?, accepted = ?, unchanged = ?, rejected = ?,
                       failures = ?, completed_at = ?, total_rows = ?
                 where id = ?\
                """)) {
                update.setString(1, changed.status().name());
                update.setInt(2, changed.accepted());
                update.setInt(3, changed.unchanged());
                update.setInt(4, changed.rejected());
                update.setInt(5, changed.failures());
                update.setObject(6, at(changed.completedAt()));
                update.setInt(7, changed.totalRows());
                update.setObject(8, changed.id());
                update.executeUpdate();
            }
        });
    }

    /// An import is its sender's own thing.
    TableImport get(UUID id, String subject, Actor actor) {
        return one("select * from table_import where id = ?", select -> select.setObject(1, id))
                .filter(found -> found.subject().equals(subject) && found.isOf(actor))
                .orElseThrow(ImportNotFound::new);
    }

    List<TableImport> of(Actor actor, String subject, PageRequest page) {
        var before = page.after().map(Cursor::id).orElse(new UUID(-1L, -1L));
        return all("""
                 select * from table_import
                  where subject = ? and submitter_issuer = ? and submitter_subject = ? and id < ? order by id desc limit ?\
                 """, select -> {
            select.setString(1, subject);
            select.setString(2, actor.issuer());
            select.setString(3, actor.subject());
            select.setObject(4, before);
            select.setInt(5, page.lookFor());
        });
    }

    /// One that failed before waits behind those that did not.
    Optional<TableImport> nextToTake() {
        return one("select * from table_import where " + UNDER_WAY + " order by failures, id limit 1", select -> {});
    }

    /// Locked until the end of the transaction, so that nobody else takes the same rows.
    TableImport locked(UUID id) {
        return one("select * from table_import where id = ? for update", select -> select.setObject(1, id))
                .orElseThrow(ImportNotFound::new);
    }

    /// @return how many rows were forgotten
    int forgetRowsOfThoseCompletedBefore(Instant moment, int most) {
        return session.createNativeMutationQuery("""
            delete from table_import_row where (import_id, number) in
              (select r.import_id, r.number from table_import_row r join table_import i on i.id = r.import_id
                where i.completed_at < ?1 limit ?2)\
            """)
                .setParameter(1, moment)
                .setParameter(2, most)
                .executeUpdate();
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Optional<TableImport> one(String sql, Parameters parameters) {
        return all(sql, parameters).stream().findFirst();
    }

    private List<TableImport> all(String sql, Parameters parameters) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                parameters.set(select);
                var found = new ArrayList<TableImport>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new TableImport(rows));
                    }
                }
                return found;
            }
        });
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
