package vn.tiendo.registrations.rating;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// Scale and cap as one regulation has them, in force from a day until the next one is.
@Entity
class RatingRule {

    @Id
    private UUID id = Uuid7.next();

    private String document;
    private LocalDate documentDate;
    private LocalDate inForceFrom;
    private String capGrade;
    private String capBase;
    private int capPercent;
    private @Nullable Integer raisedCapPercent;

    @Enumerated(EnumType.STRING)
    private Rounding rounding;

    private boolean quarterly;
    private boolean agencyFirst;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "rating_grade", joinColumns = @JoinColumn(name = "rule_id"))
    @OrderColumn(name = "ordinal")
    private List<Grade> grades = new ArrayList<>();

    protected RatingRule() {}

    /// @param raised the percentage that the competent level may allow an outstanding organisation
    /// @param customs whether it knows quarters, and which side comes first
    RatingRule(
            String document,
            LocalDate documentDate,
            LocalDate inForceFrom,
            Cap cap,
            @Nullable Integer raised,
            Customs customs,
            List<Grade> grades) {
        requireSound(grades, cap, raised);
        this.document = document;
        this.documentDate = documentDate;
        this.inForceFrom = inForceFrom;
        capGrade = cap.grade();
        capBase = cap.base();
        capPercent = cap.percent();
        rounding = cap.rounding();
        raisedCapPercent = raised;
        quarterly = customs.quarterly;
        agencyFirst = customs.agencyFirst;
        this.grades.addAll(grades);
    }

    /// What a regulation lets units do, and in which order.
    ///
    /// @param quarterly whether units may rate by quarter; the quarters feed the year
    /// @param agencyFirst whether who is rated in both is rated in the agency before the party organisation
    record Customs(boolean quarterly, boolean agencyFirst) {}

    /// Best first, with falling thresholds down to nought or without any; the cap names two of the grades.
    private static void requireSound(List<Grade> grades, Cap cap, @Nullable Integer raised) {
        var codes = grades.stream().map(Grade::code).toList();
        var points =
                grades.stream().map(Grade::minPoints).filter(Objects::nonNull).toList();
        var falling = true;
        for (int i = 1; i < points.size(); i++) {
            falling &= points.get(i).compareTo(points.get(i - 1)) < 0;
        }
        var scaled = points.isEmpty()
                || (points.size() == grades.size()
                        && falling
                        && points.getLast().signum() == 0);
        if (codes.stream().distinct().count() != codes.size()
                || !scaled
                || !codes.contains(cap.grade())
                || !codes.contains(cap.base())
                || cap.grade().equals(cap.base())
                || (raised != null && raised < cap.percent())) {
            throw new RatingProblem.RatingRuleUnsound();
        }
    }

    /// Points where the regulation rates by them, none where it does not (422).
    void requirePoints(@Nullable BigDecimal points) {
        var hasPoints = grades.getFirst().minPoints() != null;
        if (hasPoints && points == null) {
            throw new RatingProblem.PointsNeeded(document);
        }
        if (!hasPoints && points != null) {
            throw new RatingProblem.NoPointsKnown(document);
        }
    }

    /// The best grade that points allow; a disqualifying case leaves the last one only.
    ///
    /// @return its place in the scale, 0 for the best
    int bestFor(@Nullable BigDecimal points, boolean disqualified) {
        if (disqualified) {
            return grades.size() - 1;
        }
        if (points == null) {
            return 0;
        }
        for (int i = 0; i < grades.size(); i++) {
            var least = grades.get(i).minPoints();
            if (least == null || points.compareTo(least) >= 0) {
                return i;
            }
        }
        return grades.size() - 1;
    }

    /// @throws RatingProblem.UnknownGrade when the scale has no such grade (422)
    int placeOf(String grade) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).code().equals(grade)) {
                return i;
            }
        }
        throw new RatingProblem.UnknownGrade(
                grade, String.join(", ", grades.stream().map(Grade::code).toList()));
    }

    String codeAt(int place) {
        return grades.get(place).code();
    }

    Cap cap(boolean raised) {
        return new Cap(capGrade, capBase, raised && raisedCapPercent != null ? raisedCapPercent : capPercent, rounding);
    }

    Customs customs() {
        return new Customs(quarterly, agencyFirst);
    }

    UUID id() {
        return id;
    }

    String document() {
        return document;
    }

    LocalDate documentDate() {
        return documentDate;
    }

    LocalDate inForceFrom() {
        return inForceFrom;
    }

    @Nullable
    Integer raisedCapPercent() {
        return raisedCapPercent;
    }

    List<Grade> grades() {
        return List.copyOf(grades);
    }
}
