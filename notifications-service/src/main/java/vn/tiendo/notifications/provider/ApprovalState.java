package vn.tiendo.notifications.provider;

import java.util.EnumSet;
import java.util.Set;

/// How far a template has come with its provider. Only an approved one carries messages.
public enum ApprovalState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    /// May be rewritten and submitted again.
    REJECTED,
    /// The provider, or the organisation, has stopped it; it can be approved again.
    DISABLED;

    boolean mayBecome(ApprovalState next) {
        return switch (this) {
            case DRAFT, REJECTED -> next == SUBMITTED;
            case SUBMITTED -> next == APPROVED || next == REJECTED;
            case APPROVED -> next == DISABLED;
            case DISABLED -> next == APPROVED;
        };
    }

    /// Whether its words may still change.
    boolean isOpen() {
        return OPEN.contains(this);
    }

    private static final Set<ApprovalState> OPEN = EnumSet.of(DRAFT, REJECTED);
}
