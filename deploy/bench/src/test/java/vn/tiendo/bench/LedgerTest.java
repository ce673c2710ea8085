package vn.tiendo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private final UUID answered = UUID.randomUUID();
    private final UUID found = UUID.randomUUID();
    private final UUID doubtful = UUID.randomUUID();
    private final UUID refused = UUID.randomUUID();

    @Test
    void what_clients_were_told_is_read_back_from_the_file(@TempDir Path folder) throws IOException {
        var file = folder.resolve("ledger.csv");
        try (var ledger = new Ledger(file)) {
            ledger.write(answered, 1, Ledger.SENT);
            ledger.write(answered, 1, Ledger.NO_ANSWER);
            ledger.write(answered, 2, Ledger.SENT);
            ledger.write(answered, 2, "200");
            ledger.write(found, 1, Ledger.SENT);
            ledger.write(found, 1, Ledger.NO_ANSWER);
            ledger.write(found, 2, Ledger.SENT);
            ledger.write(found, 2, "412");
            ledger.write(doubtful, 1, Ledger.SENT);
            ledger.write(doubtful, 1, Ledger.NO_ANSWER);
            ledger.write(refused, 1, Ledger.SENT);
            ledger.write(refused, 1, "503");
        }
        var account = Ledger.read(file);
        assertThat(account.sent()).containsExactlyInAnyOrder(answered, found, doubtful, refused);
        assertThat(account.done()).containsExactly(answered);
        assertThat(account.conflicts()).containsExactly(found);
        assertThat(account.doubtful()).containsExactlyInAnyOrder(doubtful, refused);
        assertThat(account.repeated()).isEqualTo(2);
    }
}
