package vn.tiendo.notifications.template;

import java.util.Set;

/// What a message is for, and which values its text may name.
public enum Purpose {
    /// To whoever acts for the organisation that owes.
    DEBTOR(Names.OF_ONE),
    /// To a member who owes a registration.
    MEMBER(Names.OF_ONE),
    /// To a superior about the one subordinate that is missing.
    SUPERIOR(Names.OF_ONE),
    /// To a superior about all that are missing.
    ROLL_UP(Names.OF_MANY),
    /// To everybody who was reminded of a plan that was recalled.
    RECALL(Names.OF_PLAN);

    /// What says nothing of anybody, so that it may go where others read along.
    static final Set<String> THIN = Set.of("days", "day", "before", "today", "after", "missing", "total");

    private final Set<String> names;

    Purpose(Set<String> names) {
        this.names = names;
    }

    Set<String> names() {
        return names;
    }

    private static final class Names {
        private static final Set<String> OF_ONE =
                Set.of("organisation", "what", "subject", "number", "days", "day", "before", "today", "after");
        private static final Set<String> OF_MANY = Set.of(
                "organisation",
                "what",
                "subject",
                "number",
                "days",
                "day",
                "before",
                "today",
                "after",
                "missing",
                "total");
        private static final Set<String> OF_PLAN = Set.of("number", "title");
    }
}
