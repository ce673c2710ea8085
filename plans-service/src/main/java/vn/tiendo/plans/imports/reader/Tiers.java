package vn.tiendo.plans.imports.reader;

import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadObligation.Tier;
import vn.tiendo.plans.obligation.ObligationKind;

/// What an import must yield, told from general direction: dated, counted or otherwise trackable.
final class Tiers {

    private Tiers() {}

    static Tier of(Task task) {
        if (task.deadline != null && task.deadline.deadline().type() == DeadlineType.COMPLETED_ON) {
            return Tier.CONTEXT;
        }
        boolean period = task.deadline != null
                && task.deadline.deadline().type() == DeadlineType.WITHIN_PERIOD
                && !task.isSoft();
        boolean exact = task.hasExactDeadline() || period;
        boolean counted = task.amount != null;
        if (task.isSoft() && task.kind != ObligationKind.EXEMPTION_RULE) {
            boolean dated = exact
                    && task.kind != ObligationKind.CREATIVE_AWARD
                    && task.kind != ObligationKind.EVALUATION_CRITERION;
            return dated || counted && task.kind != ObligationKind.COMMENDATION ? Tier.CORE : Tier.CONTEXT;
        }
        if (exact || counted || (task.deadline != null && task.deadline.isRegular())) {
            return Tier.CORE;
        }
        var type = task.deadline == null ? null : task.deadline.deadline().type();
        boolean regular = type == DeadlineType.RECURRING
                && task.deadline != null
                && task.deadline.deadline().recurrence() != null
                && !task.deadline.deadline().recurrence().freq().equals("UNSPECIFIED");
        boolean core = switch (task.kind) {
            case EXEMPTION_RULE,
                    EXEMPT_LIST_REPORT,
                    FLAG_CEREMONY,
                    GOOD_DEED_ROLL,
                    INDIVIDUAL_REGISTRATION,
                    INCIDENT_REPORT -> true;
            case PERIODIC_REPORT -> type != null;
            case RESULT_REPORT, INTERIM_REVIEW_REPORT, INTERIM_REVIEW ->
                type == DeadlineType.ANCHORED
                        || type == DeadlineType.END_OF_PERIOD
                        || regular
                        || type == DeadlineType.RELATIVE;
            case EXEMPLAR_NOMINATION -> type == DeadlineType.RELATIVE || type == DeadlineType.END_OF_PERIOD || regular;
            case INSPECTION,
                    STUDY_MATERIAL,
                    GENERIC_TASK,
                    EDUCATION_PROGRAM,
                    ETHICS_STANDARD_REVIEW,
                    REGULATION_REVIEW -> false;
            default -> regular;
        };
        return core ? Tier.CORE : Tier.CONTEXT;
    }
}
