package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.organisation.Place;

/// Whom a report is for, and through whom it goes.
///
/// @param recipientByPlace nobody names the recipient: it is the parent of the reporting organisation
@Embeddable
record Route(
        @Nullable UUID recipientOrganisationId, @Nullable UUID viaOrganisationId, boolean recipientByPlace) {

    static final Route NOWHERE = new Route(null, null, false);

    static Route of(OwedReport owed) {
        return to(owed.recipientOrganisationId(), owed.viaOrganisationId());
    }

    static Route to(@Nullable UUID recipient, @Nullable UUID via) {
        return new Route(recipient, via, false);
    }

    /// Without a named recipient it goes to the parent.
    Route orTo(@Nullable UUID parent) {
        return recipientOrganisationId == null ? new Route(parent, viaOrganisationId, true) : this;
    }

    /// What goes to the parent goes to another one when the organisation stands elsewhere.
    Route from(Place place) {
        return recipientByPlace && place.parentId() != null
                ? new Route(place.parentId(), viaOrganisationId, true)
                : this;
    }

    /// Whether it passes the same desks as another one.
    boolean isLike(Route other) {
        return Objects.equals(recipientOrganisationId, other.recipientOrganisationId)
                && Objects.equals(viaOrganisationId, other.viaOrganisationId);
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
        return Objects.requireNonNullElse(known, NOWHERE);
    }
}
