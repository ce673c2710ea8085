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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.tiendo.reporting.Rows;
import vn.tiendo.reporting.progress.Topics.Told;

/// The counts, those of today and those of every day, can be made again from the topics alone: whatever the order, the
/// repetitions and the sizes of batches, they are what a plain recount of the newest states gives.
@QuarkusTest
class RebuildTest {

    private static final List<String> TOPICS = List.of(
            "plans.organisation.v1",
            "plans.plan.v1",
            "plans.assignment.v1",
            "registrations.campaign.v1",
            "registrations.registration.v1",
            "reporting.report.v1");

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 1, 14),
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 3, 7),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 4, 8),
            LocalDate.of(2024, 8, 15),
            LocalDate.of(2031, 1, 1));

    @Inject
    EventIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    EntityManager entities;

    private final Random random = new Random(20240502);
    private final RebuildScene scene = new RebuildScene(random);

    @Test
    void replaying_the_topics_gives_the_same_numbers_of_today_and_of_every_day() throws IOException {
        Topics.send(tripled(scene.told));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(reportsTold()).isEqualTo(reportsOwed());
            assertThat(counts())
                    .isEqualTo(new PlainRecount(scene)
                            .now(assignments(), registrations(), reports())
                            .counts());
        });
        for (var day : DAYS) {
            assertThat(countsOf(day))
                    .as("%s", day)
                    .isEqualTo(new PlainRecount(scene)
                            .of(day, assignments(), registrations(), reports())
                            .counts());
        }
        assertThat(countsOf(RebuildScene.MOVED)).isNotEqualTo(countsOf(RebuildScene.MOVED.minusDays(1)));
        for (var stretch : List.of("SIXTH", "MONTH")) {
            assertThat(addedUp(stretch)).isEqualTo(daysAddedUp(stretch)).isNotEmpty();
        }
        assertThat(assignmentsOfAllKinds()).isEqualTo(assignmentsOfEachKind()).isNotEmpty();
        var before = everything();
        var records = Topics.read(TOPICS).stream().filter(this::isOurs).toList();
        for (var size : List.of(1, 7, 1_000)) {
            QuarkusTransaction.requiringNew().run(this::forget);
            assertThat(everything()).isEmpty();
            var again = tripled(records);
            for (int from = 0; from < again.size(); from += size) {
                intake.onBatch(batch(again.subList(from, Math.min(again.size(), from + size))));
            }
            await().untilAsserted(() -> assertThat(everything()).isEqualTo(before));
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
            return scene.plan.toString().equals(text(state, "planId"))
                    || scene.plan.toString().equals(text(state, "id"))
                    || scene.paths.containsKey(UUID.fromString(record.key()));
        } catch (IOException | IllegalArgumentException spoilt) {
            return false; // some test of another class has spoilt it on purpose
        }
    }

    /// A projection that has never seen anything of all this. Whoever is at work on it ends first.
    private void forget() {
        run("lock table inbox, reach_organisation, progress_part, progress_count, progress_change"
                + " in exclusive mode");
        run(
                "delete from inbox where aggregateid in (select cast(id as text) from progress_part where plan_id = ?1)",
                scene.plan);
        run(
                "delete from inbox where aggregateid in (select cast(id as text) from report where plan_id = ?1)",
                scene.plan);
        run("delete from inbox where aggregateid in (?1, ?2)", scene.plan.toString(), scene.campaign.toString());
        for (var table : List.of("progress_count", "progress_change", "progress_part")) {
            run("delete from " + table + " where plan_id = ?1", scene.plan);
        }
        run("delete from known_plan where id = ?1", scene.plan);
        run("delete from known_campaign where id = ?1", scene.campaign);
        for (var organisation : scene.paths.keySet()) {
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
        return counted("""
                select number, path, source, kind, due_day, upper(state) from progress_count c
                 cross join lateral jsonb_each_text(to_jsonb(c)
                   - '{plan_id,path,source,kind,due_day,total}'::text[]) states (state, number)
                 where plan_id = ? and number <> '0'""", scene.plan);
    }

    private static final String CHANGES = """
            (select plan_id, path, kind, stretch, day, upper(what) as what, cast(number as integer) as number
               from progress_change c
              cross join lateral jsonb_each_text(to_jsonb(c)
                - '{plan_id,path,kind,stretch,day}'::text[]) numbers (what, number)
              where number <> '0') changes
            """;

    /// As [PlainRecount] has it: assignments by kind, everything else of all kinds.
    private Map<String, Integer> countsOf(LocalDate day) {
        return counted("select sum(number), path, what, kind from " + CHANGES + """
                 where plan_id = ? and stretch = 'DAY' and day <= ? and (kind = '') = (what ~ '^RE(GISTRATION|PORT)S_')
                 group by path, what, kind having sum(number) <> 0""", scene.plan, day);
    }

    private Map<String, Integer> addedUp(String stretch) {
        return counted(
                "select number, path, kind, day, what from " + CHANGES + " where plan_id = ? and stretch = ?",
                scene.plan,
                stretch);
    }

    private Map<String, Integer> daysAddedUp(String stretch) {
        var month = "cast(date_trunc('month', day) as date)";
        var beginning = stretch.equals("MONTH") ? month : month + " + 5 * least(5, (day - " + month + ") / 5)";
        return counted("select sum(number), path, kind, " + beginning + ", what from " + CHANGES + """
                 where plan_id = ? and stretch = 'DAY' group by 2, 3, 4, 5 having sum(number) <> 0""", scene.plan);
    }

    private Map<String, Integer> assignmentsOfAllKinds() {
        return counted("select number, path, stretch, day, what from " + CHANGES + """
                 where plan_id = ? and kind = '' and what !~ '^RE(GISTRATION|PORT)S_'""", scene.plan);
    }

    private Map<String, Integer> assignmentsOfEachKind() {
        return counted("select sum(number), path, stretch, day, what from " + CHANGES + """
                 where plan_id = ? and kind <> '' group by 2, 3, 4, 5 having sum(number) <> 0""", scene.plan);
    }

    /// All that progress and timeliness ever read.
    private Map<String, Integer> everything() {
        var all = new TreeMap<>(counts());
        all.putAll(counted(
                "select number, stretch, path, kind, day, what from " + CHANGES + " where plan_id = ?", scene.plan));
        all.putAll(counted("""
                select 1, id, kind, due_day, state, stages, organisation_id, settled_on, path, whereabouts
                  from progress_part where plan_id = ?""", scene.plan));
        return all;
    }

    private static Map<String, Integer> counted(String sql, Object... parameters) {
        var counts = new TreeMap<String, Integer>();
        Rows.ask(sql, parameters)
                .forEach(row -> counts.put(
                        row.substring(row.indexOf(' ') + 1), Integer.parseInt(row.substring(0, row.indexOf(' ')))));
        return counts;
    }

    /// Reports as they stand on the topic, and as the newest states of the assignments ask for them.
    private TreeSet<String> reportsTold() throws IOException {
        var reports = new TreeSet<String>();
        reports().forEach(state -> reports.add(text(state, "assignmentId") + " on " + text(state, "dueAt")));
        return reports;
    }

    private TreeSet<String> reportsOwed() throws IOException {
        var reports = new TreeSet<String>();
        for (var state : assignments()) {
            if (text(state, "kind").endsWith("REPORT") && text(state, "waivedAt") == null) {
                reports.add(text(state, "id") + " on " + text(state, "dueAt"));
            }
        }
        return reports;
    }

    private Collection<JsonNode> assignments() throws IOException {
        return newestStates("plans.assignment.v1");
    }

    private Collection<JsonNode> registrations() throws IOException {
        return newestStates("registrations.registration.v1");
    }

    private Collection<JsonNode> reports() throws IOException {
        var newest = new HashMap<String, JsonNode>();
        for (var record : Topics.read(List.of("reporting.report.v1"))) {
            if (isOurs(record)) {
                newest.put(record.key(), json.readTree(record.value()));
            }
        }
        return newest.values().stream()
                .filter(state -> !"WITHDRAWN".equals(text(state, "status")))
                .toList();
    }

    private Collection<JsonNode> newestStates(String topic) throws IOException {
        var newest = new HashMap<UUID, Told>();
        scene.told.stream()
                .filter(one -> one.topic().equals(topic))
                .forEach(one -> newest.merge(
                        one.key(), one, (held, other) -> other.sequence() > held.sequence() ? other : held));
        var states = new ArrayList<JsonNode>();
        for (var one : newest.values()) {
            states.add(json.readTree(one.state()));
        }
        return states;
    }

    private static String text(JsonNode state, String field) {
        return state.hasNonNull(field) ? state.get(field).asText() : null;
    }
}
