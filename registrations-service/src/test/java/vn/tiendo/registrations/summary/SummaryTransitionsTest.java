package vn.tiendo.registrations.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// The folded numbers against a count of the rows, after everything that may happen to a registration.
@QuarkusTest
class SummaryTransitionsTest {

    private static final int STEPS = 90;

    private enum Act {
        SUBMIT,
        SUBMIT_AGAIN,
        ACCEPT,
        GIVE_BACK,
        EXEMPT,
        REVOKE,
        OPT_IN,
        JOIN,
        TRANSFER,
        REOPEN
    }

    private final Scene scene = new Scene();
    private final KnownOrganisation board = TestTree.aChildOf(scene.committee);
    private final List<KnownOrganisation> cells =
            List.of(scene.aCell(), TestTree.aChildOf(board), TestTree.aChildOf(board));
    private final List<Person> people = new ArrayList<>();
    private final Map<Act, Integer> done = new EnumMap<>(Act.class);

    @Test
    void whatever_happens_the_numbers_are_those_of_a_recount_at_every_level() {
        for (int i = 0; i < 9; i++) {
            people.add(scene.aMember(i % 4 == 3 ? "RETIRED" : "ACTIVE", cells.get(i % 3)));
        }
        var campaign = scene.open(cells.toArray(KnownOrganisation[]::new));
        var random = new Random(20240519);
        for (int step = 0; step < STEPS; step++) {
            var act = Act.values()[random.nextInt(Act.values().length)];
            var person = people.get(random.nextInt(people.size()));
            if (happens(act, person, campaign, random)) {
                done.merge(act, 1, Integer::sum);
            }
            if (step % 15 == 14) {
                assertNumbers(campaign);
            }
        }
        Scene.awaitFolded();
        assertNumbers(campaign);
        assertThat(done.keySet()).as("acts that went through").contains(Act.values());
    }

    /// @return whether it was not refused
    private boolean happens(Act act, Person person, UUID campaign, Random random) {
        var id = registrationOf(person, campaign);
        var path = "registrations/" + id + "/";
        return switch (act) {
            case SUBMIT, SUBMIT_AGAIN -> Scene.submit(person.token(), id, "*").statusCode() == 200;
            case ACCEPT -> command(scene.officer, path + "acceptance", null).statusCode() == 200;
            case GIVE_BACK ->
                command(scene.officer, path + "return", Map.of("reason", "Chưa rõ"))
                                .statusCode()
                        == 200;
            case EXEMPT ->
                create(
                                        scene.officer,
                                        "exemptions",
                                        Map.of(
                                                "registrationId",
                                                id,
                                                "ground",
                                                "ILLNESS",
                                                "decisionNumber",
                                                "1",
                                                "decidedOn",
                                                "2024-01-05",
                                                "reviewOn",
                                                "2080-01-01"))
                                .statusCode()
                        == 201;
            case REVOKE -> exemption(id, scene.officer, "revocation", Map.of("reason", "Khỏi bệnh"));
            case OPT_IN -> exemption(id, person.token(), "opt-in", null);
            case JOIN -> joins(campaign, random);
            case TRANSFER -> isTransferred(person, campaign);
            case REOPEN ->
                command(
                                        scene.officer,
                                        "campaigns/" + campaign + "/reopenings",
                                        Map.of(
                                                "organisationId",
                                                cells.getFirst().id(),
                                                "until",
                                                LocalDate.now().plusDays(9).toString(),
                                                "reason",
                                                "Bão"))
                                .statusCode()
                        == 200;
        };
    }

    private static boolean exemption(UUID registration, String token, String what, Map<String, ?> body) {
        var held =
                Scene.uuids("select id from exemption where registration_id = ?1 and ended_at is null", registration);
        return !held.isEmpty()
                && command(token, "exemptions/" + held.getFirst() + "/" + what, body)
                                .statusCode()
                        == 200;
    }

    /// Somebody new in a unit owes soon after.
    private boolean joins(UUID campaign, Random random) {
        var person = scene.aMember(cells.get(random.nextInt(cells.size())));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Scene.uuids(
                                "select id from registration where campaign_id = ?1 and member_id = ?2",
                                campaign,
                                person.id())
                        .isEmpty());
        people.add(person);
        return true;
    }

    /// Between the two cells of the board: the registration goes along, or stays where it is.
    private boolean isTransferred(Person person, UUID campaign) {
        var from = cells.get(1).id();
        return command(
                                scene.officer,
                                "members/" + person.id() + "/transfers",
                                Map.of(
                                        "fromOrganisationId",
                                        from,
                                        "toOrganisationId",
                                        cells.get(2).id(),
                                        "from",
                                        LocalDate.now().toString()))
                        .statusCode()
                == 200;
    }

    private void assertNumbers(UUID campaign) {
        var all = new ArrayList<>(cells);
        all.add(board);
        all.add(scene.committee);
        for (var organisation : all) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(summary(campaign, organisation))
                            .as(organisation.name())
                            .isEqualTo(recount(campaign, organisation)));
        }
    }

    private String summary(UUID campaign, KnownOrganisation organisation) {
        var view = get(scene.officer, "campaigns/" + campaign + "/summary?organisation=" + organisation.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return List.of("owes", "submitted", "accepted", "exempt", "returned", "missing", "late").stream()
                .map(view::getInt)
                .toList()
                .toString();
    }

    /// Told in SQL from the states alone.
    private static String recount(UUID campaign, KnownOrganisation organisation) {
        return query("""
                        select '[' || concat_ws(', ', count(*),
                               count(*) filter (where status = 'SUBMITTED' and exempted_at is null),
                               count(*) filter (where status in ('ACCEPTED', 'CLOSED')),
                               count(*) filter (where exempted_at is not null and status not in ('ACCEPTED', 'CLOSED')),
                               count(*) filter (where status = 'RETURNED' and exempted_at is null),
                               count(*) filter (where status = 'OWED'),
                               count(*) filter (where status in ('SUBMITTED', 'ACCEPTED', 'CLOSED')
                                 and exempted_at is null and counted_at >= r.due_at)) || ']'
                          from registration r join campaign_unit u on u.id = r.unit_id
                         where r.campaign_id = ?1 and r.status <> 'LEFT' and starts_with(u.organisation_path, ?2)""", String.class, campaign, organisation.path()).getFirst();
    }
}
