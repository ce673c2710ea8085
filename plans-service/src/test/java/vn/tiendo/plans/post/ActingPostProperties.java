package vn.tiendo.plans.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

class ActingPostProperties {

    private static final UUID PLACE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

    record Case(List<Post> posts, Map<UUID, List<PostAbsence>> absences) {}

    @Property
    void who_acts_holds_the_post_is_there_and_stands_in_only_for_who_is_not(@ForAll("cases") Case given) {
        var acting = ActingPost.on(DAY, given.posts, given.absences);
        for (var each : acting) {
            assertThat(each.post().isHeldOn(DAY)).isTrue();
            assertThat(isAbsent(each.post(), given)).isFalse();
            if (each.standsInFor() == null) {
                assertThat(each.post().deputyOf()).isNull();
            } else {
                assertThat(each.standsInFor().deputyOf()).isNull();
                assertThat(isAbsent(each.standsInFor(), given)).isTrue();
                assertThat(each.standsInFor().isHeldOn(DAY)).isTrue();
            }
        }
        assertThat(new HashSet<>(acting)).hasSameSizeAs(acting);
        given.posts.stream()
                .filter(post -> post.deputyOf() == null && post.isHeldOn(DAY) && !isAbsent(post, given))
                .forEach(post -> assertThat(acting).contains(new ActingPost(post, null)));
        for (var deputy : given.posts) {
            if (deputy.deputyOf() != null && deputy.isHeldOn(DAY) && !isAbsent(deputy, given)) {
                var asked = acting.stream().anyMatch(each -> each.post() == deputy);
                assertThat(asked).isEqualTo(everybodyAboveIsHeldAndAbsent(deputy, given));
            }
        }
    }

    @Example
    void a_deputy_of_an_absent_deputy_stands_in_for_the_holder() {
        var holder = post(null, null);
        var deputy = post(holder.id(), null);
        var second = post(deputy.id(), null);
        var posts = List.of(holder, deputy, second);
        assertThat(ActingPost.on(DAY, posts, Map.of())).containsExactly(new ActingPost(holder, null));
        assertThat(ActingPost.on(DAY, posts, absent(holder))).containsExactly(new ActingPost(deputy, holder));
        assertThat(ActingPost.on(DAY, posts, absent(holder, deputy))).containsExactly(new ActingPost(second, holder));
        assertThat(ActingPost.on(DAY, posts, absent(holder, deputy, second))).isEmpty();
        assertThat(ActingPost.on(DAY.plusDays(1), posts, absent(holder))).containsExactly(new ActingPost(holder, null));
    }

    private static boolean everybodyAboveIsHeldAndAbsent(Post deputy, Case given) {
        var above = deputy.deputyOf();
        while (above != null) {
            var id = above;
            var post = given.posts.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (!post.isHeldOn(DAY) || !isAbsent(post, given)) {
                return false;
            }
            above = post.deputyOf();
        }
        return true;
    }

    private static boolean isAbsent(Post post, Case given) {
        return given.absences.containsKey(post.id());
    }

    private static Map<UUID, List<PostAbsence>> absent(Post... posts) {
        var absences = new HashMap<UUID, List<PostAbsence>>();
        for (var post : posts) {
            absences.put(post.id(), List.of(new PostAbsence(post.id(), DAY, DAY, null)));
        }
        return absences;
    }

    private static Post post(@Nullable UUID deputyOf, @Nullable LocalDate to) {
        return new Post(
                PLACE, Role.COMMITTEE_LEADER, "i", UUID.randomUUID().toString(), DAY.minusYears(1), to, deputyOf);
    }

    @Provide
    Arbitrary<Case> cases() {
        var shapes = Combinators.combine(
                        Arbitraries.integers().between(-1, 7),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false))
                .as((above, held, absent) -> new Object[] {above, held, absent});
        return shapes.list().ofMinSize(1).ofMaxSize(8).map(all -> {
            var posts = new ArrayList<Post>();
            var absences = new HashMap<UUID, List<PostAbsence>>();
            for (var shape : all) {
                int above = (int) shape[0];
                var post = post(
                        above >= 0 && above < posts.size() ? posts.get(above).id() : null,
                        (boolean) shape[1] ? null : DAY.minusDays(1));
                posts.add(post);
                if ((boolean) shape[2]) {
                    absences.putAll(absent(post));
                }
            }
            return new Case(posts, absences);
        });
    }
}
