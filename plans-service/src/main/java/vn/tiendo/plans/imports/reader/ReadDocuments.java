package vn.tiendo.plans.imports.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The command behind `deploy/read-documents IN OUT`: reads the documents of a folder without a running system.
public final class ReadDocuments {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// One read document in the schema of the examples.
    record Actual(
            int schemaVersion,
            String source,
            ReadFacts document,
            List<ReadObligation> obligations,
            List<ReadDocument.NonDeadline> nonDeadlines,
            List<ReadDocument.Question> questions) {}

    private ReadDocuments() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 2 || !Files.isDirectory(Path.of(arguments[0]))) {
            out.println("read-documents IN OUT: reads every .txt, .docx, .pdf and .html of the folder IN and writes"
                    + " NAME.actual.json to the folder OUT");
            System.exit(2);
        }
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), out));
    }

    /// 0 if anything could be read, or nothing was there; 1 if nothing could be read.
    static int run(Path in, Path out, PrintStream report) throws IOException {
        Files.createDirectories(out);
        int read = 0;
        int failed = 0;
        List<Path> files;
        try (var entries = Files.list(in)) {
            files = entries.filter(Files::isRegularFile)
                    .filter(ReadDocuments::isDocument)
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            boolean alone = files.stream()
                            .filter(other -> baseName(other).equals(baseName(file)))
                            .count()
                    == 1;
            if (one(file, alone ? baseName(file) : file.getFileName().toString(), out, report)) {
                read++;
            } else {
                failed++;
            }
        }
        report.printf(Locale.ROOT, "%d read, %d not%n", read, failed);
        return read > 0 ? 0 : 1;
    }

    private static boolean isDocument(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && (name.endsWith(".txt")
                        || name.endsWith(".docx")
                        || name.endsWith(".docm")
                        || name.endsWith(".pdf")
                        || name.endsWith(".html")
                        || name.endsWith(".htm"));
    }

    private static String baseName(Path file) {
        var source = file.getFileName().toString();
        return source.substring(0, source.lastIndexOf('.'));
    }

    private static boolean one(Path file, String name, Path out, PrintStream report) throws IOException {
        var source = file.getFileName().toString();
        var actual = out.resolve(name + ".actual.json");
        var error = out.resolve(name + ".error.json");
        Files.deleteIfExists(actual);
        Files.deleteIfExists(error);
        try {
            if (Files.size(file) > DocumentText.LARGEST_FILE) {
                throw new UnreadableDocument(UnreadableDocument.Reason.TOO_LARGE);
            }
            var document = PlanReader.read(DocumentText.of(source, Files.readAllBytes(file)));
            JSON.writeValue(
                    actual.toFile(),
                    new Actual(
                            1,
                            source,
                            document.document(),
                            document.obligations(),
                            document.nonDeadlines(),
                            document.questions()));
            long dated = document.obligations().stream()
                    .filter(obligation -> obligation.deadline() != null)
                    .count();
            report.printf(
                    Locale.ROOT,
                    "%s: %d obligations, %d with a deadline%n",
                    source,
                    document.obligations().size(),
                    dated);
            return true;
        } catch (UnreadableDocument e) {
            refuse(error, source, e.reason().code(), report);
        } catch (SecretDocument e) {
            refuse(error, source, "state-secret", report);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // What one file asked for is free again; the others are read all the same.
            refuse(error, source, UnreadableDocument.Reason.TOO_COMPLEX.code(), report);
        } catch (RuntimeException e) {
            refuse(error, source, "defect: " + e, report);
        }
        return false;
    }

    private static void refuse(Path error, String source, String code, PrintStream report) throws IOException {
        JSON.writeValue(error.toFile(), Map.of("schemaVersion", 1, "source", source, "code", code));
        report.printf(Locale.ROOT, "%s: not read (%s)%n", source, code);
    }
}
