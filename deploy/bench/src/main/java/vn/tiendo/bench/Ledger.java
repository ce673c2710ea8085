package vn.tiendo.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What clients were told, one line per attempt, on the disk before the next request leaves.
///
/// It is read again from the file, so that what is compared with the books is nothing that a program remembers.
final class Ledger implements AutoCloseable {

    static final String SENT = "sent";
    static final String DONE = "200";
    static final String NO_ANSWER = "no-answer";

    private final FileChannel channel;

    Ledger(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BenchFailure("The ledger cannot be written: " + e.getMessage(), e);
        }
    }

    /// @param sent registrations that left a client, whatever came of it
    /// @param done those that were answered with 200 at some attempt
    /// @param conflicts those that a later attempt was told to be in already, after one without an answer
    /// @param doubtful those whose every attempt went without an answer
    record Account(Set<UUID> sent, Set<UUID> done, Set<UUID> conflicts, Set<UUID> doubtful, int repeated) {}

    synchronized void write(UUID registration, int attempt, String status) {
        try {
            channel.write(ByteBuffer.wrap(
                    (registration + "," + attempt + "," + status + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(false);
        } catch (IOException e) {
            throw new BenchFailure("The ledger cannot be written: " + e.getMessage(), e);
        }
    }

    static Account read(Path file) {
        var sent = new HashSet<UUID>();
        var done = new HashSet<UUID>();
        var conflicts = new HashSet<UUID>();
        int repeated = 0;
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                var fields = line.split(",", 3);
                var registration = UUID.fromString(fields[0]);
                switch (fields[2]) {
                    case SENT -> {
                        sent.add(registration);
                        if (!fields[1].equals("1")) repeated++;
                    }
                    case DONE -> done.add(registration);
                    case NO_ANSWER -> {
                        // In doubt until another attempt tells.
                    }
                    case String status
                    when status.startsWith("409") || status.startsWith("412") -> conflicts.add(registration);
                    default -> {
                        // Refused before anything was stored, such as 503.
                    }
                }
            }
        } catch (IOException e) {
            throw new BenchFailure("The ledger cannot be read: " + e.getMessage(), e);
        }
        conflicts.removeAll(done);
        var doubtful = new HashSet<>(sent);
        doubtful.removeAll(done);
        doubtful.removeAll(conflicts);
        return new Account(sent, done, conflicts, doubtful, repeated);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
