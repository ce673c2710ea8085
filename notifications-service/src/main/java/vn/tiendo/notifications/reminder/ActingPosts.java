package vn.tiendo.notifications.reminder;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// Who acts in a role on a day.
///
/// Holders act unless they are absent; then their deputies do, and for absent deputies theirs. A deputy whose
/// principal holds the post no longer acts for it. When all are absent the holder is told all the same: somebody
/// must know.
final class ActingPosts {

    private ActingPosts() {}

    /// A post that is held on the day.
    record Held(
            UUID id,
            UUID organisationId,
            Role role,
            String issuer,
            String subject,
            @Nullable UUID deputyOf,
            boolean absent,
            String language) {}

    /// Whoever acts, by organisation and role.
    ///
    /// @param posts held on the day, in the order in which holders are to be told
    static Map<Place, List<Held>> of(Collection<Held> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(
                        post -> new Place(post.organisationId, post.role),
                        HashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ActingPosts::acting)));
    }

    /// An organisation and a role there.
    record Place(UUID organisationId, Role role) {}

    private static List<Held> acting(List<Held> posts) {
        var held = posts.stream().map(Held::id).collect(Collectors.toSet());
        return posts.stream()
                .filter(post -> post.deputyOf == null || !held.contains(post.deputyOf))
                .flatMap(holder -> actingFor(holder, posts))
                .distinct()
                .toList();
    }

    private static Stream<Held> actingFor(Held holder, List<Held> posts) {
        if (!holder.absent) {
            return Stream.of(holder);
        }
        var deputies = deputies(holder, posts, new HashSet<>()).toList();
        return deputies.isEmpty() ? Stream.of(holder) : deputies.stream();
    }

    private static Stream<Held> deputies(Held absent, List<Held> posts, Set<UUID> asked) {
        return posts.stream()
                .filter(post -> absent.id.equals(post.deputyOf) && asked.add(post.id))
                .flatMap(deputy -> deputy.absent ? deputies(deputy, posts, asked) : Stream.of(deputy));
    }
}
