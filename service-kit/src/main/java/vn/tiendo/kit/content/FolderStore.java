package vn.tiendo.kit.content;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.tiendo.kit.content.ContentProblem.DocumentDamaged;
import vn.tiendo.kit.content.ContentProblem.DocumentTooLarge;

/// Keeps contents in a folder: written beside, forced to the disk, then renamed into place, so that under a hash there
/// is the whole content or nothing.
@ApplicationScoped
class FolderStore implements DocumentStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class);
    private static final int BUFFER = 64 * 1024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path incoming;
    private final Path kept;

    @Inject
    FolderStore(DocumentsConfig config) {
        this(config.folder().orElse(Path.of("")));
    }

    FolderStore(Path folder) {
        this.incoming = folder.resolve("incoming");
        this.kept = folder.resolve("kept");
    }

    /// A folder that cannot be written is found at start, not by the first clerk.
    void prepare(@Observes StartupEvent event, StoredContents contents, DocumentsConfig config) {
        if (contents.isUsed()) {
            if (config.folder().isEmpty()) {
                throw new IllegalStateException("tiendo.documents.folder must name the folder of the files");
            }
            prepare();
        }
    }

    void prepare() {
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of documents cannot be written", e);
        }
    }

    @Override
    public ReceivedContent receive(InputStream content, long most) {
        var file = incoming.resolve(UUID.randomUUID().toString());
        try {
            var digest = sha256();
            var size = write(new DigestInputStream(content, digest), file, most);
            return new ReceivedContent(file, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private static long write(InputStream content, Path file, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = Channels.newOutputStream(channel);
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new DocumentTooLarge(most);
                }
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return size;
    }

    @Override
    public void keep(ReceivedContent received) {
        var place = placeOf(received.hash());
        try {
            var folder = parentOf(place);
            Files.createDirectories(folder);
            Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
            force(parentOf(folder));
            force(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard(ReceivedContent received) {
        delete(received.file());
    }

    @Override
    public InputStream open(String hash) {
        if (!isSound(hash)) {
            throw new DocumentDamaged();
        }
        try {
            return Files.newInputStream(placeOf(hash));
        } catch (NoSuchFileException gone) {
            throw new DocumentDamaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isSound(String hash) {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        try (var file = Files.newInputStream(placeOf(hash))) {
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException unreadable) {
            LOG.warnf(unreadable, "The stored document %s cannot be read", hash);
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash);
    }

    @Override
    public void remove(String hash) {
        delete(placeOf(hash));
    }

    @Override
    public void discardOlderThan(Duration age) {
        var newest = InstantSource.system().instant().minus(age);
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(newest)) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException takenMeanwhile) {
            // Its request lived after all and has kept or discarded it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two levels of folders, so that none of them grows long.
    private Path placeOf(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("Not a hash");
        }
        return kept.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    private static Path parentOf(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("A stored content is never at the top");
        }
        return parent;
    }

    /// A rename lasts only once its folder is on the disk.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
