package vn.tiendo.kit.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.Reach;

/// The person or system behind a request: issuer and subject of its token, never an e-mail or a name.
public record Actor(String issuer, String subject, List<HeldPost> posts) {

    /// Stable identity, as it stands in audit records and idempotency keys.
    public String id() {
        return issuer + "#" + subject;
    }

    /// The subtrees over which the actor holds one of the roles; nothing when it holds none.
    public Reach reach(Role role, Role... others) {
        var wanted = EnumSet.of(role, others);
        return Reach.over(posts.stream()
                .filter(post -> wanted.contains(post.role()))
                .map(HeldPost::path)
                .toList());
    }

    /// The organisations at which the actor holds a post of any kind, not what lies below them.
    public Set<UUID> organisations() {
        return Set.copyOf(posts.stream().map(HeldPost::organisationId).toList());
    }

    /// The post that lets the actor act at this path, if any.
    public Optional<HeldPost> postFor(String path, Role role, Role... others) {
        var wanted = EnumSet.of(role, others);
        return posts.stream()
                .filter(post -> wanted.contains(post.role()) && path.startsWith(post.path()))
                .findFirst();
    }

    public boolean may(String path, Role role, Role... others) {
        return postFor(path, role, others).isPresent();
    }

    /// @throws KitProblem.RoleRequired when no post of the actor allows an act at this path (403)
    public HeldPost require(String path, Role role, Role... others) {
        return postFor(path, role, others)
                .orElseThrow(() -> new KitProblem.RoleRequired(String.join(", ", namesOf(role, others))));
    }

    /// The post at the top of the tree, for what is the same for the whole deployment.
    ///
    /// @throws KitProblem.RoleRequired when the actor holds none (403)
    public HeldPost requireAtTop(Role role) {
        return posts.stream()
                .filter(post -> post.role() == role
                        && post.path().indexOf('/') == post.path().length() - 1)
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired(String.join(", ", namesOf(role))));
    }

    private static List<String> namesOf(Role role, Role... others) {
        var all = EnumSet.of(role, others);
        return all.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
