package vn.tiendo.plans.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tiendo.plans.imports.PlanImportProblem.ImportsBusy;
import vn.tiendo.plans.imports.reader.DocumentText;
import vn.tiendo.plans.imports.reader.ExtractText;
import vn.tiendo.plans.imports.reader.UnreadableDocument;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The text of a file, in bounded time and memory whatever the file is made of.
///
/// Plain text is decoded here. Everything packed is unpacked by a process of its own ([ExtractText]): a
/// thread that loops cannot be stopped and memory that is gone takes every request with it, a process can be
/// killed and has a limit. It gets the file through a pipe and no setting or secret of this service, so that
/// nothing lies on a disk before it is known whether it may.
@ApplicationScoped
class TextExtraction {

    /// The longest text that is read; some 400 pages.
    static final int LONGEST_TEXT = 1_000_000;

    @ConfigMapping(prefix = "tiendo.imports")
    interface Limits {
        /// Memory of the process that unpacks one file, in megabytes.
        @WithDefault("192")
        int megabytes();

        /// How long it may take.
        @WithDefault("PT20S")
        Duration patience();

        /// How many files are unpacked at the same time; who comes when all are busy is asked to come again.
        @WithDefault("2")
        int atOnce();
    }

    private final Limits limits;
    private final Semaphore places;

    @Inject
    TextExtraction(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
    }

    /// @throws UnreadableDocument with the reason
    /// @throws ImportsBusy when too many files are being unpacked
    String of(DocumentFormat format, byte[] content) {
        var text = format == DocumentFormat.TEXT
                ? DocumentText.of(format.usualName(), content)
                : unpacked(format.usualName(), content);
        if (text.length() > LONGEST_TEXT) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        return text;
    }

    private String unpacked(String name, byte[] content) {
        if (!places.tryAcquire()) {
            throw new ImportsBusy();
        }
        try {
            return ask(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private String ask(String name, byte[] content) throws IOException {
        var process = start(name);
        var late = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> {
            if (!ends(process)) {
                late.set(true);
                process.destroyForcibly();
            }
        });
        var feed = Thread.ofVirtual().start(() -> feed(process.getOutputStream(), content));
        try (var out = process.getInputStream()) {
            var answer = out.readNBytes(4 * LONGEST_TEXT + 2);
            process.destroyForcibly();
            watch.join();
            feed.join();
            return late.get() ? refuse(Reason.TOO_COMPLEX) : understood(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportsBusy();
        } finally {
            process.destroyForcibly();
        }
    }

    private boolean ends(Process process) {
        try {
            return process.waitFor(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A process that has seen enough closes its end.
    private static void feed(OutputStream in, byte[] content) {
        try (in) {
            in.write(content);
        } catch (IOException closed) {
            // its answer tells what became of it
        }
    }

    /// No answer, or anything but an answer, means that the memory was not enough.
    private static String understood(byte[] answer) {
        if (answer.length == 0 || (answer[0] != ExtractText.TEXT && answer[0] != ExtractText.REFUSED)) {
            return refuse(Reason.TOO_COMPLEX);
        }
        var words = new String(answer, 1, answer.length - 1, StandardCharsets.UTF_8);
        return answer[0] == ExtractText.TEXT ? words : refuse(Reason.valueOf(words));
    }

    private static String refuse(Reason reason) {
        throw new UnreadableDocument(reason);
    }

    private Process start(String name) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + limits.megabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-cp",
                classPath(),
                ExtractText.class.getName(),
                name));
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        preferToEnd(process);
        return process;
    }

    /// If the machine runs out of memory, it is this process that goes and not the service.
    private static void preferToEnd(Process process) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(process.pid()), "oom_score_adj"), "1000");
        } catch (IOException | UnsupportedOperationException notLinux) {
            // elsewhere its own limits have to do
        }
    }

    /// In a packaged service the libraries lie beside the file that was started; elsewhere the class path has them.
    private static String classPath() {
        var started = System.getProperty("java.class.path");
        var file = Path.of(started.split(java.io.File.pathSeparator, 2)[0]);
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).equals("quarkus-run.jar")) {
            return started;
        }
        var program = file.toAbsolutePath();
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> program.resolveSibling(folder) + "/*")
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
