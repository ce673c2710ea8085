package vn.tiendo.notifications.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.tiendo.kit.security.Actor;

/// The paths of an organisation and of all above it: what one of these keeps for those below holds there too.
public final class Lineage {

    private Lineage() {}

    /// From the root down to the organisation itself.
    public static List<String> of(String path) {
        var paths = new LinkedHashSet<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            paths.add(path.substring(0, slash + 1));
        }
        return List.copyOf(paths);
    }

    /// Of every organisation at which the actor holds a post.
    public static Set<String> of(Actor actor) {
        var paths = new LinkedHashSet<String>();
        actor.posts().forEach(post -> paths.addAll(of(post.path())));
        return paths;
    }
}
