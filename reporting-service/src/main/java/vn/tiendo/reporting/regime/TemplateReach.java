package vn.tiendo.reporting.regime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;

/// Which templates an actor sees: those that come with the system, those in force where it holds a post or
/// above, all of its subtree; and drafts where it may write them.
record TemplateReach(Reach subtree, Reach makers, Set<String> above) {

    static final Role[] MAKERS = {Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER, Role.ADMINISTRATOR};

    static TemplateReach of(Actor actor) {
        var paths = actor.posts().stream().map(HeldPost::path).toList();
        var above = new HashSet<String>();
        paths.forEach(path -> above.addAll(upTo(path)));
        var makers = actor.reach(MAKERS[0], MAKERS[1], MAKERS[2]);
        return new TemplateReach(Reach.over(paths), makers, above);
    }

    /// The paths of an organisation and of all above it.
    static Set<String> upTo(String path) {
        var paths = new HashSet<String>();
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            paths.add(path.substring(0, end + 1));
        }
        return paths;
    }

    /// In JPQL, on the template `t`.
    String condition() {
        return "(t.organisationPath is null or t.status <> :draft and ("
                + subtree.condition("t.organisationPath") + " or t.organisationPath in :above) or "
                + makers.condition("t.organisationPath").replace(":reach", ":makersReach") + ")";
    }

    void bind(Map<String, Object> parameters) {
        subtree.bind(parameters);
        var ofMakers = new HashMap<String, Object>();
        makers.bind(ofMakers);
        ofMakers.forEach((name, value) -> parameters.put("makersR" + name.substring(1), value));
        parameters.put("draft", Template.Status.DRAFT);
        parameters.put("above", above.isEmpty() ? Set.of("none") : above);
    }
}
