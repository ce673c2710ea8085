package vn.tiendo.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.TestWork.anAssignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.RightsPolicy.Caller;
import vn.tiendo.notifications.RightsPolicy.Place;
import vn.tiendo.notifications.preference.TestLinks;

/// One thing of every sort at one organisation, and one holder of every role at it and around it.
final class RightsWorld {

    /// The day on which a reminder fires there.
    static final LocalDate DUE = LocalDate.of(2051, 3, 9);

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final Map<String, String> ids = new HashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final KnownOrganisation superior = TestTree.aRoot();
    private final KnownOrganisation own = TestTree.aChildOf(superior);
    private final String leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, own);
    private final String secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, own);

    RightsWorld() {
        ids.put("own", own.id().toString());
        makeCallers();
        ids.put("policy", made("/reminder-policies", aPolicy(this)));
        ids.put("template", made("/message-templates", aTemplate(this)));
        ids.put("broadcast", made("/broadcasts", aBroadcast(this)));
        var administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, own);
        tokens.put(administrator, Tokens.of(administrator));
        ids.put("webhook", made(administrator, "/webhooks", aWebhook(this), "webhook.id"));
        ids.put("contract", made(administrator, "/provider-contracts", aContract(this), "id"));
        ids.put("provider-template", made(administrator, "/provider-templates", aProviderTemplate(this), "id"));
        ids.put("default", made("/preference-defaults", aDefault(this)));
        ids.put("link", TestLinks.to(Tokens.ISSUER, secretary));
        makeReminder();
        makeNotification();
        makeDispatch();
        ids.put("channel", "EMAIL");
    }

    private void makeCallers() {
        callers.add(new Caller("nobody-" + UUID.randomUUID(), null, null));
        var places = Map.of(
                Place.OWN, own,
                Place.SUBORDINATE, TestTree.aChildOf(own),
                Place.SUPERIOR, superior,
                Place.SIBLING, TestTree.aChildOf(superior),
                Place.FOREIGN, TestTree.aRoot());
        for (var place : Place.values()) {
            for (var role : Role.values()) {
                callers.add(new Caller(TestTree.aHolderOf(role, places.get(place)), place, role));
            }
        }
        callers.forEach(caller -> tokens.put(caller.subject(), Tokens.of(caller.subject())));
        tokens.put(leader, Tokens.of(leader));
    }

    /// Of another kind than the policy is for, so that it has a rung on its day.
    private void makeReminder() {
        var assignment = anAssignment(own, DUE).send();
        await().atMost(SOON)
                .until(() -> TestWork.rows("select id::text from reminder where duty_id = ?1", assignment.id)
                                .size()
                        == 8);
        ids.put(
                "reminder",
                TestWork.rows("select id::text from reminder where duty_id = ?1 and rung = 0", assignment.id)
                        .getFirst());
    }

    private void makeNotification() {
        var id = UUID.randomUUID();
        TestWork.execute("""
                insert into notification (id, version, reminder_id, recipient_issuer, recipient_subject, duty_id,
                  duty_kind, organisation_id, escalated, language, title, text, delivered_at)
                values (?1, 0, ?1, ?2, ?3, ?1, 'BROADCAST', ?4, false, 'vi', 'Mời họp', 'Lúc 8 giờ', now())""", id, Tokens.ISSUER, secretary, own.id());
        ids.put("notification", id.toString());
    }

    /// A message about the notification that has gone out, and the address that it went to.
    private void makeDispatch() {
        var id = UUID.randomUUID();
        TestWork.execute("""
                insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                  only_if_unread, not_before, state, message_id, address_hash, next_attempt_at, created_at)
                values (?1, ?2, 'EMAIL', 'BROADCAST', ?3, ?1, false, false, now(), 'SENT', ?1, 'x', now(), now())""", id, UUID.fromString(id("notification")), own.id());
        ids.put("dispatch", id.toString());
        TestWork.execute("""
                insert into contact_point (id, version, issuer, subject, kind, address, state, code_tries, created_at)
                values (?1, 0, ?2, ?3, 'EMAIL', 'secretary@example.vn', 'ACTIVE', 0, now())""", id, Tokens.ISSUER, secretary);
        ids.put("contact-point", id.toString());
    }

    private String made(String path, Object body) {
        return made(leader, path, body, "id");
    }

    private String made(String by, String path, Object body, String id) {
        var response = send(by, "POST", "/api/v1" + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JsonPath.from(response.body()).getString(id);
    }

    List<Caller> callers() {
        return callers;
    }

    String id(String name) {
        var id = ids.get(name);
        assertThat(id).as(name).isNotNull();
        return id;
    }

    /// Of a type that nothing sends, so that nobody is called.
    static Map<String, Object> aWebhook(RightsWorld world) {
        return Map.of(
                "organisationId", world.id("own"),
                "url", "http://127.0.0.1:9/nobody-listens",
                "eventTypes", List.of("nobody.nothing.sent.v1"));
    }

    static Map<String, Object> aContract(RightsWorld world) {
        return Map.of("organisationId", world.id("own"), "channel", "SMS", "terms", contractTerms());
    }

    static Map<String, Object> contractTerms() {
        return Map.of("sender", "TIENDO", "validFrom", "2024-01-01", "perDay", 1000);
    }

    static Map<String, Object> aProviderTemplate(RightsWorld world) {
        return Map.of("contractId", world.id("contract"), "content", providerWords());
    }

    static Map<String, Object> providerWords() {
        return Map.of(
                "carries", "OVERDUE", "language", "VI", "text", "{noi_dung}", "parameters", Map.of("noi_dung", "THIN"));
    }

    static Map<String, Object> anAddress(RightsWorld world) {
        return Map.of("kind", "EMAIL", "address", "a" + UUID.randomUUID() + "@example.vn");
    }

    static Map<String, Object> aDefault(RightsWorld world) {
        return Map.of("organisationId", world.id("own"), "defaults", Map.of());
    }

    static Map<String, Object> aPolicy(RightsWorld world) {
        var policy = new HashMap<>(rungs());
        policy.put("organisationId", world.id("own"));
        policy.put("obligationKind", "INSPECTION");
        return policy;
    }

    static Map<String, Object> rungs() {
        return Map.of(
                "dayCount",
                "WORKING",
                "rungs",
                List.of(Map.of("days", -3, "tell", List.of(Map.of("role", "CELL_SECRETARY", "level", 0)))));
    }

    static Map<String, Object> aTemplate(RightsWorld world) {
        var template = new HashMap<>(words());
        template.putAll(Map.of("organisationId", world.id("own"), "purpose", "DEBTOR", "language", "VI"));
        return template;
    }

    static Map<String, Object> words() {
        return Map.of("title", "Còn {days} ngày", "text", "{subject}", "thinText", "Còn {days} ngày");
    }

    static Map<String, Object> aBroadcast(RightsWorld world) {
        var broadcast = new HashMap<>(message());
        broadcast.put("organisationId", world.id("own"));
        return broadcast;
    }

    static Map<String, Object> message() {
        return Map.of("roles", List.of("CELL_SECRETARY"), "members", false, "title", "Mời họp", "text", "Lúc 8 giờ");
    }

    HttpResponse<String> send(@Nullable String subject, String method, String path, @Nullable Object body) {
        try {
            return CLIENT.send(request(subject, method, path, body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The status alone, without waiting for the end of what is answered.
    int open(@Nullable String subject, String path) {
        try {
            var response = CLIENT.send(request(subject, "GET", path, null), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(@Nullable String subject, String method, String path, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                    .timeout(SOON)
                    .header("Content-Type", "application/json");
            if (subject != null) {
                request.header("Authorization", "Bearer " + tokens.get(subject));
            }
            return request.method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
