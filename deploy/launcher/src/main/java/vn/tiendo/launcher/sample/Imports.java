package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Brings the five texts in as a clerk would: each is sent, read by the service, corrected by the reviewed extraction
/// and confirmed. What was corrected is told, and the service shows it with the import.
final class Imports {
    private final Api api;
    private final SampleFiles files;
    private final Consumer<String> progress;

    Imports(Api api, SampleFiles files, Consumer<String> progress) {
        this.api = api;
        this.files = files;
        this.progress = progress;
    }

    /// @param name of the text in `examples`
    /// @param reviewed the plan as a person wants it
    /// @return the id of the draft that came of it; the same one again after an interruption at any point
    String plan(String officer, String organisation, String name, JsonNode reviewed) {
        var key = name.replace(".txt", "");
        var query = "?organisation=" + organisation + "&fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        var sent =
                api.postText(officer, "/plan-imports" + query, files.bytes("examples/" + name), "sample-import-" + key);
        var path = "/plan-imports/" + sent.id();
        var read = api.await(
                officer, path, "reading " + name, found -> !status(found).equals("WAITING"));
        if (status(read.body()).equals("CONFIRMED"))
            return read.body().path("planId").asText();
        if (!status(read.body()).equals("PROPOSED")) throw new LoadFailure(name + " could not be read");
        var corrected = api.put(officer, path + "/draft", reviewed, read.etag());
        progress.accept(name + ": " + told(read.body(), corrected.body()));
        var nothing = Api.JSON.createObjectNode();
        return api.post(officer, path + "/confirmation", nothing, "sample-confirmation-" + key, corrected.etag())
                .body()
                .path("planId")
                .asText();
    }

    private static String status(JsonNode found) {
        return found.path("status").asText();
    }

    private static String told(JsonNode read, JsonNode corrected) {
        return "%d obligations read; the review kept %d, corrected %d, added %d, removed %d"
                .formatted(
                        read.path("obligations").size(),
                        count(corrected, "KEPT"),
                        count(corrected, "CORRECTED"),
                        count(corrected, "ADDED"),
                        count(corrected, "REMOVED"));
    }

    private static long count(JsonNode corrected, String change) {
        return corrected
                .path("corrections")
                .valueStream()
                .filter(each -> each.path("change").asText().equals(change))
                .count();
    }
}
