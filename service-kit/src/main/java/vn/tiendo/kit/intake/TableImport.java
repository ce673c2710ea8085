package vn.tiendo.kit.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Uuid7;

/// A file somebody sent, and how far its rows have been taken in.
final class TableImport {

    enum Status {
        WAITING,
        RUNNING,
        COMPLETED,
        /// Given up after several failures; what was taken in stays, and the file can be sent again.
        STOPPED
    }

    private static final int FAILURES_BORNE = 10;
    private static final String SEPARATOR = "\t";

    private final UUID id;
    private final long version;
    private final String subject;
    private final String submitterIssuer;
    private final String submitterSubject;
    private final boolean dryRun;
    private final String columnNames;
    private final Instant submittedAt;

    private Status status = Status.WAITING;

    private int totalRows;
    private int accepted;
    private int unchanged;
    private int rejected;
    private int failures;
    private @Nullable Instant completedAt;

    /// @param rejected rows that are refused before anything is looked up
    TableImport(
            String subject,
            Actor submitter,
            boolean dryRun,
            List<String> columns,
            int totalRows,
            int rejected,
            Instant now) {
        this.id = Uuid7.next();
        this.version = 0;
        this.subject = subject;
        this.submitterIssuer = submitter.issuer();
        this.submitterSubject = submitter.subject();
        this.dryRun = dryRun;
        this.columnNames = String.join(SEPARATOR, columns);
        this.totalRows = totalRows;
        this.rejected = rejected;
        this.submittedAt = now;
    }

    /// As it is kept.
    TableImport(ResultSet kept) throws SQLException {
        this.id = kept.getObject("id", UUID.class);
        this.version = kept.getLong("version");
        this.subject = kept.getString("subject");
        this.submitterIssuer = kept.getString("submitter_issuer");
        this.submitterSubject = kept.getString("submitter_subject");
        this.dryRun = kept.getBoolean("dry_run");
        this.status = Status.valueOf(kept.getString("status"));
        this.columnNames = kept.getString("column_names");
        this.totalRows = kept.getInt("total_rows");
        this.accepted = kept.getInt("accepted");
        this.unchanged = kept.getInt("unchanged");
        this.rejected = kept.getInt("rejected");
        this.failures = kept.getInt("failures");
        this.submittedAt = kept.getObject("submitted_at", OffsetDateTime.class).toInstant();
        var completed = kept.getObject("completed_at", OffsetDateTime.class);
        this.completedAt = completed == null ? null : completed.toInstant();
    }

    /// Rows were stored, some of them refused before anything is looked up.
    void counts(int rows, int refused) {
        totalRows += rows;
        rejected += refused;
    }

    /// @param last whether no row is left
    void took(List<RowOutcome> outcomes, boolean last, Instant now) {
        for (var outcome : outcomes) {
            switch (outcome) {
                case RowOutcome.Accepted made -> accepted++;
                case RowOutcome.Unchanged kept -> unchanged++;
                case RowOutcome.Rejected refused -> rejected++;
            }
        }
        failures = 0;
        status = last ? Status.COMPLETED : Status.RUNNING;
        completedAt = last ? now : null;
    }

    void failed(Instant now) {
        failures++;
        if (failures >= FAILURES_BORNE) {
            status = Status.STOPPED;
            completedAt = now;
        }
    }

    boolean isUnderWay() {
        return status == Status.WAITING || status == Status.RUNNING;
    }

    boolean isOf(Actor actor) {
        return submitterIssuer.equals(actor.issuer()) && submitterSubject.equals(actor.subject());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String subject() {
        return subject;
    }

    String submitterIssuer() {
        return submitterIssuer;
    }

    String submitterSubject() {
        return submitterSubject;
    }

    boolean dryRun() {
        return dryRun;
    }

    Status status() {
        return status;
    }

    String columnNames() {
        return columnNames;
    }

    List<String> columns() {
        return List.of(columnNames.split(SEPARATOR));
    }

    int totalRows() {
        return totalRows;
    }

    int accepted() {
        return accepted;
    }

    int unchanged() {
        return unchanged;
    }

    int rejected() {
        return rejected;
    }

    int failures() {
        return failures;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }
}
