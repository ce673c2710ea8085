package vn.tiendo.reporting.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;

/// Who may read the list of the late of `province/town/`.
class PublishedLateListTest {

    private static boolean mayRead(Role role, String path, boolean published) {
        var post = new HeldPost(UUID.randomUUID(), role, UUID.randomUUID(), path);
        return TimelinessService.mayReadLate(new Actor("i", "s", List.of(post)), "province/town/", published);
    }

    @Test
    void superiors_may_whether_it_is_published_or_not() {
        for (var published : List.of(true, false)) {
            assertThat(mayRead(Role.COMMITTEE_OFFICER, "province/", published)).isTrue();
            assertThat(mayRead(Role.AUDITOR, "province/town/", published)).isTrue();
        }
    }

    @Test
    void members_and_secretaries_below_may_where_it_is_published() {
        assertThat(mayRead(Role.MEMBER, "province/town/ward/", true)).isTrue();
        assertThat(mayRead(Role.CELL_SECRETARY, "province/town/ward/", true)).isTrue();
        assertThat(mayRead(Role.MEMBER, "province/town/ward/", false)).isFalse();
        assertThat(mayRead(Role.CELL_SECRETARY, "province/town/ward/", false)).isFalse();
    }

    @Test
    void those_elsewhere_and_members_above_may_not() {
        for (var published : List.of(true, false)) {
            assertThat(mayRead(Role.COMMITTEE_LEADER, "province/other/", published))
                    .isFalse();
            assertThat(mayRead(Role.MEMBER, "province/", published)).isFalse();
        }
        assertThat(TimelinessService.mayReadLate(new Actor("i", "s", List.of()), "province/town/", true))
                .isFalse();
    }
}
