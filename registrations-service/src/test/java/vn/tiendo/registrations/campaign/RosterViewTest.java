package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.campaign.RosterApi.RosterView;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;

class RosterViewTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 1);

    @Test
    void a_roster_is_what_was_frozen_and_what_came_and_went() {
        var view = view(Map.of(
                Kind.FROZEN, new RosterRepository.Size(100, 12),
                Kind.JOINED, new RosterRepository.Size(7, 1),
                Kind.LEFT, new RosterRepository.Size(-4, -1),
                Kind.EXEMPTED, new RosterRepository.Size(0, 3),
                Kind.OPTED_IN, new RosterRepository.Size(0, -2),
                Kind.TAKEN_OVER, new RosterRepository.Size(10, 2)));
        assertThat(view.frozen()).isEqualTo(100);
        assertThat(view.joined()).isEqualTo(7);
        assertThat(view.left()).isEqualTo(4);
        assertThat(view.movedIn()).isEqualTo(10);
        assertThat(view.roster()).isEqualTo(113);
        assertThat(view.exempt()).isEqualTo(15);
        assertThat(view.denominator()).isEqualTo(98);
    }

    @Property(tries = 200)
    void its_parts_always_add_up(
            @ForAll @Size(value = 10) List<@IntRange(min = -50, max = 50) Integer> owes,
            @ForAll @Size(value = 10) List<@IntRange(min = -50, max = 50) Integer> exempt) {
        var sizes = new EnumMap<Kind, RosterRepository.Size>(Kind.class);
        for (var kind : Kind.values()) {
            sizes.put(kind, new RosterRepository.Size(owes.get(kind.ordinal()), exempt.get(kind.ordinal())));
        }
        var view = view(sizes);
        assertThat(view.frozen() + view.joined() - view.left() + view.movedIn()).isEqualTo(view.roster());
        assertThat(view.roster())
                .isEqualTo(owes.stream().mapToInt(Integer::intValue).sum());
        assertThat(view.denominator() + view.exempt()).isEqualTo(view.roster());
    }

    private static RosterView view(Map<Kind, RosterRepository.Size> sizes) {
        var id = UUID.randomUUID();
        var campaign =
                new Campaign(new Campaign.Origin(id, id, id, "REGISTRATION", "x", Set.of(), null), Instant.EPOCH);
        return RosterView.of(campaign, id, DAY, sizes);
    }
}
