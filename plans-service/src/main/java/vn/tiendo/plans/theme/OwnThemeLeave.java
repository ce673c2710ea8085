package vn.tiendo.plans.theme;

import java.util.UUID;

/// Tells whether a unit may choose a theme of its own; the plans answer it.
public interface OwnThemeLeave {

    /// Whether the plan is issued, binds the organisation and leaves the choice to it.
    boolean isGiven(UUID plan, UUID organisation);
}
