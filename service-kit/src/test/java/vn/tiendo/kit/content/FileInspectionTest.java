package vn.tiendo.kit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.content.ContentProblem.DocumentTypeRefused;
import vn.tiendo.kit.content.ContentProblem.ExtensionMismatch;
import vn.tiendo.kit.content.ContentProblem.FileNameRefused;
import vn.tiendo.kit.content.ContentProblem.MacroDocumentRefused;
import vn.tiendo.kit.content.ContentProblem.SecretDocumentRefused;
import vn.tiendo.kit.test.SampleFiles;

class FileInspectionTest {

    private static final String TYPES = "[Content_Types].xml";

    @TempDir
    Path folder;

    private DocumentType inspect(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("file"), bytes);
        return Inspection.of(file, FileName.of(name));
    }

    @Test
    void every_kind_is_known_by_its_bytes() throws IOException {
        assertThat(inspect("a.pdf", SampleFiles.pdf("Ke hoach"))).isEqualTo(DocumentType.PDF);
        assertThat(inspect("a.docx", SampleFiles.word("Kế hoạch"))).isEqualTo(DocumentType.WORD);
        assertThat(inspect("a.XLSX", SampleFiles.sheet())).isEqualTo(DocumentType.SHEET);
        assertThat(inspect("a.txt", SampleFiles.text("Kế hoạch\r\n\tsố 1"))).isEqualTo(DocumentType.TEXT);
        assertThat(inspect("a.txt", "Kế hoạch".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(DocumentType.TEXT);
        assertThat(inspect("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .isEqualTo(DocumentType.PNG);
        assertThat(inspect("a.JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isEqualTo(DocumentType.JPEG);
    }

    @Test
    void a_name_that_says_another_kind_is_refused() {
        assertThatThrownBy(() -> inspect("a.pdf", SampleFiles.word("x"))).isInstanceOf(ExtensionMismatch.class);
        assertThatThrownBy(() -> inspect("a.docx", SampleFiles.sheet())).isInstanceOf(ExtensionMismatch.class);
        assertThatThrownBy(() -> inspect("a.png", SampleFiles.text("x"))).isInstanceOf(ExtensionMismatch.class);
    }

    @Test
    void macros_are_refused_whatever_the_name() {
        var word = "word/document.xml";
        assertThatThrownBy(() -> inspect(
                        "a.docx", SampleFiles.zip(Map.of(TYPES, "<T/>", word, "<d/>", "word/vbaProject.bin", "x"))))
                .isInstanceOf(MacroDocumentRefused.class);
        assertThatThrownBy(() -> inspect(
                        "a.docx",
                        SampleFiles.zip(
                                Map.of(TYPES, "application/vnd.ms-word.document.macroEnabled.main+xml", word, "<d/>"))))
                .isInstanceOf(MacroDocumentRefused.class);
        assertThatThrownBy(() -> inspect(
                        "a.xlsx",
                        SampleFiles.zip(
                                Map.of(TYPES, "<T/>", "xl/workbook.xml", "<w/>", "xl/activeX/activeX1.bin", "x"))))
                .isInstanceOf(MacroDocumentRefused.class);
    }

    @Test
    void other_archives_programs_and_old_encodings_are_refused() {
        assertThatThrownBy(() -> inspect("a.docx", SampleFiles.zip(Map.of("readme.txt", "x"))))
                .isInstanceOf(DocumentTypeRefused.class);
        assertThatThrownBy(() -> inspect("a.docx", SampleFiles.zip(Map.of(TYPES, "<T/>", "x", "y"))))
                .isInstanceOf(DocumentTypeRefused.class);
        assertThatThrownBy(() -> inspect("a.txt", new byte[] {'M', 'Z', 0, 1, 2}))
                .isInstanceOf(DocumentTypeRefused.class);
        assertThatThrownBy(() -> inspect("a.txt", "Kê hoach".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(DocumentTypeRefused.class);
        var cut = java.util.Arrays.copyOf(SampleFiles.word("x"), 200);
        assertThatThrownBy(() -> inspect("a.docx", cut)).isInstanceOf(DocumentTypeRefused.class);
    }

    @Test
    void text_is_checked_to_its_end_across_the_borders_of_buffers() throws IOException {
        var long_ = "ấ".repeat(100_001);
        assertThat(inspect("a.txt", SampleFiles.text(long_))).isEqualTo(DocumentType.TEXT);
        assertThatThrownBy(() -> inspect("a.txt", SampleFiles.text(long_ + '\u0000')))
                .isInstanceOf(DocumentTypeRefused.class);
        var cut = SampleFiles.text(long_);
        assertThatThrownBy(() -> inspect("a.txt", java.util.Arrays.copyOf(cut, cut.length - 1)))
                .isInstanceOf(DocumentTypeRefused.class);
    }

    @Test
    void a_stamp_of_secrecy_on_the_first_page_is_refused_in_text_and_word() {
        assertThatThrownBy(() -> inspect("a.txt", SampleFiles.text("TỈNH ỦY\nTUYỆT MẬT\nKế hoạch")))
                .isInstanceOf(SecretDocumentRefused.class);
        assertThatThrownBy(() -> inspect(
                        "a.docx",
                        SampleFiles.word("TỈNH ỦY", Normalizer.normalize("TỐI MẬT", Normalizer.Form.NFD), "x")))
                .isInstanceOf(SecretDocumentRefused.class);
    }

    @Test
    void a_small_archive_that_unpacks_to_much_is_read_only_so_far() throws IOException {
        var bomb = SampleFiles.zip(Map.of(TYPES, "<T/>", "word/document.xml", " ".repeat(64 * 1024 * 1024)));
        assertThat(inspect("a.docx", bomb)).isEqualTo(DocumentType.WORD);
    }

    @Test
    void markup_that_never_ends_costs_no_more_than_its_length() throws IOException {
        var hostile = SampleFiles.zip(Map.of(TYPES, "<T/>", "word/document.xml", "<".repeat(8 * 1024 * 1024)));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(5), () -> inspect("a.docx", hostile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                ".pdf",
                "x.",
                "a/b.pdf",
                "a\\b.pdf",
                "..\\..\\x.pdf",
                "a\u0000.pdf",
                "a\nb.pdf",
                "hóa đơn\u202Efdp.txt"
            })
    void names_that_would_be_shown_otherwise_are_refused(String name) {
        assertThatThrownBy(() -> FileName.of(name)).isInstanceOf(FileNameRefused.class);
        assertThatThrownBy(() -> FileName.of("x".repeat(177) + ".pdf")).isInstanceOf(FileNameRefused.class);
    }

    @Test
    void a_decomposed_name_is_kept_composed_and_told_to_old_and_new_clients() {
        var name = FileName.of(Normalizer.normalize("Kế hoạch số 33-KH_TU (đã ký).pdf", Normalizer.Form.NFD));
        assertThat(name.text()).isEqualTo("Kế hoạch số 33-KH_TU (đã ký).pdf");
        assertThat(name.disposition())
                .isEqualTo("attachment; filename=\"Ke hoach so 33-KH_TU (da ky).pdf\"; filename*=UTF-8''"
                        + "K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2033-KH_TU%20%28%C4%91%C3%A3%20k%C3%BD%29.pdf");
        assertThat(FileName.of("a\"b%*.pdf").disposition())
                .isEqualTo("attachment; filename=\"a_b_*.pdf\"; filename*=UTF-8''a%22b%25%2A.pdf");
    }
}
