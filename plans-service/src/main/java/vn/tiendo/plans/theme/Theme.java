package vn.tiendo.plans.theme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.theme.ThemeApi.NewTheme;
import vn.tiendo.plans.theme.ThemeProblem.ThemeSpanUnclear;

/// What is to be studied in a year or a term, given out by one organisation for all below it.
@Entity
public class Theme {

    private static final int LONGEST_TERM = 10;

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private ThemeScope scope;

    private String title;
    private int yearFrom;
    private int yearTo;
    private UUID organisationId;
    private String organisationPath;

    /// The plan that lets a unit choose a theme of its own.
    private @Nullable UUID planId;

    /// What that plan asks for and the theme answers, when the unit named it.
    private @Nullable UUID obligationId;

    private Instant createdAt;

    protected Theme() {}

    /// @throws ThemeSpanUnclear when the years do not fit the scope
    Theme(KnownOrganisation issuer, NewTheme content, Instant now) {
        this.id = Uuid7.next();
        this.scope = content.scope();
        this.organisationId = issuer.id();
        this.organisationPath = issuer.path();
        this.planId = content.planId();
        this.obligationId = content.obligationId();
        this.createdAt = now;
        if ((scope == ThemeScope.OWN) != (planId != null) || (obligationId != null && planId == null)) {
            throw new ThemeSpanUnclear();
        }
        span(content.year(), content.termFrom(), content.termTo());
        title(content.title());
    }

    /// Corrects what was written; scope, issuer and plan stay.
    void correct(ThemeApi.ThemeCorrection correction) {
        span(correction.year(), correction.termFrom(), correction.termTo());
        title(correction.title());
    }

    private void span(@Nullable Integer year, @Nullable Integer termFrom, @Nullable Integer termTo) {
        if (scope == ThemeScope.TERM) {
            if (year != null
                    || termFrom == null
                    || termTo == null
                    || termTo <= termFrom
                    || termTo - termFrom > LONGEST_TERM) {
                throw new ThemeSpanUnclear();
            }
            yearFrom = termFrom;
            yearTo = termTo;
            return;
        }
        if (year == null || termFrom != null || termTo != null) {
            throw new ThemeSpanUnclear();
        }
        yearFrom = year;
        yearTo = year;
    }

    private void title(String words) {
        title = Normalizer.normalize(words, Normalizer.Form.NFC).strip();
    }

    /// Terms follow one another: the last year of one is the first of the next.
    boolean overlaps(Theme other) {
        return yearFrom < other.yearTo && other.yearFrom < yearTo;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ThemeScope scope() {
        return scope;
    }

    String title() {
        return title;
    }

    int yearFrom() {
        return yearFrom;
    }

    int yearTo() {
        return yearTo;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    UUID planId() {
        return planId;
    }

    @Nullable
    UUID obligationId() {
        return obligationId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
