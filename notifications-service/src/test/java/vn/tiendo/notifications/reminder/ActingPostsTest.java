package vn.tiendo.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.notifications.reminder.ActingPosts.Held;
import vn.tiendo.notifications.reminder.ActingPosts.Place;

class ActingPostsTest {

    private static final UUID CELL = new UUID(0, 1);
    private static final UUID SECRETARY = new UUID(0, 2);
    private static final UUID DEPUTY = new UUID(0, 3);
    private static final UUID DEPUTY_OF_DEPUTY = new UUID(0, 4);

    @Test
    void the_holder_acts_and_its_deputy_does_not() {
        assertThat(acting(holder(SECRETARY, null, false), holder(DEPUTY, SECRETARY, false)))
                .containsExactly(SECRETARY);
    }

    @Test
    void while_the_holder_is_away_its_deputy_acts() {
        assertThat(acting(holder(SECRETARY, null, true), holder(DEPUTY, SECRETARY, false)))
                .containsExactly(DEPUTY);
    }

    @Test
    void for_a_deputy_who_is_away_too_its_own_deputy_acts() {
        assertThat(acting(
                        holder(SECRETARY, null, true),
                        holder(DEPUTY, SECRETARY, true),
                        holder(DEPUTY_OF_DEPUTY, DEPUTY, false)))
                .containsExactly(DEPUTY_OF_DEPUTY);
    }

    @Test
    void when_all_are_away_the_holder_is_told_all_the_same() {
        assertThat(acting(holder(SECRETARY, null, true), holder(DEPUTY, SECRETARY, true)))
                .containsExactly(SECRETARY);
    }

    @Test
    void for_a_post_that_is_vacant_its_deputy_acts() {
        assertThat(acting(holder(DEPUTY, SECRETARY, false))).containsExactly(DEPUTY);
    }

    @Test
    void deputies_of_one_another_who_are_all_away_end_the_search() {
        assertThat(acting(
                        holder(SECRETARY, null, true),
                        holder(DEPUTY, SECRETARY, true),
                        holder(DEPUTY_OF_DEPUTY, DEPUTY, true)))
                .containsExactly(SECRETARY);
    }

    private static List<UUID> acting(Held... posts) {
        return ActingPosts.of(List.of(posts)).get(new Place(CELL, Role.CELL_SECRETARY)).stream()
                .map(Held::id)
                .toList();
    }

    private static Held holder(UUID id, @Nullable UUID deputyOf, boolean absent) {
        return new Held(id, CELL, Role.CELL_SECRETARY, "issuer", id.toString(), deputyOf, absent, "vi");
    }
}
