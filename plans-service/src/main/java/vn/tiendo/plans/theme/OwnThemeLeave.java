package vn.tiendo.plans.theme;

import java.util.UUID;

/// Tells whether a unit may choose a theme of its own, and hears that it did; the plans answer it.
public interface OwnThemeLeave {

    /// Whether the plan is issued, binds the organisation and leaves the choice to it.
    boolean isGiven(UUID plan, UUID organisation);

    /// Whether the plan is issued and the organisation owes it the selection of a theme by this obligation.
    boolean isAskedFor(UUID plan, UUID obligation, UUID organisation);

    /// Called in the transaction that stores the theme, after it was written.
    void chosen(OwnTheme theme);
}
