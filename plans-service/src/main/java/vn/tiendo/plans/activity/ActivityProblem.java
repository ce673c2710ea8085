package vn.tiendo.plans.activity;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about activities.
abstract sealed class ActivityProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ActivityProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ActivityNotFound extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ActivityNotFound() {
            super(Kind.NOT_FOUND, "activity-not-found", Map.of());
        }
    }

    static final class AlreadyCancelled extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        AlreadyCancelled() {
            super(Kind.CONFLICT, "already-cancelled", Map.of());
        }
    }

    static final class WrongActivityStatus extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        WrongActivityStatus(Activity.Status actual, Activity.Status needed) {
            super(Kind.CONFLICT, "wrong-activity-status", Map.of("actual", actual, "needed", needed));
        }
    }

    /// A record cannot become that of another organisation or of another kind; cancel it and make a new one.
    static final class ActivityKeepsItsPlace extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ActivityKeepsItsPlace() {
            super(Kind.RULE, "activity-keeps-its-place", Map.of());
        }
    }

    /// Neither planned for a day nor held on one.
    static final class DayRequired extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        DayRequired(String field) {
            super(Kind.RULE, "activity-day-required", Map.of("field", field));
        }
    }

    /// What has been held lies in the past.
    static final class HeldInTheFuture extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        HeldInTheFuture() {
            super(Kind.RULE, "held-in-the-future", Map.of());
        }
    }

    /// What is only planned lies ahead.
    static final class PlannedInThePast extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        PlannedInThePast() {
            super(Kind.RULE, "planned-in-the-past", Map.of());
        }
    }

    /// Only some kinds of obligations are fulfilled by activities.
    static final class NoActivityKind extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        NoActivityKind() {
            super(Kind.RULE, "no-activity-kind", Map.of());
        }
    }

    /// The field belongs to another kind of activity, or to one that was held.
    static final class FieldOutOfPlace extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FieldOutOfPlace(String field) {
            super(Kind.RULE, "activity-field-out-of-place", Map.of("field", field));
        }
    }

    /// More people of one category than people.
    static final class AttendanceContradicts extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        AttendanceContradicts() {
            super(Kind.RULE, "attendance-contradicts", Map.of());
        }
    }

    static final class ObligationNotOwed extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ObligationNotOwed(UUID obligation) {
            super(Kind.RULE, "activity-obligation-not-owed", Map.of("obligation", obligation));
        }
    }

    static final class ObligationOfAnotherKind extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        ObligationOfAnotherKind(UUID obligation) {
            super(Kind.RULE, "activity-obligation-of-another-kind", Map.of("obligation", obligation));
        }
    }

    static final class FindingNotFound extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FindingNotFound(UUID finding) {
            super(Kind.RULE, "finding-not-found", Map.of("finding", finding));
        }
    }

    static final class FindingNotOpen extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FindingNotOpen(UUID finding) {
            super(Kind.CONFLICT, "finding-not-open", Map.of("finding", finding));
        }
    }

    static final class FindingOfNobodyInspected extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FindingOfNobodyInspected(UUID organisation) {
            super(Kind.RULE, "finding-of-nobody-inspected", Map.of("organisation", organisation));
        }
    }

    static final class FindingDueTooEarly extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FindingDueTooEarly(LocalDate heldOn) {
            super(Kind.RULE, "finding-due-too-early", Map.of("heldOn", heldOn));
        }
    }

    /// What is carried on needs the day until which it must be put right.
    static final class CarriedWithoutDay extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        CarriedWithoutDay(UUID finding) {
            super(Kind.RULE, "carried-without-day", Map.of("finding", finding));
        }
    }

    /// A later inspection has settled findings of this one; it stays.
    static final class FindingsFollowedUp extends ActivityProblem {
        private static final long serialVersionUID = 1L;

        FindingsFollowedUp() {
            super(Kind.CONFLICT, "findings-followed-up", Map.of());
        }
    }
}
