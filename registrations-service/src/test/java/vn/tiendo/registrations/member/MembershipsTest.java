package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MembershipsTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Example
    void a_transfer_ends_the_day_before_and_begins_in_the_same_place_of_the_order() {
        var held = List.of(at(A, 0, null), at(B, 0, 300));
        var after = Memberships.transferred(held, A, C, "c/", START.plusDays(100));
        assertThat(after).usingRecursiveComparison().isEqualTo(List.of(at(C, 100, null), at(B, 0, 300), at(A, 0, 99)));
    }

    @Example
    void a_membership_that_begins_on_the_day_of_the_transfer_was_never_there() {
        var after = Memberships.transferred(List.of(at(A, 5, 10)), A, C, "c/", START.plusDays(5));
        assertThat(after).usingRecursiveComparison().isEqualTo(List.of(at(C, 5, 10)));
    }

    @Example
    void who_does_not_belong_there_on_that_day_is_not_transferred() {
        var held = List.of(at(A, 0, 9));
        assertThatThrownBy(() -> Memberships.transferred(held, A, C, "c/", START.plusDays(10)))
                .isInstanceOf(MemberProblem.NotAMemberThere.class);
        assertThatThrownBy(() -> Memberships.transferred(held, B, C, "c/", START.plusDays(5)))
                .isInstanceOf(MemberProblem.NotAMemberThere.class);
    }

    @Example
    void nobody_is_transferred_to_where_it_belongs_already() {
        var held = List.of(at(A, 0, null), at(B, 50, null));
        assertThatThrownBy(() -> Memberships.transferred(held, A, B, "b/", START.plusDays(10)))
                .isInstanceOf(MemberProblem.MembershipsOverlap.class);
    }

    @Example
    void who_belongs_somewhere_is_looked_after_there_and_no_more_where_it_was() {
        var held = List.of(at(C, 100, null), at(B, 0, 300), at(A, 0, 99));
        assertThat(inCharge(held, 99)).containsExactly(B, A);
        assertThat(inCharge(held, 100)).containsExactly(C, B);
        assertThat(inCharge(held, 301)).containsExactly(C);
    }

    @Example
    void who_belongs_nowhere_is_looked_after_where_it_was_last() {
        var held = List.of(at(A, 0, 20), at(B, 5, 30), at(C, 8, 30));
        assertThat(inCharge(held, 31)).containsExactly(B, C);
        assertThat(inCharge(List.of(at(A, 0, 20), at(B, 50, null)), 40)).containsExactly(A);
        assertThat(inCharge(List.of(at(B, 50, null)), 40)).containsExactly(B);
    }

    private static List<UUID> inCharge(List<Membership> held, int day) {
        return Memberships.inCharge(held, START.plusDays(day)).stream()
                .map(Membership::organisationId)
                .toList();
    }

    @Example
    void two_histories_become_one_without_losing_a_day() {
        var first = List.of(at(A, 0, 10), at(B, 20, null));
        var second = List.of(at(A, 5, 15), at(C, 0, null), at(B, 0, 19));
        assertThat(Memberships.united(first, second))
                .usingRecursiveComparison()
                .isEqualTo(List.of(at(A, 0, 15), at(B, 20, null), at(C, 0, null), at(B, 0, 19)));
    }

    @Property
    void united_memberships_hold_on_exactly_the_days_of_either_and_never_twice(
            @ForAll("histories") List<Membership> first, @ForAll("histories") List<Membership> second) {
        var one = Memberships.united(List.of(), first);
        var other = Memberships.united(List.of(), second);
        var united = Memberships.united(one, other);
        for (var organisation : List.of(A, B, C)) {
            IntStream.range(0, 40).mapToObj(START::plusDays).forEach(day -> {
                var expected = holds(first, organisation, day) > 0 || holds(second, organisation, day) > 0;
                assertThat(holds(united, organisation, day))
                        .as(organisation + " on " + day)
                        .isEqualTo(expected ? 1 : 0);
            });
        }
        if (!one.isEmpty()) {
            assertThat(united.getFirst().organisationId())
                    .isEqualTo(one.getFirst().organisationId());
        }
    }

    @Provide
    Arbitrary<List<Membership>> histories() {
        var places = Arbitraries.of(A, B, C);
        var days = Arbitraries.integers().between(0, 30);
        var lengths = Arbitraries.integers().between(0, 12).injectNull(0.2);
        return Combinators.combine(places, days, lengths)
                .as((place, from, length) -> at(place, from, length == null ? null : from + length))
                .list()
                .ofMaxSize(5);
    }

    private static long holds(List<Membership> memberships, UUID organisation, LocalDate day) {
        return memberships.stream()
                .filter(each -> each.organisationId().equals(organisation) && each.holdsOn(day))
                .count();
    }

    private static Membership at(UUID organisation, int from, @Nullable Integer to) {
        var path = organisation.equals(A) ? "a/" : organisation.equals(B) ? "b/" : "c/";
        return new Membership(organisation, path, START.plusDays(from), to == null ? null : START.plusDays(to));
    }
}
