package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// Files of every kind, good and bad.
class ExtractionTest {

    private static final String SENTENCE = "Các chi bộ báo cáo kết quả trước ngày 15/3/2024.";

    @Test
    void utf_8_and_utf_16_with_and_without_a_mark_are_the_same_text() {
        assertThat(DocumentText.of("a.txt", SENTENCE.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SENTENCE);
        assertThat(DocumentText.of("a.txt", SENTENCE.getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(SENTENCE);
        assertThat(DocumentText.of("a.txt", SENTENCE.getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(SENTENCE);
        assertThat(PlanReader.read(DocumentText.of("a.txt", SENTENCE.getBytes(StandardCharsets.UTF_16)))
                        .obligations())
                .hasSize(1);
    }

    @Test
    void the_vietnamese_code_page_of_windows_is_read() {
        var bytes = "K\u00ca HOA\u0323CH na\u0306m 2024".getBytes(Charset.forName("windows-1258"));
        assertThat(DocumentText.of("a.txt", bytes)).contains("2024");
    }

    @Test
    void paragraphs_tables_and_footnotes_of_word_are_read() throws IOException {
        var text = DocumentText.of("a.docx", word());
        assertThat(text).contains(SENTENCE).contains("1\tXây dựng kế hoạch\tPhòng Nội vụ\tTrước 20/4/2024");
        var read = PlanReader.read(text).obligations();
        assertThat(read)
                .extracting(one -> one.deadline() == null
                        ? ""
                        : String.valueOf(one.deadline().date()))
                .contains("2024-03-15", "2024-04-20");
    }

    @Test
    void text_of_a_pdf_is_read() throws IOException {
        assertThat(DocumentText.of("a.pdf", pdf("Cac chi bo bao cao truoc ngay 15/3/2024", null)))
                .contains("truoc ngay 15/3/2024");
    }

    @Test
    void rows_and_lists_of_a_page_are_lines_and_scripts_are_not_read() {
        var html =
                "<html><head><script>alert('x')</script></head><body><p>KẾ&nbsp;HOẠCH</p><ul><li>Một</li><li>Hai</li></ul><table><tr><td>1</td><td>Việc</td></tr></table></body></html>";
        var text = DocumentText.of("a.html", html.getBytes(StandardCharsets.UTF_8));
        assertThat(text).contains("- Một\n").contains("\t1\tViệc").doesNotContain("alert");
    }

    @Test
    void an_empty_file_says_so() {
        refused("a.txt", new byte[0], Reason.EMPTY_FILE);
        refused("a.txt", "  \n 123".getBytes(StandardCharsets.UTF_8), Reason.NO_TEXT);
    }

    @Test
    void an_unknown_or_wrong_extension_says_so() throws IOException {
        refused("a.xlsx", word(), Reason.UNKNOWN_FORMAT);
        refused("a.txt", word(), Reason.WRONG_EXTENSION);
        refused("a.pdf", word(), Reason.WRONG_EXTENSION);
        refused("a.docx", "text".getBytes(StandardCharsets.UTF_8), Reason.WRONG_EXTENSION);
        refused("a.docm", word(), Reason.MACROS);
    }

    @Test
    void a_pdf_without_text_and_an_encrypted_one_say_so() throws IOException {
        refused("a.pdf", pdf(null, null), Reason.NO_TEXT);
        refused("a.pdf", pdf("secret", "password"), Reason.ENCRYPTED);
        refused("a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED);
    }

    @Test
    void an_encrypted_word_document_says_so() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (var stream = encryptor.getDataStream(file)) {
                stream.write(word());
            }
            file.writeFilesystem(out);
        }
        refused("a.docx", out.toByteArray(), Reason.ENCRYPTED);
    }

    @Test
    void the_numbers_that_word_draws_itself_are_counted() throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var list = CTAbstractNum.Factory.newInstance();
            list.setAbstractNumId(BigInteger.valueOf(7));
            level(list, 0, STNumberFormat.UPPER_ROMAN, "%1.");
            level(list, 1, STNumberFormat.DECIMAL, "%2.");
            level(list, 2, STNumberFormat.LOWER_LETTER, "%3)");
            var numbers = document.createNumbering();
            var id = numbers.addNum(numbers.addAbstractNum(new XWPFAbstractNum(list)));
            int[] levels = {0, 1, 2, 2, 1, 0, 1};
            for (int level : levels) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(id);
                paragraph.setNumILvl(BigInteger.valueOf(level));
                paragraph.createRun().setText("Việc");
            }
            document.createParagraph().createRun().setText("Không số");
            document.write(out);
            assertThat(DocumentText.of("a.docx", out.toByteArray()).lines())
                    .containsExactly(
                            "I. Việc", "1. Việc", "a) Việc", "b) Việc", "2. Việc", "II. Việc", "1. Việc", "Không số");
        }
    }

    private static void level(CTAbstractNum list, int level, STNumberFormat.Enum format, String text) {
        var added = list.addNewLvl();
        added.setIlvl(BigInteger.valueOf(level));
        added.addNewNumFmt().setVal(format);
        added.addNewLvlText().setVal(text);
    }

    @Test
    void the_old_code_of_tcvn_is_read_in_bytes_and_in_letters() {
        var old = "KÕ ho¹ch häc tËp vµ lµm theo t­ t­ëng, ®¹o ®øc, phong c¸ch Hå ChÝ Minh";
        var proper = "Kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
        assertThat(DocumentText.of("a.txt", old.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(proper);
        assertThat(DocumentText.of("a.txt", old.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(proper);
        assertThat(DocumentText.of("a.txt", proper.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(proper);
        var french = "Les « élèves » déjà reçus à l'été, où l'on naît et grandit ; garçons, fenêtres, théâtres.";
        assertThat(DocumentText.of("a.txt", french.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(french);
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        refused("a.docx", zip("word/document.xml", new byte[90 * 1024 * 1024]), Reason.BOMB);
    }

    @Test
    void an_external_entity_is_not_resolved() throws IOException {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        refused("a.docx", zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8)), Reason.ENTITIES);
    }

    @Test
    void a_document_marked_secret_is_refused() {
        for (var mark :
                new String[] {"MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật".toUpperCase(java.util.Locale.ROOT)}) {
            assertThatThrownBy(() -> PlanReader.read("TỈNH ỦY X\n" + mark + "\nSố 1-KH/TU\n\nKẾ HOẠCH\n\n" + SENTENCE))
                    .isInstanceOf(SecretDocument.class);
        }
        assertThat(PlanReader.read("KẾ HOẠCH\ncông tác bảo vệ bí mật nhà nước năm 2024\n\n" + SENTENCE)
                        .obligations())
                .isNotEmpty();
    }

    private static void refused(String name, byte[] content, Reason reason) {
        assertThatThrownBy(() -> DocumentText.of(name, content))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static byte[] word() throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(SENTENCE);
            var table = document.createTable(2, 4);
            String[][] cells = {
                {"TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"},
                {"1", "Xây dựng kế hoạch", "Phòng Nội vụ", "Trước 20/4/2024"}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    table.getRow(row).getCell(column).setText(cells[row][column]);
                }
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf(String words, String password) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            if (words != null) {
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
