package vn.tiendo.kit.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of rows as it came, on disk until it is stored row by row. Two uploads of the same bytes are the same
/// request.
public record ReceivedTable(@JsonIgnore Path file, String hash, long size) implements AutoCloseable {

    /// @param body cut off by the limit of the path before it fills the disk
    public static ReceivedTable of(InputStream body) {
        try {
            var file = Files.createTempFile("table-", ".import");
            try (var in = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
                    var out = Files.newOutputStream(file)) {
                var size = in.transferTo(out);
                return new ReceivedTable(
                        file, HexFormat.of().formatHex(in.getMessageDigest().digest()), size);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
