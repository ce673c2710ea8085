package vn.tiendo.plans.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Uuid7;

/// A file somebody sent, and how far its rows have been taken in.
@Entity
class TableImport {

    enum Status {
        WAITING,
        RUNNING,
        COMPLETED,
        /// Given up after several failures; what was taken in stays, and the file can be sent again.
        STOPPED
    }

    private static final int FAILURES_BORNE = 10;
    private static final String SEPARATOR = "\t";

    @Id
    private UUID id;

    @Version
    private long version;

    private String subject;
    private String submitterIssuer;
    private String submitterSubject;
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private Status status = Status.WAITING;

    private String columnNames;
    private int totalRows;
    private int accepted;
    private int unchanged;
    private int rejected;
    private int failures;
    private Instant submittedAt;
    private @Nullable Instant completedAt;

    protected TableImport() {}

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
        this.subject = subject;
        this.submitterIssuer = submitter.issuer();
        this.submitterSubject = submitter.subject();
        this.dryRun = dryRun;
        this.columnNames = String.join(SEPARATOR, columns);
        this.totalRows = totalRows;
        this.rejected = rejected;
        this.submittedAt = now;
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

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }
}
