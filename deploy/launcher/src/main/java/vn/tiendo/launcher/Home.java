package vn.tiendo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/// The folder of one system on this machine: its data, its logs, and who runs it.
record Home(Path folder) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /// `TIENDO_HOME`, or `.tiendo` in the user's home.
    static Home ofThisUser() {
        var given = System.getenv("TIENDO_HOME");
        return new Home((given == null || given.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".tiendo")
                        : Path.of(given))
                .toAbsolutePath()
                .normalize());
    }

    Path data() {
        return folder.resolve("data");
    }

    Path postgresData() {
        return data().resolve("postgres");
    }

    Path kafkaData() {
        return data().resolve("kafka");
    }

    Path documents() {
        return data().resolve("documents");
    }

    Path secrets() {
        return data().resolve("secrets.properties");
    }

    Path sampleMarker() {
        return data().resolve("sample-loaded");
    }

    Path clock() {
        return data().resolve("clock");
    }

    Path postgresPrograms() {
        return folder.resolve("programs");
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path previousLog(String part) {
        return folder.resolve("logs").resolve(part + ".previous.log");
    }

    Path enginesReady() {
        return folder.resolve("run").resolve("engines.ready");
    }

    Path identityConfiguration() {
        return folder.resolve("run").resolve("identity.json");
    }

    Path lock() {
        return folder.resolve("run").resolve("launcher.lock");
    }

    Path pid() {
        return folder.resolve("run").resolve("launcher.pid");
    }

    /// Nobody but its owner may look inside: it holds passwords and personal data.
    void create() {
        try {
            Files.createDirectories(folder);
            if (POSIX) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            for (var name : Set.of("data", "logs", "run")) Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new Refusal("The data folder " + folder + " cannot be used: " + e.getMessage() + ".");
        }
    }

    /// Readers see the old content or the new, never half of it; nobody else can read it.
    static void write(Path file, String content) {
        try {
            var written = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(written);
            if (POSIX)
                Files.createFile(
                        written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, content, StandardOpenOption.CREATE);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteData() {
        try {
            if (!Files.exists(data())) return;
            try (var files = Files.walk(data())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException e) {
            throw new Refusal("The data in " + data() + " cannot be deleted: " + e.getMessage() + ".");
        }
    }
}
