package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Loads the sample campaign: the trees, posts and members, the five documents as issued plans, and the campaign of La
/// Gi with its roster.
///
/// Every request goes through the gateway as the user whose task it is. Each has a key of its own that is the same in
/// every run, so a load that was interrupted is simply run again.
public final class SampleLoader {
    /// The day before the sample begins.
    private static final String LAST_VOTE = "2024-03-12";

    private static final int AT_A_TIME = 4;
    private static final String FIRST_ADMINISTRATOR = "quantri";
    private static final String CAMPAIGN_DOCUMENT = "la-gi-2024.txt";
    private static final String CAMPAIGN_OBLIGATION = "S2-12";
    private static final int VERSION_STALE = 412;

    private final Api api;
    private final SampleFiles files;
    private final Consumer<String> progress;
    private final Imports imports;
    private final Map<String, String> organisations = new ConcurrentHashMap<>();
    private final Map<String, String> plans = new ConcurrentHashMap<>();

    private SampleLoader(Api api, SampleFiles files, Consumer<String> progress) {
        this.api = api;
        this.files = files;
        this.progress = progress;
        this.imports = new Imports(api, files, progress);
    }

    /// @return false when there is nothing to load; the next start then asks again
    /// @throws RuntimeException with one sentence on what was refused and why
    public static boolean load(URI gateway, TokenSource tokens, Path sampleFolder, Consumer<String> progress) {
        var files = new SampleFiles(sampleFolder);
        if (!files.exist()) return false;
        try (var api = new Api(gateway, tokens)) {
            new SampleLoader(api, files, progress).load();
        }
        return true;
    }

    private void load() {
        var posts = files.rows("posts.csv");
        loadOrganisations(files.rows("organisations.csv"));
        loadPosts(posts);
        loadMembers(files.rows("members.csv"));
        loadPlans(posts);
        openCampaign(posts);
    }

    private void loadOrganisations(List<Map<String, String>> rows) {
        var root = rows.getFirst();
        create(root);
        var id = organisation(cell(root, "code"));
        api.post(
                FIRST_ADMINISTRATOR,
                "/posts",
                post(id, "ADMINISTRATOR", FIRST_ADMINISTRATOR, cell(root, "validFrom"), ""),
                "sample-post-root-administrator",
                null);
        // A parent stands before its children; those of one level do not wait for each other.
        var rest = new ArrayList<>(rows.subList(1, rows.size()));
        while (!rest.isEmpty()) {
            var ready = rest.stream()
                    .filter(row -> organisations.containsKey(cell(row, "parentCode")))
                    .toList();
            if (ready.isEmpty()) throw new LoadFailure("organisations.csv names an unknown parent: " + rest.getFirst());
            each(ready, this::create);
            rest.removeAll(ready);
        }
        progress.accept(rows.size() + " organisations");
    }

    private void create(Map<String, String> row) {
        var body = Api.JSON.createObjectNode();
        var code = cell(row, "code");
        if (!cell(row, "parentCode").isEmpty()) body.put("parentId", organisation(cell(row, "parentCode")));
        body.put("code", code);
        for (var field : List.of("name", "kind", "hierarchy", "validFrom")) body.put(field, cell(row, field));
        if (!cell(row, "validTo").isEmpty()) body.put("validTo", cell(row, "validTo"));
        organisations.put(
                code,
                api.post(FIRST_ADMINISTRATOR, "/organisations", body, "sample-org-" + code, null)
                        .id());
    }

    private void loadPosts(List<Map<String, String>> rows) {
        var held = new ConcurrentHashMap<String, String>();
        var substantive = rows.stream()
                .filter(row -> cell(row, "deputyOfSubject").isEmpty())
                .toList();
        each(substantive, row -> held.put(key(row, cell(row, "subject")), give(row, null)));
        each(
                rows.stream()
                        .filter(row -> !cell(row, "deputyOfSubject").isEmpty())
                        .toList(),
                row -> give(row, held.get(key(row, cell(row, "deputyOfSubject")))));
        progress.accept(rows.size() + " posts");
    }

