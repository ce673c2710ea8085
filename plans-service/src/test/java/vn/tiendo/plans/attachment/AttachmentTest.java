package vn.tiendo.plans.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.content.DocumentStore;
import vn.tiendo.kit.content.DocumentsConfig;
import vn.tiendo.kit.content.OrphanCollection;
import vn.tiendo.kit.content.StoredContents;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.test.SampleFiles;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class AttachmentTest {

    @Inject
    DocumentStore store;

    @Inject
    StoredContents contents;

    @Inject
    DocumentsConfig config;

    @Inject
    BackgroundTasks background;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource
    URI address;

    private Unit province;
    private Unit unit;
    private String officer;
    private String leader;
    private String plan;
    private String tag;

    @BeforeEach
    void draft() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
        leader = aHolder("COMMITTEE_LEADER", province.id());
        var drafted = post(
                officer,
                "/api/v1/plans",
                aPlan(
                        province.id(),
                        anObligation("O", "GENERIC_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null)));
        plan = "/api/v1/plans/" + drafted.path("id");
        tag = drafted.header("ETag");
    }

    private static byte[] unique() {
        return SampleFiles.text("Phụ lục " + UUID.randomUUID());
    }

    private static String hashOf(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Response upload(String subject, String plan, String name, byte[] bytes) {
        return uploadOnce(subject, plan, name, bytes, UUID.randomUUID().toString());
    }

    private static Response uploadOnce(String subject, String plan, String name, byte[] bytes, String key) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(subject))
                .header("Idempotency-Key", key)
                .contentType("application/octet-stream")
                .queryParam("fileName", name)
                .body(bytes)
                .post(plan + "/documents");
    }

    private static Response delete(String subject, String path, String ifMatch) {
        var request = RestAssured.given().auth().oauth2(Tokens.of(subject));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).delete(path);
    }

    private void adopt() {
        tag = command(leader, plan + "/adoption", tag, aVote())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private void issue() {
        adopt();
        command(leader, plan + "/issuance", tag, null).then().statusCode(200);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, plan).path("assignmentsOpenedAt") != null);
    }

    private Path placeOf(String hash) {
        return config.folder()
                .orElseThrow()
                .resolve("kept")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static void age(String hash) {
        TestDatabase.ask(
                "update stored_content set touched_at = now() - interval '30 days' where hash = ? returning hash",
                hash);
    }

    private static long rows(String hash) {
        return TestDatabase.count("select count(*) from stored_content where hash = ?", hash);
    }

    @Test
    void a_file_comes_back_as_it_was_sent_under_its_composed_name() throws Exception {
        var bytes = SampleFiles.word("Kế hoạch");
        var name = "Kế hoạch số 33 (đã ký).docx";
        var sent = upload(officer, plan, Normalizer.normalize(name, Normalizer.Form.NFD), bytes);
        sent.then()
                .statusCode(201)
                .body("fileName", is(name))
                .body("hash", is(hashOf(bytes)))
                .body("size", is(bytes.length))
                .body("mediaType", is("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        var path = plan + "/documents/" + sent.path("id");
        assertThat(sent.header("Location")).endsWith(path);
        get(officer, plan + "/documents").then().body("items", hasSize(1)).body("items[0].fileName", is(name));
        get(officer, path).then().statusCode(200).body("hash", is(hashOf(bytes)));

        var got = get(officer, path + "/content");
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.asByteArray()).isEqualTo(bytes);
        assertThat(got.header("ETag")).isEqualTo("\"" + hashOf(bytes) + "\"");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Content-Disposition"))
                .startsWith("attachment; filename=\"Ke hoach so 33 (da ky).docx\"; filename*=UTF-8''K%E1%BA%BF%20ho");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(officer))
                .header("If-None-Match", got.header("ETag"))
                .get(path + "/content")
                .then()
                .statusCode(304);
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where action = 'attach-document' and subject_id = ?",
                        UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1))))
                .isEqualTo(1);
    }

    @Test
    void a_draft_is_read_by_its_owner_and_an_issued_plan_by_every_organisation_that_it_binds() {
        String id = upload(officer, plan, "a.txt", unique()).path("id");
        var path = plan + "/documents/" + id;
        var bound = aHolder("MEMBER", unit.id());
        var stranger = aHolder("COMMITTEE_LEADER", aProvince().id());
        for (var each : new String[] {"", "/" + id, "/" + id + "/content"}) {
            get(bound, plan + "/documents" + each).then().statusCode(404).body("type", is("/problems/plan-not-found"));
        }
        issue();
        get(bound, plan + "/documents").then().statusCode(200).body("items", hasSize(1));
        get(bound, path + "/content").then().statusCode(200);
        get(stranger, path + "/content").then().statusCode(404);
        upload(bound, plan, "b.txt", unique()).then().statusCode(403).body("type", is("/problems/role-required"));
        upload(stranger, plan, "b.txt", unique()).then().statusCode(404);
        RestAssured.get(path + "/content").then().statusCode(401);
    }

    @Test
    void files_come_until_the_plan_is_issued_and_go_only_from_a_draft() {
        var first = upload(officer, plan, "a.txt", unique());
        var firstPath = plan + "/documents/" + first.path("id");
        delete(officer, firstPath, null).then().statusCode(428);
        delete(officer, firstPath, "\"0\"").then().statusCode(412);
        delete(aHolder("AUDITOR", province.id()), firstPath, "*").then().statusCode(403);
        delete(officer, firstPath, first.header("ETag")).then().statusCode(204);
        get(officer, firstPath).then().statusCode(404).body("type", is("/problems/document-not-found"));
        assertThat(TestDatabase.count("select bytes from document_usage where organisation_id = ?", province.id()))
                .isZero();

        var second = upload(officer, plan, "a.txt", unique());
        adopt();
        upload(officer, plan, "b.txt", unique()).then().statusCode(201);
        delete(officer, plan + "/documents/" + second.path("id"), "*")
                .then()
                .statusCode(409)
                .body("type", is("/problems/documents-frozen"));
        command(leader, plan + "/issuance", tag, null).then().statusCode(200);
        upload(officer, plan, "c.txt", unique()).then().statusCode(409).body("type", is("/problems/documents-frozen"));
        get(officer, plan + "/documents").then().body("items", hasSize(2));
    }

    @Test
    void each_refusal_has_its_name_and_leaves_nothing() throws Exception {
        upload(officer, plan, "a.pdf", unique())
                .then()
                .statusCode(422)
                .body("type", is("/problems/extension-mismatch"));
        upload(officer, plan, "a.docx", SampleFiles.zip(Map.of("[Content_Types].xml", "x", "word/vbaProject.bin", "x")))
                .then()
                .statusCode(422)
                .body("type", is("/problems/macro-document-refused"));
        upload(officer, plan, "a.exe", unique())
                .then()
                .statusCode(422)
                .body("type", is("/problems/document-type-refused"));
        upload(officer, plan, "a.txt", new byte[] {0, 1, 2})
                .then()
                .statusCode(422)
                .body("type", is("/problems/document-type-refused"));
        upload(officer, plan, "a.txt", new byte[0]).then().statusCode(422).body("type", is("/problems/document-empty"));
        upload(officer, plan, "a/b.txt", unique())
                .then()
                .statusCode(422)
                .body("type", is("/problems/file-name-refused"));
        upload(officer, plan, "a.txt", SampleFiles.text("TỈNH ỦY\nMẬT\n"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/secret-document-refused"));
        get(officer, plan + "/documents").then().body("items", is(empty()));
        assertThat(rows(hashOf(SampleFiles.text("TỈNH ỦY\nMẬT\n")))).isZero();
        try (var left = Files.list(config.folder().orElseThrow().resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void twenty_mebibytes_are_taken_and_one_byte_more_is_413() throws Exception {
        var largest = new byte[20 * 1024 * 1024];
        Arrays.fill(largest, (byte) 'x');
        var more = Arrays.copyOf(largest, largest.length + 1);
        more[largest.length] = 'x';
        try (var client = HttpClient.newHttpClient()) {
            assertThat(sent(client, "a.txt", HttpRequest.BodyPublishers.ofByteArray(largest)))
                    .satisfies(taken -> assertThat(taken.statusCode()).isEqualTo(201))
                    .satisfies(taken -> assertThat(taken.body()).contains("\"size\":" + largest.length));
            assertThat(sent(client, "b.txt", HttpRequest.BodyPublishers.ofByteArray(more)))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(413))
                    .satisfies(refused -> assertThat(refused.body()).contains("/problems/document-too-large"));
            assertThat(sent(
                                    client,
                                    "c.txt",
                                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))
                            .statusCode())
                    .isEqualTo(413);
        }
        get(officer, plan + "/documents").then().body("items", hasSize(1));
    }

    /// RestAssured takes a quarter of a minute to send as much.
    private HttpResponse<String> sent(HttpClient client, String fileName, HttpRequest.BodyPublisher body)
            throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(plan + "/documents?fileName=" + fileName))
                .header("Authorization", "Bearer " + Tokens.of(officer))
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_length_that_is_too_large_is_refused_before_anything_is_read() throws Exception {
        var body =
                "POST %s/documents?fileName=a.txt HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 40000000\r\n\r\n"
                        .formatted(plan, Tokens.of(officer));
        try (var socket = new java.net.Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            var status = new java.io.BufferedReader(
                            new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void the_same_key_gives_the_same_answer_and_refuses_another_file() {
        var key = UUID.randomUUID().toString();
        var bytes = unique();
        String id = uploadOnce(officer, plan, "a.txt", bytes, key).path("id");
        uploadOnce(officer, plan, "a.txt", bytes, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(id));
        uploadOnce(officer, plan, "a.txt", unique(), key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        upload(officer, plan, "a.txt", unique())
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-document-per-file-name"));
        get(officer, plan + "/documents").then().body("items", hasSize(1));
    }

    @Test
    void the_same_content_is_kept_once_and_stays_while_anybody_refers_to_it() throws Exception {
        var bytes = unique();
        var hash = hashOf(bytes);
        var first = upload(officer, plan, "a.txt", bytes);
        String second = upload(officer, plan, "b.txt", bytes).path("id");
        assertThat(rows(hash)).isEqualTo(1);
        delete(officer, plan + "/documents/" + first.path("id"), "*").then().statusCode(204);
        age(hash);
        collect();
        get(officer, plan + "/documents/" + second + "/content").then().statusCode(200);
        delete(officer, plan + "/documents/" + second, "*").then().statusCode(204);
        collect();
        assertThat(rows(hash))
                .as("removed just now, so within its time of grace")
                .isEqualTo(1);
        age(hash);
        collect();
        assertThat(rows(hash)).isZero();
        assertThat(placeOf(hash)).doesNotExist();
    }

    /// Waits for a whole pass that begins now: a content made for it is gone afterwards.
    private void collect() throws Exception {
        var marker = hashOf(unique());
        TestDatabase.ask(
                "insert into stored_content (hash, size, touched_at) values (?, 1, now() - interval '40 days') returning hash",
                marker);
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            background.wake(OrphanCollection.NAME);
            return rows(marker) == 0;
        });
    }

    @Test
    void a_kill_between_the_bytes_and_the_row_leaves_a_content_that_is_collected_after_its_time_of_grace()
            throws Exception {
        var bytes = unique();
        var hash = hashOf(bytes);
        // What an upload has done when it is killed before its transaction ends.
        contents.announce(hash, bytes.length);
        store.keep(store.receive(new ByteArrayInputStream(bytes), bytes.length));
        assertThat(store.isSound(hash)).isTrue();
        collect();
        assertThat(store.isSound(hash)).as("within its time of grace").isTrue();
        age(hash);
        collect();
        assertThat(rows(hash)).isZero();
        assertThat(placeOf(hash)).doesNotExist();

        // Killed before the bytes were in place: the client sends them again.
        contents.announce(hash, bytes.length);
        String id = upload(officer, plan, "a.txt", bytes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        age(hash);
        collect();
        assertThat(get(officer, plan + "/documents/" + id + "/content").asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void an_upload_waits_for_the_collection_of_its_own_content_and_then_keeps_it_anew() throws Exception {
        var bytes = unique();
        var hash = hashOf(bytes);
        contents.announce(hash, bytes.length);
        store.keep(store.receive(new ByteArrayInputStream(bytes), bytes.length));
        try (var pool = Executors.newSingleThreadExecutor();
                var collector = TestDatabase.connect()) {
            collector.setAutoCommit(false);
            try (var lock = collector.prepareStatement("select 1 from stored_content where hash = ? for update")) {
                lock.setString(1, hash);
                lock.execute();
            }
            var uploading = pool.submit(() -> upload(officer, plan, "a.txt", bytes));
            Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() ->
                            TestDatabase.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and query like '%stored_content%'")
                                    > 0);
            store.remove(hash);
            try (var forget = collector.prepareStatement("delete from stored_content where hash = ?")) {
                forget.setString(1, hash);
                forget.execute();
            }
            collector.commit();
            String id = uploading
                    .get(20, TimeUnit.SECONDS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(get(officer, plan + "/documents/" + id + "/content").asByteArray())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void damaged_bytes_are_not_handed_out_and_the_nightly_comparison_counts_them() throws Exception {
        var bytes = unique();
        var hash = hashOf(bytes);
        String id = upload(officer, plan, "a.txt", bytes).path("id");
        var broken = bytes.clone();
        broken[0] ^= 1;
        Files.write(placeOf(hash), broken);
        get(officer, plan + "/documents/" + id + "/content")
                .then()
                .statusCode(503)
                .body("type", is("/problems/document-damaged"));
        TestDatabase.ask(
                "update stored_content set verified_at = now() - interval '25 hours' where hash = ? returning hash",
                hash);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            background.wake("document-verification");
            return TestDatabase.count(
                            "select count(*) from stored_content where hash = ? and damaged_at is not null", hash)
                    == 1;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> meters.get("tiendo.documents.damaged").gauge().value() >= 1);
        // The same file sent again heals it for all who refer to it.
        upload(officer, plan, "b.txt", bytes).then().statusCode(201);
        assertThat(get(officer, plan + "/documents/" + id + "/content").asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void uploads_at_once_cannot_pass_the_quota_together() throws Exception {
        upload(officer, plan, "first.txt", SampleFiles.text("x")).then().statusCode(201);
        var size = unique().length;
        TestDatabase.ask(
                "update document_usage set bytes = ? where organisation_id = ? returning bytes",
                config.quota() - 3L * size,
                province.id());
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var name = i + ".txt";
            calls.add(() -> upload(officer, plan, name, unique()).statusCode());
        }
        var codes = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get());
            }
        }
        assertThat(codes).containsOnly(201, 422);
        assertThat(codes.stream().filter(code -> code == 201)).hasSize(3);
        upload(officer, plan, "last.txt", unique())
                .then()
                .statusCode(422)
                .body("type", is("/problems/document-quota-exceeded"));
        get(officer, plan + "/documents").then().body("items", hasSize(4));
    }

    @Test
    void the_list_is_paged_without_gaps() {
        for (int i = 0; i < 5; i++) {
            upload(officer, plan, i + ".txt", unique()).then().statusCode(201);
        }
        var seen = new ArrayList<String>();
        var next = plan + "/documents?limit=2";
        for (int i = 0; i < 3; i++) {
            var page = get(officer, next);
            seen.addAll(page.jsonPath().getList("items.fileName"));
            String cursor = page.path("nextCursor");
            next = plan + "/documents?limit=2&cursor="
                    + (cursor == null ? "" : URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        assertThat(seen).containsExactly("0.txt", "1.txt", "2.txt", "3.txt", "4.txt");
    }
}
