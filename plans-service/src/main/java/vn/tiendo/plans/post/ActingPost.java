package vn.tiendo.plans.post;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A post whose holder acts on a day: its own, or as deputy for one who is absent.
///
/// @param standsInFor the post of the absent one; null when the holder itself acts
record ActingPost(Post post, @Nullable Post standsInFor) {

    /// Holders act unless they are absent; then their deputies do, and for absent deputies theirs. A deputy acts for
    /// nobody else and never beside the one it stands in for.
    ///
    /// @param posts of one role at one organisation, held on the day or not
    /// @param absences by post
    static List<ActingPost> on(LocalDate day, List<Post> posts, Map<UUID, List<PostAbsence>> absences) {
        return posts.stream()
                .filter(post -> post.deputyOf() == null && post.isHeldOn(day))
                .flatMap(holder -> isAbsent(holder, day, absences)
                        ? deputies(holder, holder, day, posts, absences, new HashSet<>())
                        : Stream.of(new ActingPost(holder, null)))
                .toList();
    }

    private static Stream<ActingPost> deputies(
            Post absent,
            Post holder,
            LocalDate day,
            List<Post> posts,
            Map<UUID, List<PostAbsence>> absences,
            Set<UUID> asked) {
        return posts.stream()
                .filter(post -> absent.id().equals(post.deputyOf()) && post.isHeldOn(day) && asked.add(post.id()))
                .flatMap(deputy -> isAbsent(deputy, day, absences)
                        ? deputies(deputy, holder, day, posts, absences, asked)
                        : Stream.of(new ActingPost(deputy, holder)));
    }

    private static boolean isAbsent(Post post, LocalDate day, Map<UUID, List<PostAbsence>> absences) {
        return absences.getOrDefault(post.id(), List.of()).stream().anyMatch(absence -> absence.covers(day));
    }
}
