package vn.tiendo.registrations.personaldata;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import java.util.EnumSet;
import java.util.Set;
import vn.tiendo.kit.security.Role;

/// What a person may ask for, and who decides about it: what destroys or stops something is a leader's to decide.
public enum RequestKind {
    ACCESS(EnumSet.of(COMMITTEE_OFFICER, COMMITTEE_LEADER)),
    CORRECTION(EnumSet.of(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER)),
    ERASURE(EnumSet.of(COMMITTEE_LEADER)),
    RESTRICTION(EnumSet.of(COMMITTEE_LEADER)),
    WITHDRAWAL(EnumSet.of(COMMITTEE_OFFICER, COMMITTEE_LEADER)),
    OBJECTION(EnumSet.of(COMMITTEE_LEADER));

    private final Set<Role> deciders;

    RequestKind(Set<Role> deciders) {
        this.deciders = deciders;
    }

    /// Whether its execution stops that the person's data is used, until it is lifted.
    boolean restricts() {
        return this == RESTRICTION || this == OBJECTION;
    }

    Set<Role> deciders() {
        return deciders;
    }
}
