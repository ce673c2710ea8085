package vn.tiendo.notifications.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.preference.PreferenceProblem.DefaultEndsBeforeItBegins;
import vn.tiendo.notifications.preference.PreferenceProblem.DefaultHasEnded;

/// What an organisation has set, from one day on. Of several that hold on a day the newest counts.
@Entity
class PreferenceDefault {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;

    /// Follows the tree by statements on the table alone.
    @Column(updatable = false)
    private String organisationPath;

    @Convert(converter = DocumentText.OfDefaults.class)
    private Defaults defaults;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private Instant createdAt;

    protected PreferenceDefault() {}

    PreferenceDefault(KnownOrganisation organisation, Defaults content, LocalDate validFrom, Instant now) {
        content.requireWhole();
        id = Uuid7.next();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        defaults = content;
        this.validFrom = validFrom;
        createdAt = now;
    }

    /// What is in inboxes already goes as it was decided then.
    ///
    /// @throws DefaultHasEnded when its last day is over
    void change(Defaults content, LocalDate today) {
        requireOpen(today);
        content.requireWhole();
        defaults = content;
    }

    /// @param lastDay from the next day on what is inherited holds again
    void end(LocalDate lastDay, LocalDate today) {
        requireOpen(today);
        if (lastDay.isBefore(validFrom)) {
            throw new DefaultEndsBeforeItBegins();
        }
        validTo = lastDay;
    }

    private void requireOpen(LocalDate today) {
        if (validTo != null && validTo.isBefore(today)) {
            throw new DefaultHasEnded();
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    Defaults defaults() {
        return defaults;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    Instant createdAt() {
        return createdAt;
    }
}
