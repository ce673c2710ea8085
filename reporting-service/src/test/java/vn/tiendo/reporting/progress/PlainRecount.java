package vn.tiendo.reporting.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// Counts the newest states of all things in the plainest way, sharing no code with the service.
final class PlainRecount {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final RebuildScene scene;
    private final Map<String, Integer> counts = new TreeMap<>();

    PlainRecount(RebuildScene scene) {
        this.scene = scene;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /// As `progress_count` has it: by due day and state.
    PlainRecount now(
            Collection<JsonNode> assignments, Collection<JsonNode> registrations, Collection<JsonNode> reports) {
        assignments.forEach(
                each -> count(each, assignmentSettled(each), NEVER, "ASSIGNMENT", kind(each), stateOf(each)));
        registrations.forEach(each -> count(
                each,
                registrationSettled(each),
                NEVER,
                "REGISTRATION",
                scene.campaign.toString(),
                registrationState(each, NEVER)));
        reports.forEach(each -> count(each, null, NEVER, "REPORT", kind(each), "OPEN"));
        return this;
    }

    private void count(
            JsonNode thing, @Nullable LocalDate settled, LocalDate day, String source, String kind, String state) {
        add(thing, settled, day, source + " " + kind + " " + dueDay(thing) + " " + state);
    }

    /// As the changes up to a day add up: by column.
    PlainRecount of(
            LocalDate day,
            Collection<JsonNode> assignments,
            Collection<JsonNode> registrations,
            Collection<JsonNode> reports) {
        assignments.forEach(each -> assignmentOf(day, each));
        registrations.forEach(each -> registrationOf(day, each));
        reports.forEach(each -> reportOf(day, each));
        return this;
    }

    private void assignmentOf(LocalDate day, JsonNode thing) {
        if (day.isBefore(LocalDate.of(2024, 1, 15))) {
            return;
        }
        var settled = assignmentSettled(thing);
        var received = day(thing, "receivedAt");
        var late = received != null && received.isAfter(dueDay(thing));
        var kind = " " + kind(thing);
        if (settled != null && !day.isBefore(settled)) {
            add(thing, settled, day, (has(thing, "waivedAt") ? "WAIVED" : late ? "DONE_LATE" : "DONE") + kind);
        } else if (received != null && !day.isBefore(received)) {
            add(thing, settled, day, "SUBMITTED" + kind);
            if (late) {
                add(thing, settled, day, "SUBMITTED_LATE" + kind);
            }
        } else if (dueDay(thing).equals(NEVER)) {
            add(thing, settled, day, "UNDATED" + kind);
        } else {
            add(thing, settled, day, (day.isAfter(dueDay(thing)) ? "OVERDUE" : "AWAITED") + kind);
        }
    }

    private void registrationOf(LocalDate day, JsonNode thing) {
        if (day.isBefore(LocalDate.of(2024, 2, 1))) {
            return;
        }
        var settled = registrationSettled(thing);
        add(thing, settled, day, "REGISTRATIONS_OWED ");
        switch (registrationState(thing, day)) {
            case "OPEN" -> {
                if (day.isAfter(dueDay(thing))) {
                    add(thing, settled, day, "REGISTRATIONS_MISSING ");
                }
            }
            case "SUBMITTED_LATE", "ACCEPTED_LATE" -> {
                add(thing, settled, day, "REGISTRATIONS_LATE ");
                add(
                        thing,
                        settled,
                        day,
                        "REGISTRATIONS_" + registrationState(thing, day).split("_")[0] + " ");
            }
            default -> add(thing, settled, day, "REGISTRATIONS_" + registrationState(thing, day) + " ");
        }
    }

    private void reportOf(LocalDate day, JsonNode thing) {
        if (!day.isBefore(day(thing, "expectedAt"))) {
            add(thing, null, day, "REPORTS_EXPECTED ");
            if (day.isAfter(dueDay(thing))) {
                add(thing, null, day, "REPORTS_DUE ");
                add(thing, null, day, "REPORTS_MISSING ");
            }
        }
    }

    private void add(JsonNode thing, @Nullable LocalDate settled, LocalDate day, String what) {
        var path = scene.pathOn(day, UUID.fromString(thing.get("organisationId").asText()), settled);
        var above = "";
        for (var segment : path.split("/")) {
            above += segment + "/";
            counts.merge(above + " " + what, 1, Integer::sum);
        }
    }

    private static String stateOf(JsonNode assignment) {
        if (has(assignment, "waivedAt")) {
            return "WAIVED";
        }
        var received = day(assignment, "receivedAt");
        if (received == null) {
            return "OPEN";
        }
        return (assignment.path("accepted").asBoolean() ? "DONE" : "SUBMITTED")
                + (received.isAfter(dueDay(assignment)) ? "_LATE" : "");
    }

    private static String registrationState(JsonNode thing, LocalDate day) {
        var late = has(thing, "countedAt") && day(thing, "countedAt").isAfter(dueDay(thing)) ? "_LATE" : "";
        if (reached(thing, "acceptedAt", day)) {
            return "ACCEPTED" + late;
        }
        if (reached(thing, "exemptedAt", day)) {
            return "EXEMPT";
        }
        if (reached(thing, "returnedAt", day)) {
            var again = day(thing, "receivedAt");
            return again.isAfter(day(thing, "returnedAt")) && !day.isBefore(again) ? "SUBMITTED" + late : "RETURNED";
        }
        return reached(thing, "countedAt", day) ? "SUBMITTED" + late : "OPEN";
    }

    private static @Nullable LocalDate assignmentSettled(JsonNode thing) {
        var waived = day(thing, "waivedAt");
        return waived == null ? day(thing, "fulfilledAt") : waived;
    }

    private static LocalDate registrationSettled(JsonNode thing) {
        var settled = has(thing, "acceptedAt") ? day(thing, "acceptedAt") : day(thing, "exemptedAt");
        return settled == null ? Days.dayOf(Instant.parse(RebuildScene.CLOSED)) : settled;
    }

    private static boolean reached(JsonNode thing, String field, LocalDate day) {
        return has(thing, field) && !day.isBefore(day(thing, field));
    }

    private static LocalDate dueDay(JsonNode thing) {
        return has(thing, "dueAt")
                ? Days.dayOf(Instant.parse(thing.get("dueAt").asText()).minusMillis(1))
                : NEVER;
    }

    private static @Nullable LocalDate day(JsonNode thing, String field) {
        return has(thing, field) ? Days.dayOf(Instant.parse(thing.get(field).asText())) : null;
    }

    private static boolean has(JsonNode thing, String field) {
        return thing.hasNonNull(field);
    }

    private static String kind(JsonNode thing) {
        return thing.get("kind").asText();
    }
}
