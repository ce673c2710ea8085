package vn.tiendo.plans.imports.reader;

import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.obligation.ObligationKind;

/// What only the subject can tell: whether a person or a body registers or reports.
final class Settling {

    private Settling() {}

    static void settle(Task task) {
        var subject = task.subject == null ? "" : Letters.fold(task.subject);
        boolean person = subject.startsWith("moi can bo")
                || subject.startsWith("moi dang vien")
                || subject.contains("ca nhan")
                || subject.startsWith("tung dang vien")
                || subject.startsWith("dang vien")
                || subject.startsWith("can bo")
                || subject.startsWith("moi cong chuc")
                || subject.startsWith("tung can bo")
                || subject.startsWith("moi doan vien")
                || subject.startsWith("moi hoi vien")
                || subject.startsWith("moi vien chuc")
                || subject.startsWith("moi giao vien")
                || subject.startsWith("tung ca nhan")
                || subject.startsWith("moi nguoi");
        if (task.kind == ObligationKind.ORG_REGISTRATION && person) {
            task.kind = ObligationKind.INDIVIDUAL_REGISTRATION;
            task.form = "REGISTRATION";
        }
        boolean vague = task.deadline != null && task.deadline.deadline().type() == DeadlineType.END_OF_PERIOD;
        if (task.kind == ObligationKind.RESULT_REPORT
                && vague
                && !person
                && !subject.isEmpty()
                && !subject.contains("can bo, dang vien")) {
            task.kind = ObligationKind.PERIODIC_REPORT;
        }
        boolean dated = task.hasExactDeadline()
                && task.deadline != null
                && task.deadline.deadline().type() != DeadlineType.COMPLETED_ON;
        if (dated && (task.kind == ObligationKind.ASSIGNMENT || task.kind == ObligationKind.MONITORING)) {
            task.kind = ObligationKind.GENERIC_TASK;
        }
        boolean repeated = task.deadline != null && task.deadline.deadline().type() == DeadlineType.RECURRING;
        boolean again = task.deadline != null && task.deadline.deadline().recurrence() != null && !person;
        if (task.kind == ObligationKind.RESULT_REPORT && (repeated || again)) {
            task.kind = ObligationKind.PERIODIC_REPORT;
        }
        if (task.kind == ObligationKind.INSPECTION && subject.startsWith("mat tran")) {
            task.kind = ObligationKind.SUPERVISION;
        }
        if (task.kind == ObligationKind.PERIODIC_REPORT) {
            task.form = ReportForm.of(task);
        }
    }
}
