package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// No change of a membership is lost to the rosters, be it made at the same moment, after a campaign is
/// closed or before a unit is named.
@QuarkusTest
class FollowMembershipsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    MembershipLooks looks;

    @Inject
    EntityManager entities;

    private final Scene scene = new Scene();
    private final LocalDate today = Days.dayOf(Instant.now());
    private KnownOrganisation cell;
    private KnownOrganisation other;
    private Person member;

    @BeforeEach
    void a_member_of_the_first_of_two_cells() {
        cell = scene.aCell();
        other = scene.aCell();
        member = scene.aMember(cell);
    }

    @Test
    void a_second_membership_is_seen_though_a_look_waited_before_it_was_committed() throws Exception {
        awaitLookedAt(member);
        var day = today.plusDays(9);
        QuarkusTransaction.requiringNew().run(() -> looks.lookAt(List.of(member.id(), member.id()), day));
        whileStillWriting(() -> join(other, day), () -> assertThat(dueOn(day)).doesNotContain(member.id()));
        assertThat(dueOn(day)).contains(member.id());
    }

    @Test
    void so_is_what_is_found_while_a_roster_is_written_down() throws Exception {
        awaitLookedAt(member);
        var day = today.plusDays(9);
        QuarkusTransaction.requiringNew().run(() -> looks.lookAt(List.of(member.id()), day));
        whileStillWriting(
                () -> looks.lookAt(List.of(member.id()), day),
                () -> assertThat(dueOn(day)).doesNotContain(member.id()));
        assertThat(dueOn(day)).contains(member.id());
    }

    @Test
    void whoever_moves_after_the_closing_is_followed_up_by_both_units() {
        var silent = scene.aMember(cell);
        var campaign = scene.open(cell, other);
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        accept(scene.officer, id, "\"1\"").then().statusCode(200);
        command(scene.officer, "campaigns/" + campaign + "/closure", null)
                .then()
                .statusCode(200);

        transfer(member);
        transfer(silent);
        var newcomer = scene.aMember(other);

        var secretary = scene.aSecretaryOf(other);
        await().atMost(SOON)
                .untilAsserted(
                        () -> get(secretary, "registrations/" + id).then().statusCode(200));
        get(scene.aSecretaryOf(cell), "registrations/" + id)
                .then()
                .statusCode(200)
                .body(
                        "registration.organisationIds",
                        contains(cell.id().toString(), other.id().toString()));
        var attained = List.of("study", "follow", "exemplaryConduct").stream()
                .map(item -> Map.of("item", item, "attainment", "DONE"))
                .toList();
        command(
                        member.token(),
                        "registrations/" + id + "/self-assessment",
                        etagOf(member.token(), id),
                        Map.of("items", attained))
                .then()
                .statusCode(200);
        command(secretary, "registrations/" + id + "/collective-comment", Map.of("comment", "Nhất trí"))
                .then()
                .statusCode(200);
        awaitLookedAt(silent);
        awaitLookedAt(newcomer);
        assertThat(statuses(silent, campaign)).containsExactly("OWED");
        assertThat(statuses(newcomer, campaign)).isEmpty();
    }

    /// A look has read the registrations and not yet the places when the campaign is closed.
    @Test
    void nobody_leaves_because_the_campaign_is_closed_during_a_look() {
        var campaign = scene.open(cell, other);
        awaitLookedAt(member);
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("lock table member in access exclusive mode")
                    .executeUpdate();
            QuarkusTransaction.requiringNew().run(() -> looks.lookAt(List.of(member.id()), today));
            await().atMost(SOON).until(() -> count("""
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like '%from member%campaign_unit%'""") > 0);
            entities.createNativeQuery("update campaign set status = 'CLOSED', closed_at = now() where id = ?1")
                    .setParameter(1, campaign)
                    .executeUpdate();
        });
        awaitLookedAt(member);
        assertThat(statuses(member, campaign)).containsExactly("OWED");
    }

    /// A look has read when the unit owes, and still writes, when the unit is given another date.
    @Test
    void who_comes_while_the_date_changes_is_given_the_new_one() {
        scene.issuePlan();
        var assignment = scene.assign(other, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        var later = Scene.tomorrow().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
        var newcomer = new ArrayList<Person>();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("lock table registration in share mode").executeUpdate();
            newcomer.add(scene.aMember(other));
            await().atMost(SOON).until(() -> count("""
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like 'insert into registration %'""") > 0);
            scene.assign(assignment, other.id(), "2024", later, 2);
            await().atMost(SOON).until(() -> count("""
                select count(*) from campaign_unit where campaign_id = ?1 and due_at = ?2
                   and (not dates_pending or exists (select 1 from pg_stat_activity
                     where wait_event_type = 'Lock' and query like '%tiendo/rosters%'))""", campaign, later) > 0);
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(query(
                                "select distinct due_at from registration where campaign_id = ?1",
                                Instant.class,
                                campaign))
                        .containsExactly(later));
        assertThat(statuses(newcomer.getFirst(), campaign)).containsExactly("OWED");
    }

    @Test
    void what_was_closed_itself_is_shown_to_no_further_unit() {
        var campaign = scene.open(cell, other);
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        accept(scene.officer, id, "\"1\"").then().statusCode(200);
        command(scene.officer, "campaigns/" + campaign + "/closure", null)
                .then()
                .statusCode(200);
        Scene.execute("update registration set status = 'CLOSED', closed_at = now() where id = ?1", id);
        transfer(member);
        awaitLookedAt(member);
        get(scene.aSecretaryOf(other), "registrations/" + id).then().statusCode(404);
    }

    @Test
    void who_had_left_the_roster_owes_again_where_a_unit_is_named_later() {
        var both = scene.aMember(cell, other);
        var campaign = scene.open(cell);
        Scene.execute(
                "update membership set valid_to = ?2 where member_id = ?1 and ordinal = 0",
                both.id(),
                today.minusDays(1));
        await().atMost(SOON).until(() -> statuses(both, campaign).equals(List.of("LEFT")));
        awaitLookedAt(both);
        scene.assign(other, Scene.tomorrow());
        await().atMost(SOON).until(() -> statuses(both, campaign).equals(List.of("OWED")));
        assertThat(query("select organisation_id from registration where member_id = ?1", UUID.class, both.id()))
                .containsExactly(other.id());
    }

    /// Somebody has written and not committed yet.
    private static void whileStillWriting(Runnable writing, Runnable meanwhile) throws Exception {
        var written = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        try (var others = Executors.newSingleThreadExecutor()) {
            var writer = others.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                writing.run();
                written.countDown();
                seen.await();
                return true;
            }));
            try {
                written.await();
                meanwhile.run();
            } finally {
                seen.countDown();
            }
            writer.get();
        }
    }

    private void join(KnownOrganisation organisation, LocalDate from) {
        entities.createNativeQuery("insert into membership (member_id, ordinal, organisation_id, organisation_path,"
                        + " valid_from) values (?1, 1, ?2, ?3, ?4)")
                .setParameter(1, member.id())
                .setParameter(2, organisation.id())
                .setParameter(3, organisation.path())
                .setParameter(4, from)
                .executeUpdate();
    }

    /// Who would be looked at; the looks stay.
    private List<UUID> dueOn(LocalDate day) {
        QuarkusTransaction.begin();
        try {
            return looks.take(100_000, day);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void transfer(Person person) {
        command(
                        scene.officer,
                        "members/" + person.id() + "/transfers",
                        Map.of(
                                "fromOrganisationId", cell.id(),
                                "toOrganisationId", other.id(),
                                "from", today))
                .then()
                .statusCode(200);
    }

    private void awaitLookedAt(Person person) {
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from membership_look where member_id = ?1 and look_on <= ?2",
                                person.id(),
                                today)
                        == 0);
    }

    private static List<String> statuses(Person person, UUID campaign) {
        return query(
                "select status from registration where member_id = ?1 and campaign_id = ?2",
                String.class,
                person.id(),
                campaign);
    }
}
