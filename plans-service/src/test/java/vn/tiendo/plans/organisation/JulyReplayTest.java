package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.organisation.RestructuringFixtures.aCode;
import static vn.tiendo.plans.organisation.RestructuringFixtures.create;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decided;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.idOf;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.plans.PlansWorld.Unit;

/// July 2025 in two sample provinces, in the middle of a campaign: communes are merged, the districts are abolished and
/// the smaller province joins the larger one, by one decision each.
@QuarkusTest
class JulyReplayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST_OF_JUNE = "2025-06-30";
    private static final String FIRST_OF_JULY = "2025-07-01";

    private static final String OPEN = "stage in ('OPEN', 'RETURNED', 'SUBMITTED') and closed_at is null";

    /// A district with three communes, each with two cells.
    private record District(Unit self, List<Unit> communes, Map<UUID, List<Unit>> cells) {

        static District of(Unit province) {
            var self = aUnit(province.id(), "DISTRICT_COMMITTEE");
            var cells = new LinkedHashMap<UUID, List<Unit>>();
            var communes = Stream.generate(() -> aUnit(self.id(), "GRASSROOTS_COMMITTEE"))
                    .limit(3)
                    .toList();
            communes.forEach(commune -> cells.put(
                    commune.id(),
                    Stream.generate(() -> aUnit(commune.id(), "CELL")).limit(2).toList()));
            return new District(self, communes, cells);
        }

        Stream<Unit> all() {
            return Stream.concat(
                    Stream.of(self),
                    Stream.concat(communes.stream(), cells.values().stream().flatMap(List::stream)));
        }
    }

    private Unit large;
    private Unit small;
    private List<District> districts;
    private List<Unit> provinces;

    @BeforeEach
    void grow() {
        TestClock.setTo(LocalDateTime.of(2024, 3, 13, 8, 0));
        large = aProvince();
        small = aProvince();
        provinces = List.of(large, small);
        districts = List.of(District.of(large), District.of(large), District.of(small));
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void nothing_is_lost_and_2024_stays_what_it_was() {
        var closed = anIssuedPlan(large.id(), aCampaign(large, 2024, LocalDate.of(2024, 11, 10)));
        fulfilHalf(large, closed);
        close(large, closed);
        TestClock.setTo(LocalDateTime.of(2025, 6, 20, 8, 0));
        var current = new HashMap<Unit, UUID>();
        provinces.forEach(province -> {
            var plan = anIssuedPlan(province.id(), aCampaign(province, 2025, LocalDate.of(2025, 11, 10)));
            fulfilHalf(province, plan);
            current.put(province, plan);
        });
        var draft = aDraftOf(districts.getFirst().self());
        var junes = new HashMap<Unit, Map<UUID, UUID>>();
        provinces.forEach(province -> junes.put(province, tree(province, LAST_OF_JUNE)));
        var totals = totalsOf2024(closed);
        var open = rows(OPEN);
        var settled = rows("not (" + OPEN + ")");
        assertThat(open).isNotEmpty();
        // of each campaign of 2025, half of 10 duties per district are done; of 2024 all are closed
        assertThat(open).hasSize(3 * 5);
        assertThat(settled).hasSize(2 * 10 + 3 * 5);

        TestClock.setTo(LocalDateTime.of(2025, 7, 15, 8, 0));
        var merged = new LinkedHashMap<District, String>();
        districts.forEach(district -> merged.put(district, aCode()));
        // each new commune takes the first two communes of a district, under the district still
        var mergers = new ArrayList<Map<String, Object>>();
        merged.forEach((district, code) -> mergers.add(merge(
                create(
                        code,
                        "Đảng ủy xã mới",
                        "GRASSROOTS_COMMITTEE",
                        district.self().id()),
                district.communes().get(0).id(),
                district.communes().get(1).id())));
        decided(FIRST_OF_JULY, mergers.toArray(Map[]::new));
        decided(
                FIRST_OF_JULY,
                districts.stream()
                        .map(district -> dissolve(district.self().id()))
                        .toArray(Map[]::new));
        decided(FIRST_OF_JULY, merge(ref(large.id()), small.id()));

        provinces.forEach(province -> assertThat(tree(province, LAST_OF_JUNE)).isEqualTo(junes.get(province)));
        assertThat(tree(large, FIRST_OF_JULY)).isEqualTo(treeOfJuly(merged));
        assertThat(tree(small, FIRST_OF_JULY)).isEmpty();
        assertThat(totalsOf2024(closed)).isEqualTo(totals);
        assertThat(rows("not (" + OPEN + ") and transferred_at is null")).containsAllEntriesOf(settled);
        everyOpenAssignmentIsOpenAtExactlyOneOrganisation(open);
        theDraftWentOn(draft);
        theEventsTellTheSame();
    }

    private void everyOpenAssignmentIsOpenAtExactlyOneOrganisation(Map<String, String> before) {
        var now = rows(OPEN);
        var reached = new TreeSet<String>();
        before.keySet().forEach(id -> {
            var current = id;
            while (!now.containsKey(current)) {
                var next = TestDatabase.ask(
                                "select transferred_to_assignment_id from assignment where id = ?::uuid", current)
                        .getFirst();
                assertThat(next)
                        .as("assignment %s is neither open nor passed on", current)
                        .isNotNull();
                current = next;
            }
            assertThat(duty(current)).isEqualTo(duty(id));
            reached.add(current);
        });
        assertThat(now.keySet()).as("nothing is owed that was not owed before").isEqualTo(reached);
        assertThat(TestDatabase.ask("""
                select a.id from assignment a join organisation o on o.id = a.organisation_id
                 where %s and o.valid_to is not null""".formatted(OPEN)).stream().filter(now::containsKey))
                .as("open at an organisation that has ended")
                .isEmpty();
    }

    private static String duty(String assignment) {
        return TestDatabase.ask(
                        "select obligation_id || ' ' || occurrence || ' ' || due_at from assignment where id = ?::uuid",
                        assignment)
                .getFirst();
    }

    private Map<UUID, UUID> treeOfJuly(Map<District, String> merged) {
        var expected = new LinkedHashMap<UUID, UUID>();
        expected.put(large.id(), large.parentId());
        merged.forEach((district, code) -> {
            var made = idOf(code);
            var kept = district.communes().get(2);
            expected.put(made, large.id());
            expected.put(kept.id(), large.id());
            district.cells()
                    .forEach((commune, cells) -> cells.forEach(
                            cell -> expected.put(cell.id(), commune.equals(kept.id()) ? kept.id() : made)));
        });
        return expected;
    }

    /// How many duties of 2024 were done and how many not, of everything that stood under a district in 2024.
    private Map<UUID, List<String>> totalsOf2024(UUID plan) {
        var totals = new LinkedHashMap<UUID, List<String>>();
        Stream.concat(Stream.of(large), districts.stream().map(District::self)).forEach(unit -> {
            var members = tree(unit, "2024-12-31").keySet();
            totals.put(
                    unit.id(),
                    TestDatabase.ask(
                            "select count(*) || ' of ' || count(*) filter (where accepted) from assignment"
                                    + " where plan_id = ?::uuid and organisation_id::text = any(string_to_array(?, ','))",
                            plan.toString(),
                            String.join(
                                    ",", members.stream().map(UUID::toString).toList())));
        });
        return totals;
    }

    private void theDraftWentOn(UUID draft) {
        get(FIRST_ADMINISTRATOR, "/api/v1/plans/" + draft)
                .then()
                .statusCode(200)
                .body("organisationId", org.hamcrest.Matchers.is(large.id().toString()))
                .body(
                        "passedFromOrganisationId",
                        org.hamcrest.Matchers.is(
                                districts.getFirst().self().id().toString()));
    }

    private void theEventsTellTheSame() {
        var ours = new ArrayList<>(provinces.stream().map(Unit::id).toList());
        districts.forEach(district -> district.all().map(Unit::id).forEach(ours::add));
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> ours.forEach(id -> {
                    var told = last("plans.organisation.v1", id.toString());
                    assertThat(told.path("path").asText())
                            .isEqualTo(
                                    TestDatabase.ask("select path from organisation where id = ?::uuid", id.toString())
                                            .getFirst());
                    var validTo = TestDatabase.ask(
                                    "select valid_to from organisation where id = ?::uuid", id.toString())
                            .getFirst();
                    assertThat(told.path("validTo").asText(null)).isEqualTo(validTo);
                    assertThat(told.path("successorIds").size()).isEqualTo(validTo == null ? 0 : 1);
                    assertThat(told.path("endedBy").path("effectiveOn").asText(null))
                            .isEqualTo(validTo == null ? null : FIRST_OF_JULY);
                    assertThat(told.path("periods").size()).isEqualTo((int) TestDatabase.count(
                            "select count(*) from organisation_period where organisation_id = ?::uuid", id.toString()));
                }));
        TestDatabase.ask(
                        "select id from assignment where transferred_at is not null and organisation_id::text = any(string_to_array(?, ','))",
                        String.join(",", ours.stream().map(UUID::toString).toList()))
                .forEach(id -> Awaitility.await()
                        .atMost(30, TimeUnit.SECONDS)
                        .until(() -> last("plans.assignment.v1", String.valueOf(id))
                                .hasNonNull("transferredToAssignmentId")));
    }

    private static JsonNode last(String topic, String key) {
        var events = TestEvents.on(topic, key);
        try {
            return events.isEmpty()
                    ? JSON.createObjectNode()
                    : JSON.readTree(events.getLast().value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of each district the district itself, its three communes and its six cells owe a report.
    private Map<String, Object> aCampaign(Unit province, int year, LocalDate day) {
        var debtors = districts.stream()
                .filter(district -> district.self().parentId().equals(province.id()))
                .flatMap(District::all)
                .map(Unit::id)
                .toArray(UUID[]::new);
        var report = anObligation("R", "STUDY_MATERIAL", named(debtors), before(day));
        report.put("recipientIsParent", true);
        var plan = aPlan(province.id(), report);
        plan.put("issueDate", year + "-03-01");
        plan.put("year", year);
        plan.put("periodFrom", year + "-01-01");
        plan.put("periodTo", year + "-12-31");
        return plan;
    }

    private void fulfilHalf(Unit province, UUID plan) {
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        var all = TestDatabase.ask(
                "select id from assignment where plan_id = ?::uuid order by organisation_path", plan.toString());
        for (int i = 1; i < all.size(); i += 2) {
            command(officer, "/api/v1/assignments/" + all.get(i) + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                    .then()
                    .statusCode(200);
        }
    }

    private static void close(Unit province, UUID plan) {
        command(aHolder("COMMITTEE_LEADER", province.id()), "/api/v1/plans/" + plan + "/closure", "*", null)
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> TestDatabase.count(
                                "select count(*) from assignment where plan_id = ?::uuid and closed_at is null",
                                plan.toString())
                        == 0);
    }

    private static UUID aDraftOf(Unit unit) {
        return UUID.fromString(post(
                        aHolder("COMMITTEE_OFFICER", unit.id()),
                        "/api/v1/plans",
                        aPlan(unit.id(), anObligation("T", "PROPAGANDA", named(unit.id()), null)))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /// The assignments of this test's organisations, each with its whole row as text but its paths, which follow the
    /// tree.
    private Map<String, String> rows(String condition) {
        var ours = new ArrayList<>(provinces.stream().map(Unit::id).toList());
        districts.forEach(district -> district.all().map(Unit::id).forEach(ours::add));
        TestDatabase.ask(
                        "select transferred_to_organisation_id from assignment where transferred_at is not null"
                                + " and organisation_id::text = any(string_to_array(?, ','))",
                        String.join(",", ours.stream().map(UUID::toString).toList()))
                .forEach(id -> ours.add(UUID.fromString(String.valueOf(id))));
        var found = new LinkedHashMap<String, String>();
        TestDatabase.ask(
                        "select id || ' ' || (to_jsonb(a) - 'organisation_path' - 'plan_path' - 'recipient_path' - 'via_path' - 'updated_at')"
                                + " from assignment a where (" + condition
                                + ") and organisation_id::text = any(string_to_array(?, ',')) order by id",
                        String.join(",", ours.stream().map(UUID::toString).toList()))
                .forEach(row -> found.put(row.substring(0, 36), row.substring(37)));
        return found;
    }
}
