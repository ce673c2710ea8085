package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.inbox.EventIntake;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.Rows;
import vn.tiendo.reporting.progress.Topics.Told;

/// The counts can be made again from the topics alone: whatever the order, the repetitions and the sizes of batches,
/// the
/// numbers are those that a plain recount of the newest states gives.
@QuarkusTest
class RebuildTest {

    private static final List<String> TOPICS = List.of(
            "plans.organisation.v1",
            "plans.plan.v1",
            "plans.assignment.v1",
            "registrations.campaign.v1",
            "registrations.unit-summary.v1",
            "reporting.report.v1");
    private static final List<String> KINDS =
            List.of("COLLECTIVE_PLAN", "STUDY_SESSION", "RESULT_REPORT", "PERIODIC_REPORT");
    private static final int ASSIGNMENTS = 120;
    private static final Instant MOVED = Instant.parse("2024-03-31T17:00:00Z");
    private static final String CLOSED = "2024-03-20T09:00:00Z";

    @Inject
    EventIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    EntityManager entities;

    private final Random random = new Random(20240502);
    private final UUID plan = Uuid7.next();
    private final UUID campaign = Uuid7.next();
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, String> paths = new LinkedHashMap<>();
    private final Map<UUID, String> former = new HashMap<>();

    @Test
    void replaying_the_topics_gives_the_same_numbers() throws IOException {
        growTreeAndMoveAWard();
        planAndCampaign();
        assignments();
        summaries();
        var shuffled = tripled(told);
        Topics.send(shuffled);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(reportsTold()).isEqualTo(reportsOwed());
            assertThat(counts()).isEqualTo(recount());
        });
        var before = counts();
        assertThat(before).isNotEmpty();
        var records = Topics.read(TOPICS).stream().filter(this::isOurs).toList();
        for (var size : List.of(1, 7, 1_000)) {
            QuarkusTransaction.requiringNew().run(this::forget);
            var again = tripled(records);
            for (int from = 0; from < again.size(); from += size) {
                intake.onBatch(batch(again.subList(from, Math.min(again.size(), from + size))));
            }
            await().untilAsserted(() -> assertThat(counts()).isEqualTo(before));
        }
    }

    /// A root, two towns with two wards each, two cells in each ward; one ward moves to the other town, told first or
    /// last.
    private void growTreeAndMoveAWard() {
        var mark = Uuid7.next().toString().substring(24);
        var root = organisation(null, "r" + mark + "/");
        for (int t = 0; t < 2; t++) {
            var town = organisation(root, paths.get(root) + "t" + t + "/");
            for (int w = 0; w < 2; w++) {
                var ward = organisation(town, paths.get(town) + "w" + t + w + "/");
                for (int c = 0; c < 2; c++) {
                    organisation(ward, paths.get(ward) + "c" + t + w + c + "/");
                }
            }
        }
        var towns = List.copyOf(paths.keySet());
        var from = paths.get(towns.get(1)) + "w00/";
        var to = paths.get(towns.get(8)) + "w00/";
        for (var id : towns) {
            if (paths.get(id).startsWith(from)) {
                var path = to + paths.get(id).substring(from.length());
                tellMoved(id, path.equals(to) ? towns.get(8) : towns.get(2), paths.get(id), path);
                former.put(id, paths.put(id, path));
            }
        }
    }

    private UUID organisation(UUID parent, String path) {
        var id = Uuid7.next();
        paths.put(id, path);
        tellOrganisation(id, parent, path, 0);
        return id;
    }

    private void tellOrganisation(UUID id, UUID parent, String path, long sequence) {
        told.add(new Told("plans.organisation.v1", id, sequence, """
                {"id":"%s","code":"%s","name":"n","kind":"CELL","parentId":%s,"path":"%s","validFrom":"2020-01-01"}""".formatted(
                        id, id, parent == null ? "null" : "\"" + parent + "\"", path)));
    }

    private void tellMoved(UUID id, UUID parent, String from, String to) {
        told.add(new Told("plans.organisation.v1", id, 1, """
                {"id":"%s","code":"%s","name":"n","kind":"CELL","parentId":"%s","path":"%s","validFrom":"2020-01-01",
                 "periods":[{"from":"2020-01-01","to":"2024-03-31","path":"%s"},{"from":"2024-04-01","path":"%s"}]}""".formatted(id, id, parent, to, from, to)));
    }

    /// Where something of an organisation counts that was settled at a moment, or is open.
    private String pathOf(UUID organisation, String settledAt) {
        var stayed = settledAt != null && Instant.parse(settledAt).isBefore(MOVED);
        return stayed && former.containsKey(organisation) ? former.get(organisation) : paths.get(organisation);
    }

    private void planAndCampaign() {
        var owner = paths.keySet().iterator().next();
        told.add(new Told("plans.plan.v1", plan, 1, """
                {"id":"%s","organisationId":"%s","title":"t","year":2024,"issuedAt":"2024-01-15T01:00:00Z"}""".formatted(plan, owner)));
        told.add(new Told("registrations.campaign.v1", campaign, 1, """
                {"id":"%s","planId":"%s","dueAt":"2024-03-31T17:00:00Z"}""".formatted(campaign, plan)));
        told.add(new Told("registrations.campaign.v1", campaign, 2, """
                {"id":"%s","planId":"%s","dueAt":"2024-03-31T17:00:00Z","closedAt":"%s"}""".formatted(campaign, plan, CLOSED)));
    }

    private void assignments() {
        var organisations = List.copyOf(paths.keySet());
        for (int i = 0; i < ASSIGNMENTS; i++) {
            var id = Uuid7.next();
            var organisation = organisations.get(random.nextInt(organisations.size()));
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            for (int sequence = 0; sequence <= random.nextInt(4); sequence++) {
                var due = random.nextInt(6) == 0 ? null : "2024-0" + (1 + random.nextInt(6)) + "-01T17:00:00Z";
                told.add(new Told(
                        "plans.assignment.v1",
                        id,
                        sequence,
                        ProgressScene.assignment(id, plan, organisation, kind, due, outcome())));
            }
        }
    }

    private String outcome() {
        var received = ",\"receivedAt\":\"2024-0" + (1 + random.nextInt(6)) + "-01T09:00:00Z\"";
        return switch (random.nextInt(5)) {
            case 0 -> received;
            case 1 -> received + ",\"accepted\":true";
            case 2 -> ",\"waivedAt\":\"2024-02-01T00:00:00Z\"";
            default -> "";
        };
    }

    private void summaries() {
        for (var organisation : paths.keySet()) {
            var id = Uuid7.next();
            for (int sequence = 0; sequence < 3; sequence++) {
                told.add(new Told(
                        "registrations.unit-summary.v1",
                        id,
                        sequence,
                        ProgressScene.unitSummary(
                                id,
                                campaign,
                                plan,
                                organisation,
                                "\"owes\":%d,\"submitted\":%d,\"accepted\":%d,\"exempt\":%d,\"returned\":%d,\"late\":%d"
                                        .formatted(
                                                20 + random.nextInt(9),
                                                random.nextInt(4),
                                                random.nextInt(9),
                                                random.nextInt(3),
                                                random.nextInt(3),
                                                random.nextInt(3)))));
            }
        }
    }

    private <T> List<T> tripled(List<T> once) {
        var thrice = new ArrayList<T>();
        for (int i = 0; i < 3; i++) {
            thrice.addAll(once);
        }
        Collections.shuffle(thrice, random);
        return thrice;
    }

    private ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        var byPartition = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        records.forEach(record -> byPartition
                .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), key -> new ArrayList<>())
                .add(record));
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        try {
            var state = json.readTree(record.value());
            return plan.toString().equals(text(state, "planId"))
                    || plan.toString().equals(text(state, "id"))
                    || paths.containsKey(UUID.fromString(record.key()));
        } catch (IOException notJson) {
            return false; // some test of another class has spoilt it on purpose
        }
    }

    /// A projection that has never seen anything of all this. Whoever is at work on it ends first.
    private void forget() {
        run("lock table inbox, reach_organisation, progress_part, progress_count in exclusive mode");
        run("delete from progress_count where plan_id = ?1", plan);
        run(
                "delete from inbox where aggregateid in (select cast(id as text) from progress_part where plan_id = ?1)",
                plan);
        run("delete from inbox where aggregateid in (select cast(id as text) from report where plan_id = ?1)", plan);
        run("delete from inbox where aggregateid in (?1, ?2)", plan.toString(), campaign.toString());
        run("delete from progress_part where plan_id = ?1", plan);
        run("delete from known_plan where id = ?1", plan);
        run("delete from known_campaign where id = ?1", campaign);
        for (var organisation : paths.keySet()) {
            run("delete from inbox where aggregateid = ?1", organisation.toString());
            run("delete from organisation_stand where organisation_id = ?1", organisation);
            run("delete from reach_organisation where id = ?1", organisation);
        }
    }

    private void run(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    private Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        Rows.ask(
                        "select total, path, source, kind, due_day, state from progress_count where plan_id = ? and total <> 0",
                        plan)
                .forEach(row -> counts.put(
                        row.substring(row.indexOf(' ') + 1), Integer.parseInt(row.substring(0, row.indexOf(' ')))));
        return counts;
    }

    /// Reports as they stand on the topic, and as the newest states of the assignments ask for them.
    private TreeSet<String> reportsTold() throws IOException {
        var newest = new HashMap<String, String>();
        for (var record : Topics.read(List.of("reporting.report.v1"))) {
            if (isOurs(record)) {
                var state = json.readTree(record.value());
                newest.put(
                        text(state, "assignmentId"),
                        text(state, "status").equals("WITHDRAWN") ? "off" : "on " + text(state, "dueAt"));
            }
        }
        var reports = new TreeSet<String>();
        newest.forEach((assignment, standing) -> {
            if (!standing.equals("off")) {
                reports.add(assignment + " " + standing);
            }
        });
        return reports;
    }

    private TreeSet<String> reportsOwed() throws IOException {
        var reports = new TreeSet<String>();
        for (var state : newestStates("plans.assignment.v1").values()) {
            if (text(state, "kind").endsWith("REPORT") && text(state, "waivedAt") == null) {
                reports.add(text(state, "id") + " on " + text(state, "dueAt"));
            }
        }
        return reports;
    }

    private Map<UUID, JsonNode> newestStates(String topic) throws IOException {
        var newest = new HashMap<UUID, Told>();
        told.stream()
                .filter(one -> one.topic().equals(topic))
                .forEach(one -> newest.merge(
                        one.key(), one, (held, other) -> other.sequence() > held.sequence() ? other : held));
        var states = new HashMap<UUID, JsonNode>();
        for (var one : newest.values()) {
            states.put(one.key(), json.readTree(one.state()));
        }
        return states;
    }

    /// The plain way, sharing no code with the service.
    private Map<String, Integer> recount() throws IOException {
        var counts = new TreeMap<String, Integer>();
        for (var state : newestStates("plans.assignment.v1").values()) {
            count(
                    counts,
                    state,
                    settledAt(state),
                    "ASSIGNMENT",
                    text(state, "kind"),
                    dueDay(state),
                    standing(state),
                    1);
            if (text(state, "kind").endsWith("REPORT") && text(state, "waivedAt") == null) {
                count(counts, state, null, "REPORT", text(state, "kind"), dueDay(state), "OPEN", 1);
            }
        }
        for (var state : newestStates("registrations.unit-summary.v1").values()) {
            for (var field : List.of("owes", "submitted", "accepted", "exempt", "returned", "late")) {
                count(
                        counts,
                        state,
                        CLOSED,
                        "REGISTRATION",
                        campaign.toString(),
                        "9999-12-31",
                        field.toUpperCase(java.util.Locale.ROOT),
                        state.get(field).asInt());
            }
        }
        return counts;
    }

    private void count(
            Map<String, Integer> counts,
            JsonNode state,
            String settledAt,
            String source,
            String kind,
            String day,
            String how,
            int total) {
        var path = pathOf(UUID.fromString(text(state, "organisationId")), settledAt);
        var above = "";
        for (var segment : path.split("/")) {
            above += segment + "/";
            if (total != 0) {
                counts.merge(String.join(" ", above, source, kind, day, how), total, Integer::sum);
            }
        }
    }

    private static String settledAt(JsonNode state) {
        var waived = text(state, "waivedAt");
        return waived == null && state.path("accepted").asBoolean() ? text(state, "receivedAt") : waived;
    }

    private static String standing(JsonNode state) {
        if (text(state, "waivedAt") != null) {
            return "WAIVED";
        }
        var received = text(state, "receivedAt");
        if (!state.path("accepted").asBoolean()) {
            return received == null ? "OPEN" : "SUBMITTED";
        }
        var due = text(state, "dueAt");
        return due == null || Instant.parse(received).isBefore(Instant.parse(due)) ? "DONE" : "DONE_LATE";
    }

    private static String dueDay(JsonNode state) {
        var due = text(state, "dueAt");
        return due == null
                ? "9999-12-31"
                : Instant.parse(due)
                        .minusMillis(1)
                        .atZone(Days.ZONE)
                        .toLocalDate()
                        .toString();
    }

    private static String text(JsonNode state, String field) {
        return state.hasNonNull(field) ? state.get(field).asText() : null;
    }
}
