package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final long GIB = 1L << 30;

    @Test
    void a_port_in_use_is_named_with_its_purpose() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.ports(Map.of(socket.getLocalPort(), "the gateway")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + socket.getLocalPort() + " (the gateway) is in use")
                    .hasMessageEndingWith("; stop that, or choose other ports with --port-base.");
        }
    }

    @Test
    void the_holder_of_a_port_is_named_where_the_system_tells() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells");
            assertThat(PortHolder.of(socket.getLocalPort()))
                    .map(PortHolder::toString)
                    .contains("java, process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void too_little_memory_is_one_sentence() {
        Preflight.memory(3 * GIB);
        assertThatThrownBy(() -> Preflight.memory(GIB + GIB / 2))
                .isInstanceOf(Refusal.class)
                .hasMessage("Too little memory: 1.5 GiB are free and 3.0 GiB are needed; close something first.");
    }

    @Test
    void too_little_disk_is_one_sentence(@TempDir Path folder) {
        var home = new Home(folder);
        Preflight.disk(home, GIB);
        assertThatThrownBy(() -> Preflight.disk(home, GIB / 2))
                .isInstanceOf(Refusal.class)
                .hasMessage("Too little disk space in " + folder
                        + ": 512 MiB are free and 1024 MiB are needed; set TIENDO_HOME to a folder with more.");
    }

    @Test
    void an_old_java_is_refused() {
        Preflight.java(25);
        assertThatThrownBy(() -> Preflight.java(21))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("install a JDK 25");
    }
}
