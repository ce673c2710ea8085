package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.member.MemberFiles.imported;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;

/// Whoever is entered at an organisation after its members have passed on passes on as well.
@QuarkusTest
class LatecomersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);

    @Inject
    MemberSubjects subjects;

    private final Scene scene = new Scene();
    private final LocalDate today = Days.dayOf(Instant.now());
    private final KnownOrganisation ending = scene.aCell();
    private final KnownOrganisation successor = scene.aCell();

    @Test
    void who_is_imported_under_the_code_of_before_belongs_to_the_successor() {
        scene.end(ending, LAST_DAY, successor);
        awaitAllPassedOn();
        var done = imported(
                scene.administrator,
                "",
                "name,birthDate,category,status,organisationCode,from\n"
                        + "Phạm Thị Mai,1980-02-03,PARTY_MEMBER,ACTIVE," + ending.code() + ",2019-01-01\n");
        assertThat(done.getInt("accepted")).isOne();
        var member = UUID.fromString(done.getString("outcomes[0].id"));
        awaitAt(successor, member, LAST_DAY.plusDays(1));
        assertThat(lastDaysAt(ending, member)).containsExactly(LAST_DAY);
        awaitAllPassedOn();
    }

    @Test
    void who_joins_before_an_ending_that_is_to_come_passes_on_on_its_day() {
        var lastDay = today.plusDays(30);
        scene.end(ending, lastDay, successor);
        awaitAllPassedOn();
        var member = scene.aMember(ending).id();
        awaitAt(successor, member, lastDay.plusDays(1));
        assertThat(lastDaysAt(ending, member)).containsExactly(lastDay);
    }

    @Test
    void who_was_erased_stays_where_it_was_and_holds_nobody_up() {
        var erased = scene.aMember(ending).id();
        var other = scene.aMember(ending).id();
        var left = LocalDate.of(2025, 7, 5);
        Scene.execute("update membership set valid_to = ?2 where member_id = ?1", erased, left);
        QuarkusTransaction.requiringNew().run(() -> subjects.erase(erased));
        scene.end(ending, LAST_DAY, successor);
        awaitAt(successor, other, LAST_DAY.plusDays(1));
        awaitAllPassedOn();
        assertThat(lastDaysAt(ending, erased)).containsExactly(left);
    }

    @Test
    void nobody_is_erased_whose_membership_is_to_come() {
        var member = scene.aMember(ending).id();
        Scene.execute("update membership set valid_from = ?2 where member_id = ?1", member, today.plusDays(10));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> subjects.erase(member)))
                .isInstanceOf(MemberProblem.StillAMember.class);
    }

    private void awaitAllPassedOn() {
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from succession where organisation_id = ?1 and completed_at is not"
                                        + " null",
                                ending.id())
                        == 1);
    }

    private static void awaitAt(KnownOrganisation organisation, UUID member, LocalDate from) {
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from membership where organisation_id = ?1 and member_id = ?2"
                                        + " and valid_from = ?3",
                                organisation.id(),
                                member,
                                from)
                        == 1);
    }

    private static List<LocalDate> lastDaysAt(KnownOrganisation organisation, UUID member) {
        return query(
                "select valid_to from membership where organisation_id = ?1 and member_id = ?2",
                LocalDate.class,
                organisation.id(),
                member);
    }
}
