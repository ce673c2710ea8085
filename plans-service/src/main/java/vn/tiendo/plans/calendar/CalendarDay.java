package vn.tiendo.plans.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.Decision;

/// A day that differs from the week's rule, and the decision that says so.
@Embeddable
public class CalendarDay {

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private DayKind kind;

    private String name;
    private String source;
    private @Nullable String decisionNumber;
    private @Nullable LocalDate decisionDate;
    private @Nullable String decisionIssuer;
    private @Nullable String decisionTitle;

    protected CalendarDay() {}

    /// @param content with a source or a decision
    CalendarDay(Day content) {
        var decision = content.decision();
        this.day = content.date();
        this.kind = content.kind();
        this.name = composed(content.name());
        this.source = composed(
                content.source() != null
                        ? content.source()
                        : Objects.requireNonNull(decision).citation());
        if (decision != null) {
            this.decisionNumber = decision.number();
            this.decisionDate = decision.date();
            this.decisionIssuer = decision.issuer() == null ? null : composed(decision.issuer());
            this.decisionTitle = composed(decision.title());
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    LocalDate day() {
        return day;
    }

    DayKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String source() {
        return source;
    }

    @Nullable
    Decision decision() {
        return decisionTitle == null ? null : new Decision(decisionNumber, decisionDate, decisionIssuer, decisionTitle);
    }
}
