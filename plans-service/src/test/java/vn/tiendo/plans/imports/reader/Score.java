package vn.tiendo.plans.imports.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Compares what was read with what a person read, as the last line of the examples' README says.
record Score(
        String name,
        int goldCore,
        int readCore,
        int hitCore,
        int hitKindAndDeadline,
        int goldDeadlines,
        int readDeadlines,
        int hitDeadlines,
        int sameKind,
        int sameKindSameDeadline,
        List<String> falseDeadlines,
        List<String> missed,
        List<String> wrong,
        List<String> metadata) {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    static final Path EXAMPLES = Path.of("../deploy/sample/examples");

    static Score ofExample(String name) {
        try {
            var gold = JSON.readTree(Files.readString(EXAMPLES.resolve(name + ".expected.json")));
            var read = JSON.valueToTree(PlanReader.read(Files.readString(EXAMPLES.resolve(name + ".txt"))));
            return of(name, gold, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Score of(String name, JsonNode gold, JsonNode read) {
        var goldAll = list(gold.get("obligations"));
        var readAll = list(read.get("obligations"));
        var goldCore = goldAll.stream().filter(Score::isCore).toList();
        var readCore = readAll.stream().filter(Score::isCore).toList();
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        int hit = matches(goldCore, readCore, Score::whole, missed, wrong);
        int hitKind = matches(goldCore, readCore, Score::kindAndDeadline, new ArrayList<>(), new ArrayList<>());
        var goldDated =
                goldAll.stream().filter(one -> one.hasNonNull("deadline")).toList();
        var readDated =
                readAll.stream().filter(one -> one.hasNonNull("deadline")).toList();
        var falseOnes = new ArrayList<String>();
        var missedDeadlines = new ArrayList<String>();
        int hitDeadlines = matches(goldDated, readDated, Score::deadline, missedDeadlines, falseOnes);
        missedDeadlines.forEach(one -> missed.add("deadline " + one));
        int sameKind =
                matches(goldDated, readDated, one -> one.get("kind").asText(), new ArrayList<>(), new ArrayList<>());
        int sameBoth = matches(goldDated, readDated, Score::kindAndDeadline, new ArrayList<>(), new ArrayList<>());
        return new Score(
                name,
                goldCore.size(),
                readCore.size(),
                hit,
                hitKind,
                goldDated.size(),
                readDated.size(),
                hitDeadlines,
                sameKind,
                sameBoth,
                falseOnes,
                missed,
                wrong,
                metadata(gold.get("document"), read.get("document")));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static boolean isCore(JsonNode obligation) {
        return obligation.path("tier").asText().equals("CORE");
    }

    private static int matches(
            List<JsonNode> gold,
            List<JsonNode> read,
            Function<JsonNode, String> key,
            List<String> missed,
            List<String> wrong) {
        var open = new ArrayList<>(read);
        int hit = 0;
        for (var one : gold) {
            var found = open.stream()
                    .filter(other -> key.apply(other).equals(key.apply(one)))
                    .findFirst();
            if (found.isPresent()) {
                open.remove(found.get());
                hit++;
            } else {
                missed.add(one.path("id").asText() + " " + key.apply(one));
            }
        }
        open.forEach(one ->
                wrong.add(key.apply(one) + " «" + shorten(one.path("quote").asText()) + "»"));
        return hit;
    }

    private static String shorten(String quote) {
        return quote.length() > 110 ? quote.substring(0, 110) : quote;
    }

    static String deadline(JsonNode obligation) {
        var deadline = obligation.path("deadline");
        if (deadline.isMissingNode() || deadline.isNull()) {
            return "-";
        }
        return deadline.path("type").asText() + " " + text(deadline, "date") + text(deadline, "from")
                + text(deadline, "to") + (deadline.path("exclusive").asBoolean() ? " excl" : "")
                + (deadline.path("type").asText().equals("RECURRING")
                        ? deadline.path("recurrence").path("freq").asText()
                        : "");
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() + " " : "";
    }

    static String kindAndDeadline(JsonNode obligation) {
        return obligation.get("kind").asText() + " " + deadline(obligation);
    }

    static String whole(JsonNode obligation) {
        return kindAndDeadline(obligation) + " " + text(obligation, "minCount") + ".." + text(obligation, "maxCount");
    }

    /// Fields of the document that differ.
    private static List<String> metadata(JsonNode gold, JsonNode read) {
        var different = new ArrayList<String>();
        for (var field : List.of("type", "number", "symbol", "issueDate", "title", "planYear")) {
            compare(
                    different,
                    field,
                    gold.path(field).asText("null"),
                    read.path(field).asText("null"));
        }
        for (var field : List.of("name", "parent", "locality", "level")) {
            compare(
                    different,
                    "issuer." + field,
                    gold.path("issuer").path(field).asText("null"),
                    read.path("issuer").path(field).asText("null"));
        }
        for (var field : List.of("name", "position", "capacity")) {
            compare(
                    different,
                    "signer." + field,
                    gold.path("signer").path(field).asText("null"),
                    read.path("signer").path(field).asText("null"));
        }
        compare(
                different,
                "period",
                gold.path("period").path("from").asText()
                        + gold.path("period").path("to").asText("null"),
                read.path("period").path("from").asText()
                        + read.path("period").path("to").asText("null"));
        compareAll(
                different,
                "legalBases",
                gold,
                read,
                one -> one.path("raw").asText() + "|" + one.path("type").asText() + "|"
                        + one.path("number").asText() + "|" + one.path("date").asText() + "|"
                        + one.path("issuer").asText());
        compareAll(
                different,
                "citedDocuments",
                gold,
                read,
                one -> one.path("raw").asText() + "|" + one.path("type").asText() + "|"
                        + one.path("number").asText() + "|" + one.path("date").asText());
        compareAll(
                different,
                "recipients",
                gold,
                read,
                one -> one.path("name").asText() + "|" + one.path("purpose").asText());
        compareAll(different, "addressees", gold, read, JsonNode::asText);
        compareAll(
                different,
                "themes",
                gold,
                read,
                one -> one.path("scope").asText() + "|" + one.path("year").asText() + "|"
                        + one.path("title").asText());
        return different;
    }

    private static void compare(List<String> different, String field, String gold, String read) {
        if (!plain(gold).equals(plain(read))) {
            different.add(field + ": «" + read + "» for «" + gold + "»");
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void compareAll(
            List<String> different, String field, JsonNode gold, JsonNode read, Function<JsonNode, String> key) {
        var golds = list(gold.path(field)).stream().map(key).toList();
        var reads = list(read.path(field)).stream().map(key).toList();
        golds.stream().filter(one -> !reads.contains(one)).forEach(one -> different.add(field + " lacks " + one));
        reads.stream().filter(one -> !golds.contains(one)).forEach(one -> different.add(field + " adds " + one));
    }

    static double f1(int hit, int gold, int read) {
        return gold + read == 0 ? 1 : 2.0 * hit / (gold + read);
    }

    double coreF1() {
        return f1(hitCore, goldCore, readCore);
    }

    double deadlineF1() {
        return f1(hitDeadlines, goldDeadlines, readDeadlines);
    }

    String row() {
        return "%-18s core %2d/%2d/%2d  F1 %.2f (kind+deadline %.2f)   deadlines %2d/%2d/%2d F1 %.2f   deadline|kind %d/%d   false %d   metadata differs %d"
                .formatted(
                        name,
                        hitCore,
                        goldCore,
                        readCore,
                        coreF1(),
                        f1(hitKindAndDeadline, goldCore, readCore),
                        hitDeadlines,
                        goldDeadlines,
                        readDeadlines,
                        deadlineF1(),
                        sameKindSameDeadline,
                        sameKind,
                        falseDeadlines.size(),
                        metadata.size());
    }
}
