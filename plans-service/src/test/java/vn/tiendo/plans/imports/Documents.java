package vn.tiendo.plans.imports;

import static io.restassured.RestAssured.given;
import static vn.tiendo.plans.PlansWorld.get;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import vn.tiendo.kit.test.Tokens;

/// Documents as clerks send them, good and bad, and how they are sent.
final class Documents {

    static final String PATH = "/api/v1/plan-imports";
    static final String TEXT = "text/plain";
    static final String PDF = "application/pdf";
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String HTML = "text/html";

    private static final int MEGABYTE = 1024 * 1024;

    private Documents() {}

    static Response send(String subject, UUID organisation, String type, String fileName, byte[] bytes) {
        return sendOnce(
                subject, organisation, type, fileName, bytes, UUID.randomUUID().toString());
    }

    static Response sendOnce(
            String subject, UUID organisation, String type, String fileName, byte[] bytes, String key) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .queryParam("organisation", organisation)
                .queryParam("fileName", fileName)
                .body(bytes)
                .post(PATH);
    }

    /// Sends a document and answers with its address once it was read.
    static String read(String subject, UUID organisation, String type, String fileName, byte[] bytes) {
        var sent = send(subject, organisation, type, fileName, bytes);
        sent.then().statusCode(202);
        var path = PATH + "/" + sent.path("id");
        until(subject, path, "PROPOSED");
        return path;
    }

    static JsonPath until(String subject, String path, String status) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> get(subject, path).path("status").equals(status));
        return get(subject, path).jsonPath();
    }

    static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of("../deploy/sample/examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] word(String... paragraphs) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (var paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same document with one of its parts replaced.
    static byte[] word(String part, UnaryOperator<String> change) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(word("Kế hoạch")));
                var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    var content = in.readAllBytes();
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(
                            entry.getName().equals(part)
                                    ? text(change.apply(new String(content, StandardCharsets.UTF_8)))
                                    : content);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A paragraph of two hundred megabytes in two hundred kilobytes.
    static byte[] zipBomb() {
        var blanks = " ".repeat(MEGABYTE);
        try (var in = new ZipInputStream(new ByteArrayInputStream(word("x")));
                var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    var content = in.readAllBytes();
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals("word/document.xml")) {
                        var xml = new String(content, StandardCharsets.UTF_8);
                        var end = xml.indexOf("</w:t>");
                        zip.write(text(xml.substring(0, end)));
                        for (int i = 0; i < 200; i++) {
                            zip.write(text(blanks));
                        }
                        zip.write(text(xml.substring(end)));
                    } else {
                        zip.write(content);
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(String... lines) {
        return encryptedPdf(null, lines);
    }

    /// @param password no password when absent
    static byte[] encryptedPdf(@org.jspecify.annotations.Nullable String password, String... lines) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.setLeading(14);
                for (var line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A page whose few packed kilobytes are one word of half a gigabyte.
    static byte[] pdfThatEatsMemory() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            var stream = new PDStream(document);
            var letters = new byte[MEGABYTE];
            Arrays.fill(letters, (byte) 'a');
            try (var content = stream.createOutputStream(COSName.FLATE_DECODE)) {
                content.write(text("BT /F1 12 Tf ("));
                for (int i = 0; i < 512; i++) {
                    content.write(letters);
                }
                content.write(text(") Tj ET"));
            }
            page.setContents(stream);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
