package vn.tiendo.notifications.template;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;

/// Gives the values that a message would really have; the reminders answer it.
public interface RealData {

    /// @param duty an assignment or registration within reach; null for any that waits in reach
    /// @return empty when there is none
    Optional<Map<String, Object>> of(Purpose purpose, Language language, @Nullable UUID duty, Reach reach);
}
