package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningLauncherTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void folders() {
        home().create();
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    @Test
    void a_pid_that_now_belongs_to_another_process_is_stale() {
        Home.write(home().pid(), new KnownProcess(ProcessHandle.current().pid(), Instant.EPOCH).written() + "\n8080\n");

        assertThat(RunningLauncher.of(home())).isEmpty();
    }

    @Test
    void a_stale_pid_stops_nobody() {
        Home.write(home().pid(), new KnownProcess(ProcessHandle.current().pid(), Instant.EPOCH).written() + "\n8080\n");
        var said = new ArrayList<String>();

        new Launcher(home(), Path.of("."), said::add).carryOut(new Command.Stop());

        assertThat(said).containsExactly("It does not run.");
    }

    @Test
    void a_damaged_pid_file_is_no_launcher() throws Exception {
        for (var content : new String[] {"", "x", "1 2", "a b\n8080\n", "1 2\nx\n"}) {
            Files.writeString(home().pid(), content);
            assertThat(RunningLauncher.of(home())).as(content).isEmpty();
        }
    }

    @Test
    void a_stale_pid_does_not_hinder_the_next() throws Exception {
        Home.write(home().pid(), "999999 12345\n8080\n");

        try (var lock = RunningLauncher.takeOver(home(), 9000)) {
            assertThat(lock.isValid()).isTrue();
            assertThat(RunningLauncher.of(home()))
                    .contains(new RunningLauncher(
                            KnownProcess.read(KnownProcess.of(ProcessHandle.current())
                                            .written())
                                    .orElseThrow(),
                            9000));
        }
    }
}