    private String give(Map<String, String> row, @Nullable String deputyOf) {
        var body = post(
                organisation(cell(row, "organisationCode")),
                cell(row, "role"),
                cell(row, "subject"),
                cell(row, "validFrom"),
                cell(row, "validTo"));
        if (deputyOf != null) body.put("deputyOf", deputyOf);
        return api.post(
                        FIRST_ADMINISTRATOR,
                        "/posts",
                        body,
                        idempotencyKey("sample-post-", key(row, cell(row, "subject"))),
                        null)
                .id();
    }

    private static ObjectNode post(String organisation, String role, String subject, String from, String to) {
        var body = Api.JSON.createObjectNode();
        body.put("organisationId", organisation);
        body.put("role", role);
        body.put("holderSubject", subject);
        body.put("validFrom", from);
        if (!to.isEmpty()) body.put("validTo", to);
        return body;
    }

    private static String key(Map<String, String> post, String subject) {
        return cell(post, "organisationCode") + " " + cell(post, "role") + " " + subject;
    }

    /// Keys have at most 64 characters, so the longer part enters as its hash.
    static String idempotencyKey(String prefix, String what) {
        return prefix + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }

    private void loadMembers(List<Map<String, String>> rows) {
        var issuer = api.issuerOf(FIRST_ADMINISTRATOR);
        each(
                rows,
                row -> api.postOnceKnown(
                        FIRST_ADMINISTRATOR,
                        "/members",
                        member(row, issuer),
                        "sample-member-" + cell(row, "cardNumber")));
        progress.accept(rows.size() + " members");
    }

    private ObjectNode member(Map<String, String> row, String issuer) {
        var body = Api.JSON.createObjectNode();
        for (var field : List.of("name", "birthDate", "category", "status", "language", "email", "cardNumber")) {
            if (!cell(row, field).isEmpty()) body.put(field, cell(row, field));
        }
        if (!cell(row, "subject").isEmpty()) {
            body.put("identityIssuer", issuer);
            body.put("identitySubject", cell(row, "subject"));
        }
        var memberships = body.putArray("memberships");
        for (var code : cell(row, "organisationCodes").split("\\|"))
            memberships.addObject().put("organisationId", organisation(code)).put("from", cell(row, "joinedOn"));
        return body;
    }

    private void loadPlans(List<Map<String, String>> posts) {
        var contents = new PlanContents(files.json("debtors.json"), organisations);
        var documents = new ArrayList<Map.Entry<String, JsonNode>>();
        files.json("documents.json").properties().forEach(documents::add);
        each(documents, entry -> {
            var content = contents.of(
                    entry.getValue(), files.json("examples/" + entry.getKey().replace(".txt", ".expected.json")));
            plans.put(entry.getKey(), issue(entry.getKey(), entry.getValue(), content, posts));
        });
    }

    /// The day of the document, but none that is still to come when the sample begins.
    private static String dayOfTheVote(String issueDate) {
        return issueDate.compareTo(LAST_VOTE) < 0 ? issueDate : LAST_VOTE;
    }

    /// Imported and confirmed by the issuer's officer, adopted and issued by its leader.
    private String issue(String name, JsonNode document, ObjectNode content, List<Map<String, String>> posts) {
        var issuer = document.path("organisation").asText();
        var officer = holder(posts, issuer, "COMMITTEE_OFFICER");
        var leader = holder(posts, issuer, "COMMITTEE_LEADER");
        var key = name.replace(".txt", "");
        var plan = imports.plan(officer, organisation(issuer), name, content);
        var path = "/plans/" + plan;
        var draft = api.get(officer, path);
        var nothing = Api.JSON.createObjectNode();
        var vote = nothing.deepCopy();
        vote.put("body", "COLLECTIVE_LEADERSHIP")
                .put("heldOn", dayOfTheVote(content.path("issueDate").asText()));
        vote.put("present", 15).put("inFavour", 15).put("against", 0).put("abstained", 0);
        var adopted = api.post(leader, path + "/adoption", vote, "sample-adoption-" + key, draft.etag());
        api.post(leader, path + "/issuance", nothing, "sample-issuance-" + key, adopted.etag());
        api.await(leader, path, "opening the assignments of " + name, read -> read.hasNonNull("assignmentsOpenedAt"));
        progress.accept("%s-%s of %s issued: %d obligations"
                .formatted(
                        document.path("number").asText(),
                        document.path("symbol").asText(),
                        issuer,
                        content.path("obligations").size()));
        return plan;
    }

