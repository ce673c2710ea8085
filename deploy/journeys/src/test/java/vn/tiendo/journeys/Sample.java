package vn.tiendo.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The sample's files, read by the journeys themselves, and the ids that the system gave to what is in them.
final class Sample {
    private static final List<String> DOCUMENTS =
            List.of("binh-duong-2024", "la-gi-2024", "bac-kan-2024", "ha-tinh-2024", "bac-ninh-2021");

    private final RunningSystem system;
    private final Map<String, String> organisations = new HashMap<>();

    Sample(RunningSystem system) {
        this.system = system;
        system.as("quantri")
                .all("/organisations")
                .forEach(found -> organisations.put(
                        found.path("code").asText(), found.path("id").asText()));
    }

    List<String> documents() {
        return DOCUMENTS;
    }

    /// The id of an organisation.
    String id(String code) {
        var id = organisations.get(code);
        if (id == null) throw new AssertionError("there is no organisation " + code);
        return id;
    }

    String code(String id) {
        return organisations.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no organisation " + id));
    }

    /// The issued plan of a document.
    JsonNode plan(String document) {
        var issuer = id(described(document).path("organisation").asText());
        return system.as("canbo.trunguong").all("/plans?organisation=" + issuer).stream()
                .filter(plan -> plan.path("number")
                        .asText()
                        .equals(described(document).path("number").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(document + " is not loaded"));
    }

    /// Ids of a plan's obligations by their codes.
    Map<String, String> obligations(String planId) {
        var ids = new HashMap<String, String>();
        system.as("canbo.trunguong")
                .all("/plans/" + planId + "/obligations")
                .forEach(obligation -> ids.put(
                        obligation.path("code").asText(), obligation.path("id").asText()));
        return ids;
    }

    JsonNode described(String document) {
        return json("documents.json").path(document + ".txt");
    }

    JsonNode extracted(String document) {
        return json("examples/" + document + ".expected.json");
    }

    /// The exact debtors of every obligation, as they were reviewed.
    Map<String, List<String>> debtors() {
        var debtors = new HashMap<String, List<String>>();
        json("debtors.json")
                .forEach(entry -> debtors.put(entry.path("id").asText(), texts(entry.path("organisations"))));
        return debtors;
    }

    /// Subjects of the active members whose registrations a unit of La Gi keeps, in the order of the file.
    List<Map.Entry<String, String>> activeMembersOfLaGi() {
        return lines("members.csv")
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[4].equals("ACTIVE") && cells[5].startsWith("LG") && !cells[7].isEmpty())
                .map(cells -> Map.entry(cells[7], cells[5].split("\\|")[0]))
                .toList();
    }

    /// An organisation and all below it.
    Set<String> below(String root) {
        var below = new LinkedHashSet<>(Set.of(root));
        lines("organisations.csv").skip(1).map(line -> line.split(",", 3)).forEach(cells -> {
            if (below.contains(cells[1])) below.add(cells[0]);
        });
        return below;
    }

    /// The statuses of those who stand on the roster of each unit on a day. The first of a member's organisations that
    /// is a unit keeps its registration.
    Map<String, List<String>> rosters(Set<String> units, LocalDate day) {
        var rosters = new HashMap<String, List<String>>();
        lines("members.csv").skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            if (LocalDate.parse(cells[6]).isAfter(day)) return;
            Arrays.stream(cells[5].split("\\|"))
                    .filter(units::contains)
                    .findFirst()
                    .ifPresent(unit -> rosters.computeIfAbsent(unit, key -> new ArrayList<>())
                            .add(cells[4]));
        });
        return rosters;
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }

    private Stream<String> lines(String name) {
        try {
            return Files.readAllLines(file(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String name) {
        try {
            return Caller.JSON.readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return system.sample().resolve(name);
    }
}
