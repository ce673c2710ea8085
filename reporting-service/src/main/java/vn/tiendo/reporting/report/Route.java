package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a report is for, and through whom it goes.
@Embeddable
record Route(
        @Nullable UUID recipientOrganisationId, @Nullable UUID viaOrganisationId) {

    static Route of(OwedReport owed) {
        return new Route(owed.recipientOrganisationId(), owed.viaOrganisationId());
    }

    /// Without a named recipient it goes to the parent.
    Route orTo(@Nullable UUID parent) {
        return recipientOrganisationId == null ? new Route(parent, viaOrganisationId) : this;
    }

    /// As its assignment says now; a recipient that it does not name stays.
    Route asIn(OwedReport owed) {
        return of(owed).orTo(recipientOrganisationId);
    }

    boolean hasVia() {
        return viaOrganisationId != null && !viaOrganisationId.equals(recipientOrganisationId);
    }

    void requireVia() {
        if (!hasVia()) {
            throw new ReportProblem.NoViaBody();
        }
    }

    /// The organisation whose turn it is once the report has been handed in.
    @Nullable
    UUID deskAt(ReportStatus status) {
        var withVia = status == ReportStatus.SUBMITTED || status == ReportStatus.RECEIVED;
        return hasVia() && withVia ? viaOrganisationId : recipientOrganisationId;
    }

    /// What the database gives back when neither is known.
    static Route orNone(@Nullable Route known) {
        return Objects.requireNonNullElse(known, new Route(null, null));
    }
}