    /// Deputies are not asked while the holder is there.
    private static String holder(List<Map<String, String>> posts, String organisation, String role) {
        return posts.stream()
                .filter(post -> cell(post, "organisationCode").equals(organisation)
                        && cell(post, "role").equals(role)
                        && cell(post, "deputyOfSubject").isEmpty())
                .map(post -> cell(post, "subject"))
                .findFirst()
                .orElseThrow(() -> new LoadFailure("posts.csv has no " + role + " at " + organisation));
    }

    private void openCampaign(List<Map<String, String>> posts) {
        var officer = holder(
                posts,
                files.json("documents.json")
                        .path(CAMPAIGN_DOCUMENT)
                        .path("organisation")
                        .asText(),
                "COMMITTEE_OFFICER");
        var plan = plans.get(CAMPAIGN_DOCUMENT);
        var obligation = api.get(officer, "/plans/" + plan + "/obligations?limit=200")
                .body()
                .path("items");
        var obligationId = first(obligation, item -> item.path("code").asText().equals(CAMPAIGN_OBLIGATION))
                .path("id")
                .asText();
        Function<JsonNode, JsonNode> ofIt = page -> first(
                page.path("items"), item -> item.path("obligationId").asText().equals(obligationId));
        var list = "/campaigns?limit=200";
        var campaign = ofIt.apply(api.await(
                        officer,
                        list,
                        "announcing the campaign",
                        page -> ofIt.apply(page).hasNonNull("dueAt"))
                .body());
        open(officer, "/campaigns/" + campaign.path("id").asText());
        progress.accept("campaign " + CAMPAIGN_OBLIGATION + " opened and its roster frozen");
    }

    /// Units that become known meanwhile change its version, which is then read again.
    private void open(String officer, String path) {
        api.await(officer, path, "opening the campaign", read -> {
            if (!read.path("status").asText().equals("ANNOUNCED")) return true;
            var etag = api.get(officer, path).etag();
            var answer = api.tryPost(officer, path + "/opening", Api.JSON.createObjectNode(), "sample-opening", etag);
            if (!answer.isSuccess() && answer.status() != VERSION_STALE)
                throw new LoadFailure("opening the campaign was answered " + answer.reason());
            return answer.isSuccess();
        });
        api.await(officer, path, "freezing the roster", read -> read.hasNonNull("rosterFrozenAt"));
    }

    private static JsonNode first(JsonNode items, Predicate<JsonNode> condition) {
        for (var item : items) {
            if (condition.test(item)) return item;
        }
        return MissingNode.getInstance();
    }

    private String organisation(String code) {
        var id = organisations.get(code);
        if (id == null) throw new LoadFailure("organisations.csv has no " + code);
        return id;
    }

    private static String cell(Map<String, String> row, String column) {
        var value = row.get(column);
        if (value == null) throw new LoadFailure("a file has no column " + column);
        return value;
    }

    /// A few at a time; the first failure ends the load.
    private static <T> void each(Collection<T> items, Consumer<T> action) {
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var futures = items.stream()
                    .map(item -> threads.submit((Callable<Boolean>) () -> {
                        action.accept(item);
                        return true;
                    }))
                    .toList();
            try {
                for (var future : futures) future.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof LoadFailure failure ? failure : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new LoadFailure("the load was interrupted");
            }
        }
    }
}
