package vn.tiendo.notifications.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import vn.tiendo.kit.security.Role;

/// Whom a rung tells, by role and place, so that it is found out at the moment of firing who that is.
///
/// @param level 0 for the organisation that owes, 1 for its superior, 2 for the superior of that
public record Audience(
        @NotNull Role role, @Min(0) @Max(FARTHEST) int level) {

    static final int FARTHEST = 5;

    /// Superiors are told of all their subordinates in one message.
    public boolean concernsSuperior() {
        return level > 0;
    }
}
