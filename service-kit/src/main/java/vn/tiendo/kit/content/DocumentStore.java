package vn.tiendo.kit.content;

import java.io.InputStream;
import java.time.Duration;

/// Keeps contents under the SHA-256 hash of their bytes; the same content is kept once.
public interface DocumentStore {

    /// Reads a content into a place of its own, where nobody finds it yet.
    ///
    /// @param most bytes that are read at most
    /// @throws ContentProblem.DocumentTooLarge as soon as there are more
    ReceivedContent receive(InputStream content, long most);

    /// Keeps it for good: when this returns, the content outlasts a loss of power. Repeatable.
    void keep(ReceivedContent received);

    /// Forgets it unless it was kept.
    void discard(ReceivedContent received);

    /// @param hash 64 hexadecimal digits
    /// @return the bytes, all of which have been compared with the hash
    /// @throws ContentProblem.DocumentDamaged when they are not those once stored, or not there
    InputStream open(String hash);

    /// Whether the bytes are there and still those once stored.
    boolean isSound(String hash);

    void remove(String hash);

    /// Forgets what was being received so long ago that its request cannot live any more.
    void discardOlderThan(Duration age);
}
