package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;

/// The samples in `contract/events` have the fields, and the forms of values, that really go out.
@QuarkusTest
class EventSamplesTest {

    private final ReportScene scene = new ReportScene();

    @Inject
    ObjectMapper json;

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ReportScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    @Test
    void on_the_way_up() throws IOException {
        var id = scene.anAcceptedReport();
        scene.awaitEvent(id, "accepted");
        check(id, List.of("expected", "drafted", "submitted", "received", "forwarded", "accepted"));
    }

    @Test
    void on_the_way_back() throws IOException {
        var id = scene.aForwardedReport();
        scene.sendBack(scene.townOfficer, id, "no").then().statusCode(200);
        scene.awaitEvent(id, "returned");
        check(id, List.of("returned"));
    }

    @Test
    void when_a_figure_is_corrected_afterwards() throws IOException {
        var id = scene.anAcceptedReport();
        scene.post(
                        scene.wardOfficer,
                        id,
                        "restatements",
                        scene.etag(id),
                        "{\"reason\":\"x\",\"figures\":[{\"code\":\"inspections\",\"value\":1}]}")
                .then()
                .statusCode(200);
        scene.awaitEvent(id, "restated");
        check(id, List.of("restated"));
    }

    @Test
    void when_the_assignment_changes() throws IOException {
        var id = scene.expectViaTheBoard();
        scene.awaitEvent(id, "expected");
        scene.tell(1, scene.owed("2024-05-19T17:00:00Z", scene.town.id(), scene.board.id(), ""));
        scene.awaitEvent(id, "changed");
        scene.tell(
                2,
                scene.owed(
                        "2024-05-19T17:00:00Z",
                        scene.town.id(),
                        scene.board.id(),
                        ",\"waivedAt\":\"2024-05-01T00:00:00Z\""));
        scene.awaitEvent(id, "withdrawn");
        check(id, List.of("changed", "withdrawn"));
    }

    private void check(UUID id, List<String> types) throws IOException {
        for (var type : types) {
            var sent = TestEvents.on("reporting.report.v1", id.toString()).stream()
                    .filter(record -> TestEvents.header(record, "ce_type").equals("reporting.report." + type + ".v1"))
                    .findFirst()
                    .orElseThrow();
            var sample = json.readTree(
                    Path.of("contract/events/report-" + type + ".v1.json").toFile());
            assertThat(shapeOf(json.readTree(sent.value()))).as(type).isEqualTo(shapeOf(sample));
            assertThat(sample.get("status"))
                    .isEqualTo(json.readTree(sent.value()).get("status"));
        }
    }

    /// Each field with the form of its value: digits and letters of ids and instants become signs.
    private static Map<String, String> shapeOf(JsonNode state) {
        var shape = new TreeMap<String, String>();
        state.properties()
                .forEach(field -> shape.put(
                        field.getKey(),
                        field.getValue().isBoolean()
                                ? "boolean"
                                : field.getValue().asText().contains("-")
                                        ? field.getValue().asText().length() == 36 ? "id" : "instant"
                                        : "text"));
        return shape;
    }
}
