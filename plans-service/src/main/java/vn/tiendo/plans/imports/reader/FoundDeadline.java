package vn.tiendo.plans.imports.reader;

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
}
