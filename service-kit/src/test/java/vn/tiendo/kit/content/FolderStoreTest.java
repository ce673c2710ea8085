package vn.tiendo.kit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiendo.kit.content.ContentProblem.DocumentDamaged;
import vn.tiendo.kit.content.ContentProblem.DocumentTooLarge;

class FolderStoreTest {

    /// SHA-256 of "abc", as FIPS 180-2 gives it.
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder);
        store.prepare();
    }

    private static InputStream abc() {
        return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
    }

    private Path kept() {
        return folder.resolve("kept").resolve("ba").resolve("78").resolve(HASH_OF_ABC);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_content_is_found_under_the_hash_of_its_bytes() throws IOException {
        var received = store.receive(abc(), 3);
        assertThat(received.hash()).isEqualTo(HASH_OF_ABC);
        assertThat(received.size()).isEqualTo(3);
        assertThat(store.isSound(HASH_OF_ABC)).isFalse();
        store.keep(received);
        assertThat(files()).containsExactly(kept());
        try (var in = store.open(HASH_OF_ABC)) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
        }
    }

    @Test
    void what_cannot_be_read_is_damaged() throws IOException {
        Files.createDirectories(kept()); // a folder in the place of the file
        assertThat(store.isSound(HASH_OF_ABC)).isFalse();
        assertThatThrownBy(() -> store.open(HASH_OF_ABC)).isInstanceOf(DocumentDamaged.class);
    }

    @Test
    void the_same_content_is_kept_once_however_many_bring_it_at_once() throws Exception {
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> {
                store.keep(store.receive(abc(), 3));
                return store.isSound(HASH_OF_ABC);
            });
        }
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var sound : pool.invokeAll(calls)) {
                assertThat(sound.get()).isTrue();
            }
        }
        assertThat(files()).containsExactly(kept());
    }

    @Test
    void too_much_is_refused_at_the_first_byte_too_many_and_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store.receive(abc(), 2)).isInstanceOf(DocumentTooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_sender_that_goes_away_leaves_nothing() throws IOException {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 'x';
                }
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> store.receive(broken, 1_000_000)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void changed_or_missing_bytes_are_never_handed_out_and_the_same_content_heals_them() throws IOException {
        store.keep(store.receive(abc(), 3));
        Files.writeString(kept(), "abd");
        assertThat(store.isSound(HASH_OF_ABC)).isFalse();
        assertThatThrownBy(() -> store.open(HASH_OF_ABC)).isInstanceOf(DocumentDamaged.class);
        store.keep(store.receive(abc(), 3));
        assertThat(store.isSound(HASH_OF_ABC)).isTrue();
        store.remove(HASH_OF_ABC);
        store.remove(HASH_OF_ABC);
        assertThatThrownBy(() -> store.open(HASH_OF_ABC)).isInstanceOf(DocumentDamaged.class);
    }

    @Test
    void what_a_kill_left_half_received_is_discarded_when_it_is_old_and_not_before() throws IOException {
        var old = store.receive(abc(), 3);
        Files.setLastModifiedTime(old.file(), FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        var young = store.receive(abc(), 3);
        store.discardOlderThan(Duration.ofDays(2));
        assertThat(files()).containsExactly(young.file());
    }

    @Test
    void nothing_but_a_hash_names_a_content() {
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.remove(HASH_OF_ABC.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
