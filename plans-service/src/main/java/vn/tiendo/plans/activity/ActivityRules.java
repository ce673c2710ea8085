package vn.tiendo.plans.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityApi.FollowUp;
import vn.tiendo.plans.activity.ActivityApi.Inspection;
import vn.tiendo.plans.activity.ActivityApi.NewFinding;
import vn.tiendo.plans.activity.ActivityApi.Subject;
import vn.tiendo.plans.activity.ActivityProblem.AttendanceContradicts;
import vn.tiendo.plans.activity.ActivityProblem.CarriedWithoutDay;
import vn.tiendo.plans.activity.ActivityProblem.DayRequired;
import vn.tiendo.plans.activity.ActivityProblem.FieldOutOfPlace;
import vn.tiendo.plans.activity.ActivityProblem.FindingDueTooEarly;
import vn.tiendo.plans.activity.ActivityProblem.FindingOfNobodyInspected;
import vn.tiendo.plans.activity.ActivityProblem.HeldInTheFuture;
import vn.tiendo.plans.activity.ActivityProblem.NoActivityKind;
import vn.tiendo.plans.activity.ActivityProblem.PlannedInThePast;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.ObligationKind;

/// What must hold of an activity before it is recorded. Pure.
final class ActivityRules {

    private static final Set<ObligationKind> INSPECTIONS =
            Set.of(ObligationKind.INSPECTION, ObligationKind.SUPERVISION);

    private ActivityRules() {}

    static boolean isInspection(ObligationKind kind) {
        return INSPECTIONS.contains(kind);
    }

    static void check(ActivityContent content, LocalDate today) {
        if (content.kind().fulfilment() != Fulfilment.ACTIVITIES) {
            throw new NoActivityKind();
        }
        if (content.heldOn() == null) {
            checkPlanned(content, today);
        } else if (content.heldOn().isAfter(today)) {
            throw new HeldInTheFuture();
        }
        outOfPlace(
                content.membersReviewed() != null && content.kind() != ObligationKind.MEMBER_REVIEW, "membersReviewed");
        checkAttendance(content);
        outOfPlace(content.inspection() != null && !isInspection(content.kind()), "inspection");
        if (content.inspection() != null) {
            checkInspection(content.inspection(), content.heldOn());
        }
    }

    private static void checkPlanned(ActivityContent content, LocalDate today) {
        if (content.plannedOn() == null) {
            throw new DayRequired("plannedOn");
        }
        if (content.plannedOn().isBefore(today)) {
            throw new PlannedInThePast();
        }
        outOfPlace(content.attendance() != null, "attendance");
        outOfPlace(content.attendanceBy() != null, "attendanceBy");
        outOfPlace(content.membersReviewed() != null, "membersReviewed");
    }

    private static void outOfPlace(boolean wrong, String field) {
        if (wrong) {
            throw new FieldOutOfPlace(field);
        }
    }

    private static void checkAttendance(ActivityContent content) {
        var by = content.attendanceBy();
        if (by == null) {
            return;
        }
        var total = content.attendance();
        if (total == null || by.values().stream().anyMatch(number -> number > total)) {
            throw new AttendanceContradicts();
        }
    }

    private static void checkInspection(Inspection inspection, @Nullable LocalDate heldOn) {
        var findings = Objects.requireNonNullElse(inspection.findings(), List.<NewFinding>of());
        var followUps = Objects.requireNonNullElse(inspection.followUps(), List.<FollowUp>of());
        if (heldOn == null) {
            outOfPlace(!findings.isEmpty(), "inspection.findings");
            outOfPlace(!followUps.isEmpty(), "inspection.followUps");
            return;
        }
        var inspected =
                inspection.subjects().stream().map(Subject::organisationId).collect(Collectors.toSet());
        for (var finding : findings) {
            if (!inspected.contains(finding.organisationId())) {
                throw new FindingOfNobodyInspected(finding.organisationId());
            }
            requireNotBefore(finding.dueDay(), heldOn);
        }
        for (var followUp : followUps) {
            if (followUp.outcome() == FollowUp.Outcome.CARRIED) {
                if (followUp.dueDay() == null) {
                    throw new CarriedWithoutDay(followUp.findingId());
                }
                requireNotBefore(followUp.dueDay(), heldOn);
            }
        }
    }

    private static void requireNotBefore(LocalDate dueDay, LocalDate heldOn) {
        if (dueDay.isBefore(heldOn)) {
            throw new FindingDueTooEarly(heldOn);
        }
    }
}
