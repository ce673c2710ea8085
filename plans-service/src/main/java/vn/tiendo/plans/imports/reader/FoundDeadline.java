package vn.tiendo.plans.imports.reader;

import java.text.Normalizer;
import vn.tiendo.plans.deadline.DeadlineType;

/// A deadline and the tokens that word it; `rule` names the grammar row that read it.
record FoundDeadline(int start, int end, ReadDeadline deadline, String rule) {

    /// The smaller, the more a task prefers it over another.
    int order() {
        return switch (deadline.type()) {
            case COMPLETED_ON -> 0;
            case BEFORE_DATE, BY_DATE, WITHIN_PERIOD -> rule.equals("broad") ? 6 : 1;
            case RELATIVE -> deadline.offset() != null ? 2 : 7;
            case END_OF_PERIOD -> 3;
            case ANCHORED -> 4;
            case RECURRING -> 5;
            case ONGOING -> 8;
        };
    }

    boolean isExact() {
        return order() <= 2;
    }

    /// Does it come back on a day or at an hour that can be missed?
    boolean isRegular() {
        var repetition = deadline.recurrence();
        return deadline.type() == DeadlineType.RECURRING
                && repetition != null
                && (repetition.day() != null || repetition.weekday() != null || deadline.time() != null);
    }

    boolean isMonths() {
        return rule.equals("months") || foldedRaw().contains("thang");
    }

    boolean isQuarters() {
        return rule.equals("quarters") || foldedRaw().contains("quy ");
    }

    /// Its words without case and marks, however the letters were written.
    String foldedRaw() {
        return Letters.fold(Normalizer.normalize(deadline.raw(), Normalizer.Form.NFC));
    }
}
