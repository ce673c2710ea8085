package vn.tiendo.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.imports.Documents.HTML;
import static vn.tiendo.plans.imports.Documents.PATH;
import static vn.tiendo.plans.imports.Documents.PDF;
import static vn.tiendo.plans.imports.Documents.TEXT;
import static vn.tiendo.plans.imports.Documents.WORD;
import static vn.tiendo.plans.imports.Documents.send;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// What is not taken in, each by its name, and that nothing of it stays.
@QuarkusTest
class RefusedDocumentsTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource
    URI address;

    private Unit unit;
    private String officer;

    @BeforeEach
    void begin() {
        unit = aUnit(aProvince().id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", unit.id());
    }

    private void refused(String code, int status, String type, String fileName, byte[] bytes) {
        send(officer, unit.id(), type, fileName, bytes)
                .then()
                .statusCode(status)
                .body("type", is("/problems/" + code))
                .body("detail", org.hamcrest.Matchers.not(containsString(code)));
        get(officer, PATH).then().body("items", hasSize(0));
    }

    @Test
    void an_empty_file() {
        refused("empty-file", 422, PDF, "a.pdf", new byte[0]);
    }

    @Test
    void an_encrypted_pdf() {
        refused("encrypted-document", 422, PDF, "a.pdf", Documents.encryptedPdf("mat khau", "Ke hoach"));
    }

    @Test
    void a_pdf_of_pictures_alone() {
        refused("no-text-found", 422, PDF, "a.pdf", Documents.pdf());
    }

    @Test
    void a_name_or_a_type_that_does_not_fit_the_content() {
        refused("wrong-extension", 422, WORD, "a.docx", Documents.pdf("Ke hoach"));
        refused("wrong-extension", 422, PDF, "a.docx", Documents.pdf("Ke hoach"));
        refused("wrong-extension", 422, TEXT, "a.txt", Documents.word("Kế hoạch"));
    }

    @Test
    void a_document_with_macros_by_name_by_type_or_by_content() {
        refused("macro-document", 422, WORD, "a.docm", Documents.word("Kế hoạch"));
        refused("macro-document", 422, DocumentFormat.MACRO_TYPE, "a.docx", Documents.word("Kế hoạch"));
        refused(
                "macro-document",
                422,
                WORD,
                "a.docx",
                Documents.word(
                        "[Content_Types].xml",
                        types -> types.replace(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml")));
    }

    @Test
    void a_packed_file_that_unfolds_beyond_all_measure() {
        var bomb = Documents.zipBomb();
        assertThat(bomb.length).isLessThan(MEGABYTE);
        refused("unpacks-too-large", 422, WORD, "a.docx", bomb);
    }

    @Test
    void a_document_that_declares_entities_fetches_nothing() {
        refused(
                "external-entities",
                422,
                WORD,
                "a.docx",
                Documents.word(
                        "word/document.xml",
                        xml -> xml.replaceFirst(
                                        "<w:document",
                                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document")
                                .replace("Kế hoạch", "&e;")));
    }

    @Test
    void a_pdf_that_eats_all_memory_ends_its_own_process_and_nothing_else() {
        var hostile = Documents.pdfThatEatsMemory();
        assertThat(hostile.length).isLessThan(MEGABYTE);
        refused("document-too-complex", 422, PDF, "a.pdf", hostile);
        send(officer, unit.id(), TEXT, "a.txt", Documents.text("Kế hoạch"))
                .then()
                .statusCode(202);
    }

    @Test
    void bytes_that_are_no_document_at_all() {
        refused("damaged-document", 422, PDF, "a.pdf", Documents.text("%PDF-1.7 và không có gì nữa"));
        send(officer, unit.id(), "application/zip", "a.zip", new byte[] {1})
                .then()
                .statusCode(415);
    }

    @Test
    void a_file_beyond_twenty_megabytes_whether_its_length_is_said_or_not() throws Exception {
        var more = new byte[21 * MEGABYTE];
        var chunked = HttpRequest.newBuilder(address.resolve(PATH + "?organisation=" + unit.id()))
                .header("Authorization", "Bearer " + Tokens.of(officer))
                .header("Content-Type", TEXT)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(chunked, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        } catch (IOException closedBeforeAllWasSent) {
            assertThat(closedBeforeAllWasSent).isNotNull();
        }
        get(officer, PATH).then().body("items", hasSize(0));
    }

    @Test
    void a_gigabyte_is_refused_before_any_of_it_is_read() throws Exception {
        var head =
                "POST %s?organisation=%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/pdf\r\nContent-Length: 1073741824\r\n\r\n"
                        .formatted(PATH, unit.id(), Tokens.of(officer));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void more_text_than_any_plan_has() {
        refused("file-too-large", 413, TEXT, "a.txt", Documents.text("Kế hoạch ".repeat(120_000)));
    }

    @Test
    void utf_16_is_read() {
        var bytes =
                "\uFEFFKế hoạch năm 2024\nCác chi bộ báo cáo trước ngày 15/3/2024.".getBytes(StandardCharsets.UTF_16BE);
        send(officer, unit.id(), TEXT, "a.txt", bytes).then().statusCode(202);
    }

    @Test
    void a_state_secret_leaves_no_trace_in_tables_files_audit_or_log() throws Exception {
        for (var mark : List.of("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật")) {
            var secret = "bi-mat-" + UUID.randomUUID();
            for (var sent : Stream.of(
                            Stream.of(TEXT, "a.txt", Documents.text(mark + "\nKẾ HOẠCH\n" + secret)),
                            Stream.of(WORD, "a.docx", Documents.word(mark, "KẾ HOẠCH", secret)),
                            Stream.of(HTML, "a.html", Documents.text("<p>" + mark + "</p><p>" + secret + "</p>")))
                    .map(Stream::toList)
                    .toList()) {
                var bytes = (byte[]) sent.get(2);
                send(officer, unit.id(), (String) sent.get(0), (String) sent.get(1), bytes)
                        .then()
                        .statusCode(422)
                        .body("type", is("/problems/secret-document-refused"))
                        .body("detail", org.hamcrest.Matchers.not(containsString(secret)));
                assertThat(TestDatabase.count("select count(*) from stored_content where hash = ?", hashOf(bytes)))
                        .isZero();
            }
            assertThat(TestDatabase.count(
                            "select count(*) from plan_import_content where text like ?", "%" + secret + "%"))
                    .isZero();
            assertThat(TestDatabase.count(
                            "select count(*) from audit_record where (state_before || state_after)::text like ?",
                            "%" + secret + "%"))
                    .isZero();
            assertThat(filesWith(secret)).isEmpty();
        }
        get(officer, PATH).then().body("items", hasSize(0));
    }

    private static List<Path> filesWith(String words) throws IOException {
        try (var files = Files.walk(Path.of("target/documents"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, words))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words);
        } catch (IOException collectedMeanwhile) {
            return false;
        }
    }

    private static String hashOf(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void _401_403_and_404() {
        RestAssured.given()
                .contentType(TEXT)
                .queryParam("organisation", unit.id())
                .body("Kế hoạch")
                .post(PATH)
                .then()
                .statusCode(401);
        send(aHolder("MEMBER", unit.id()), unit.id(), TEXT, "a.txt", Documents.text("Kế hoạch"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        send(officer, aProvince().id(), TEXT, "a.txt", Documents.text("Kế hoạch"))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        get(officer, PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/plan-import-not-found"));
    }
}
