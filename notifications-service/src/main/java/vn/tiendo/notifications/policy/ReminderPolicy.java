package vn.tiendo.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says which ladder holds for whom. Today one ladder, the shipped one, holds for everybody and every kind.
@ApplicationScoped
public class ReminderPolicy {

    /// @param organisation who owes
    /// @param obligationKind absent for a registration
    public Ladder ladderFor(UUID organisation, @Nullable String obligationKind) {
        return Ladder.SHIPPED;
    }
}
