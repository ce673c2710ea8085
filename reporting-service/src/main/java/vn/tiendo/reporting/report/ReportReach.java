package vn.tiendo.reporting.report;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;

/// Which reports an actor may see: those of the subtrees of its posts, and those that the plan sends to or through the
/// very organisations at which it holds a post.
record ReportReach(Reach subtree, Set<UUID> desks) {

    private static final Set<Role> READERS = EnumSet.of(
            Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER, Role.INSPECTOR, Role.AUDITOR);

    static ReportReach of(Actor actor) {
        var posts = actor.posts().stream()
                .filter(post -> READERS.contains(post.role()))
                .toList();
        return new ReportReach(
                Reach.over(posts.stream().map(HeldPost::path).toList()),
                posts.stream().map(HeldPost::organisationId).collect(Collectors.toUnmodifiableSet()));
    }

    /// In JPQL, on the report `r`.
    String condition() {
        if (desks.isEmpty()) {
            return "1 = 0";
        }
        return "r.organisationPath is not null and (" + subtree.condition("r.organisationPath")
                + " or r.route.recipientOrganisationId in :desks or r.route.viaOrganisationId in :desks)";
    }

    void bind(Map<String, Object> parameters) {
        subtree.bind(parameters);
        if (!desks.isEmpty()) {
            parameters.put("desks", desks);
        }
    }

    /// What is being written is read by its own side only, the others read what has been handed in.
    ///
    /// @return 0 when there is nothing to show
    int editionShownOf(Report report) {
        return subtree.covers(report.organisationPath()) ? report.edition() : report.submittedEdition();
    }
}
