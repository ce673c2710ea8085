package vn.tiendo.registrations.rating;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about ratings; those about order and cap carry the numbers.
abstract sealed class RatingProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private RatingProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class RatingNotFound extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RatingNotFound() {
            super(Kind.NOT_FOUND, "rating-not-found", Map.of());
        }
    }

    static final class RatingGroupNotFound extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RatingGroupNotFound() {
            super(Kind.NOT_FOUND, "rating-group-not-found", Map.of());
        }
    }

    /// No regulation is known that was in force at the end of the period.
    static final class NoRatingRule extends RatingProblem {
        private static final long serialVersionUID = 1L;

        NoRatingRule(RatingPeriod period) {
            super(Kind.RULE, "no-rating-rule", Map.of("period", period.toString()));
        }
    }

    static final class RatingRuleUnsound extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RatingRuleUnsound() {
            super(Kind.RULE, "rating-rule-unsound", Map.of());
        }
    }

    /// What came into force before is not rewritten.
    static final class RatingRuleTooEarly extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RatingRuleTooEarly(String document, LocalDate since) {
            super(Kind.CONFLICT, "rating-rule-too-early", Map.of("document", document, "since", since));
        }
    }

    static final class UnknownGrade extends RatingProblem {
        private static final long serialVersionUID = 1L;

        UnknownGrade(String grade, String known) {
            super(Kind.RULE, "unknown-grade", Map.of("grade", grade, "known", known));
        }
    }

    static final class PointsNeeded extends RatingProblem {
        private static final long serialVersionUID = 1L;

        PointsNeeded(String document) {
            super(Kind.RULE, "points-needed", Map.of("document", document));
        }
    }

    /// The regulation of the year knows grades only.
    static final class NoPointsKnown extends RatingProblem {
        private static final long serialVersionUID = 1L;

        NoPointsKnown(String document) {
            super(Kind.RULE, "no-points-known", Map.of("document", document));
        }
    }

    /// The grade is better than the points allow.
    static final class GradeNotEarned extends RatingProblem {
        private static final long serialVersionUID = 1L;

        GradeNotEarned(String grade, String best, String points) {
            super(Kind.RULE, "grade-not-earned", Map.of("grade", grade, "best", best, "points", points));
        }
    }

    static final class RegistrationNotFulfilled extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RegistrationNotFulfilled(int owed, int accepted) {
            super(Kind.RULE, "registration-not-fulfilled", Map.of("owed", owed, "accepted", accepted));
        }
    }

    static final class ReasonNeeded extends RatingProblem {
        private static final long serialVersionUID = 1L;

        ReasonNeeded() {
            super(Kind.RULE, "reason-needed", Map.of());
        }
    }

    static final class WrongRatingStatus extends RatingProblem {
        private static final long serialVersionUID = 1L;

        WrongRatingStatus(RatingStatus actual, Set<RatingStatus> needed) {
            super(
                    Kind.CONFLICT,
                    "wrong-rating-status",
                    Map.of("actual", actual, "needed", new TreeSet<>(needed).toString()));
        }
    }

    /// More would hold the capped grade than the share of the base allows.
    static final class CapExceeded extends RatingProblem {
        private static final long serialVersionUID = 1L;

        CapExceeded(Cap cap, int capped, int base) {
            super(
                    Kind.CONFLICT,
                    "cap-exceeded",
                    Map.of(
                            "grade",
                            cap.grade(),
                            "count",
                            capped,
                            "allowed",
                            cap.allowed(base),
                            "percent",
                            cap.percent(),
                            "base",
                            cap.base(),
                            "baseCount",
                            base));
        }
    }

    static final class CapAlreadyRaised extends RatingProblem {
        private static final long serialVersionUID = 1L;

        CapAlreadyRaised() {
            super(Kind.CONFLICT, "cap-already-raised", Map.of());
        }
    }

    static final class CapCannotBeRaised extends RatingProblem {
        private static final long serialVersionUID = 1L;

        CapCannotBeRaised(String document) {
            super(Kind.RULE, "cap-cannot-be-raised", Map.of("document", document));
        }
    }

    /// Only an organisation that is itself rated with the capped grade may have more below it.
    static final class OrganisationNotOutstanding extends RatingProblem {
        private static final long serialVersionUID = 1L;

        OrganisationNotOutstanding(String grade) {
            super(Kind.CONFLICT, "organisation-not-outstanding", Map.of("grade", grade));
        }
    }

    /// A collective is rated before its members and its head.
    static final class CollectiveFirst extends RatingProblem {
        private static final long serialVersionUID = 1L;

        CollectiveFirst(int waiting) {
            super(Kind.CONFLICT, "collective-first", Map.of("waiting", waiting));
        }
    }

    /// Subordinates are rated before their superior.
    static final class SubordinatesFirst extends RatingProblem {
        private static final long serialVersionUID = 1L;

        SubordinatesFirst(int waiting) {
            super(Kind.CONFLICT, "subordinates-first", Map.of("waiting", waiting));
        }
    }

    /// A rating is not opened once that of a superior is decided.
    static final class SuperiorAlreadyDecided extends RatingProblem {
        private static final long serialVersionUID = 1L;

        SuperiorAlreadyDecided() {
            super(Kind.CONFLICT, "superior-already-decided", Map.of());
        }
    }

    /// The quarters of a year are rated before it.
    static final class QuartersFirst extends RatingProblem {
        private static final long serialVersionUID = 1L;

        QuartersFirst(int waiting) {
            super(Kind.CONFLICT, "quarters-first", Map.of("waiting", waiting));
        }
    }

    /// Who is rated in both is rated in the agency before the party organisation.
    static final class AgencyFirst extends RatingProblem {
        private static final long serialVersionUID = 1L;

        AgencyFirst(int waiting) {
            super(Kind.CONFLICT, "agency-first", Map.of("waiting", waiting));
        }
    }

    static final class YearAlreadyDecided extends RatingProblem {
        private static final long serialVersionUID = 1L;

        YearAlreadyDecided(int decided, int year) {
            super(Kind.CONFLICT, "year-already-decided", Map.of("decided", decided, "year", Integer.toString(year)));
        }
    }

    static final class PartyAlreadyDecided extends RatingProblem {
        private static final long serialVersionUID = 1L;

        PartyAlreadyDecided(int decided) {
            super(Kind.CONFLICT, "party-already-decided", Map.of("decided", decided));
        }
    }

    /// The regulation of the period rates by the year alone.
    static final class NoQuarterlyRating extends RatingProblem {
        private static final long serialVersionUID = 1L;

        NoQuarterlyRating(String document) {
            super(Kind.RULE, "no-quarterly-rating", Map.of("document", document));
        }
    }

    /// It was cancelled, or the person was entered and rated twice and the other rating counts.
    static final class RatingSetAside extends RatingProblem {
        private static final long serialVersionUID = 1L;

        RatingSetAside() {
            super(Kind.CONFLICT, "rating-set-aside", Map.of());
        }
    }

    /// Without a self-score nothing is appraised, unless there is a reason not to wait for it.
    static final class SelfScoreMissing extends RatingProblem {
        private static final long serialVersionUID = 1L;

        SelfScoreMissing() {
            super(Kind.CONFLICT, "self-score-missing", Map.of());
        }
    }

    /// The rating of a collective that its members' ratings rest on is not withdrawn.
    static final class MembersAlreadyDecided extends RatingProblem {
        private static final long serialVersionUID = 1L;

        MembersAlreadyDecided(int decided) {
            super(Kind.CONFLICT, "members-already-decided", Map.of("decided", decided));
        }
    }

    static final class SubjectNotInGroup extends RatingProblem {
        private static final long serialVersionUID = 1L;

        SubjectNotInGroup() {
            super(Kind.RULE, "subject-not-in-group", Map.of());
        }
    }

    static final class ProposerCannotDecide extends RatingProblem {
        private static final long serialVersionUID = 1L;

        ProposerCannotDecide() {
            super(Kind.FORBIDDEN, "proposer-cannot-decide", Map.of());
        }
    }

    /// Nobody appraises, proposes, decides or verifies an own rating.
    static final class OwnRating extends RatingProblem {
        private static final long serialVersionUID = 1L;

        OwnRating() {
            super(Kind.FORBIDDEN, "own-rating", Map.of());
        }
    }

    static final class NotOwnRating extends RatingProblem {
        private static final long serialVersionUID = 1L;

        NotOwnRating() {
            super(Kind.FORBIDDEN, "not-own-rating", Map.of());
        }
    }

    static final class ComplaintOpen extends RatingProblem {
        private static final long serialVersionUID = 1L;

        ComplaintOpen() {
            super(Kind.CONFLICT, "complaint-open", Map.of());
        }
    }

    static final class NoComplaintOpen extends RatingProblem {
        private static final long serialVersionUID = 1L;

        NoComplaintOpen() {
            super(Kind.CONFLICT, "no-complaint-open", Map.of());
        }
    }
}
