package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The samples in `docs/samples` are what the service writes today. `-Dsamples.write=true` writes them anew, and a
/// picture of each page of the PDF to `target/samples` for a person to look at.
class SamplesTest {

    private static final Path SAMPLES = Path.of("docs/samples");
    private static final boolean WRITE = Boolean.getBoolean("samples.write");

    @Test
    void the_pdf_is_what_the_service_writes() throws IOException {
        var file = SAMPLES.resolve("bao-cao-6-thang.pdf");
        var written = PdfWriter.write(LaidOut.of(SamplePapers.partyReport()));
        if (WRITE) {
            write(file, written);
            draw("party", written);
            draw("state", PdfWriter.write(LaidOut.of(SamplePapers.stateReport())));
            draw("letter", PdfWriter.write(LaidOut.of(SamplePapers.officialLetter(Form.PARTY))));
            draw("state-letter", PdfWriter.write(LaidOut.of(SamplePapers.officialLetter(Form.STATE))));
            draw("blank", PdfWriter.write(LaidOut.of(SamplePapers.blank(Form.PARTY, SamplePapers.DAY))));
            write(Path.of("target/samples/party.xlsx"), new XlsxWriter(LaidOut.of(SamplePapers.partyReport())).write());
        }
        assertThat(ReadPdf.pages(Files.readAllBytes(file))).isEqualTo(ReadPdf.pages(written));
        assertThat(Files.size(file)).isLessThan(200_000);
    }

    @Test
    void the_word_file_is_what_the_service_writes() throws IOException {
        var file = SAMPLES.resolve("bao-cao-6-thang.docx");
        var written = new DocxWriter(LaidOut.of(SamplePapers.partyReport())).write();
        if (WRITE) {
            write(file, written);
        }
        assertThat(ReadDocx.paragraphs(Files.readAllBytes(file))).isEqualTo(ReadDocx.paragraphs(written));
        assertThat(Files.size(file)).isLessThan(200_000);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void draw(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/samples"));
        var pages = ReadPdf.pages(pdf).size();
        for (int page = 0; page < pages; page++) {
            var file = Path.of("target/samples/" + name + "-" + (page + 1) + ".png");
            var drawn = ReadPdf.page(pdf, page, image -> {
                try {
                    return ImageIO.write(image, "png", file.toFile());
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            assertThat(drawn).isTrue();
        }
    }
}
