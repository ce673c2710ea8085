package vn.tiendo.reporting.regime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.RegimeApi.Due;
import vn.tiendo.reporting.regime.RegimeApi.RegimeView;
import vn.tiendo.reporting.regime.RegimeApi.Window;

/// One sort of report. Reference data, shipped with the migrations.
@Entity
@Immutable
@Table(name = "report_regime")
class Regime {

    enum Origin {
        CAMPAIGN,
        STATUTORY
    }

    @Id
    private UUID id;

    private String kind;
    private @Nullable String form;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String nameVi;
    private String nameEn;
    private @Nullable Integer fromMonth;
    private @Nullable Integer fromDay;
    private @Nullable Integer fromPeriod;
    private @Nullable Integer toMonth;
    private @Nullable Integer toDay;
    private int toPeriod;
    private @Nullable Integer dueMonth;
    private @Nullable Integer dueDay;
    private boolean dueDayExcluded;
    private String source;

    protected Regime() {}

    UUID id() {
        return id;
    }

    RegimeView view() {
        return new RegimeView(id, kind, form, origin, nameVi, nameEn, window(), due(), source);
    }

    private @Nullable Window window() {
        return fromDay == null || toDay == null || fromPeriod == null
                ? null
                : new Window(fromMonth, fromDay, fromPeriod < 0, toMonth, toDay, fromPeriod, toPeriod);
    }

    /// The days of one occurrence; none without a window, or when the occurrence is no period. Several years are their
    /// own days, and so is a named half of one in a campaign, whose window follows another deadline.
    Optional<DataSpan> spanOf(String occurrence) {
        return Period.of(occurrence).flatMap(this::spanOf);
    }

    private Optional<DataSpan> spanOf(Period period) {
        if (period.isLongerThanAYear()) {
            return Optional.of(period.span());
        }
        if (fromDay == null || toDay == null || fromPeriod == null) {
            return Optional.empty();
        }
        return period.isHalf() && origin == Origin.CAMPAIGN
                ? Optional.of(period.span())
                : new DataWindow(fromMonth, fromDay, fromPeriod, toMonth, toDay, toPeriod).spanOf(period);
    }

    String kind() {
        return kind;
    }

    @Nullable
    String form() {
        return form;
    }

    private @Nullable Due due() {
        return dueMonth == null || dueDay == null ? null : new Due(dueMonth, dueDay, dueDayExcluded);
    }
}
