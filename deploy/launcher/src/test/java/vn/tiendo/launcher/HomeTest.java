package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void created() {
        home().create();
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    @Test
    void passwords_are_made_up_once_and_only_the_owner_reads_them() throws Exception {
        var first = Secrets.of(home());

        assertThat(Secrets.of(home()).of(Service.PLANS))
                .isEqualTo(first.of(Service.PLANS))
                .isNotEqualTo(first.of(Service.REPORTING))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().secrets())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void deleting_data_keeps_logs() throws Exception {
        Files.createDirectories(home().postgresData());
        Home.write(home().sampleMarker(), "");
        Files.writeString(home().log("plans"), "a\nb\nc\n");

        home().deleteData();

        assertThat(home().data()).doesNotExist();
        assertThat(LogTail.of(home().log("plans"), 2)).isEqualTo("b\nc");
    }
}
