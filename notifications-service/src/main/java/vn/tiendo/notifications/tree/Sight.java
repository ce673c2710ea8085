package vn.tiendo.notifications.tree;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;

/// What an actor may read of that which organisations set for those below: that of its own subtrees, and what reaches
/// it from above.
public record Sight(Reach reach, Set<String> above) {

    public static Sight of(Actor actor) {
        return new Sight(reachOf(actor), Lineage.of(actor));
    }

    /// Whatever the post: how one is told is no secret.
    public static Reach reachOf(Actor actor) {
        var roles = Role.values();
        return actor.reach(roles[0], Arrays.copyOfRange(roles, 1, roles.length));
    }

    public String condition() {
        return "(" + reach.condition("organisationPath") + " or organisationPath in :above)";
    }

    public void bind(Map<String, Object> parameters) {
        reach.bind(parameters);
        parameters.put("above", above);
    }
}
