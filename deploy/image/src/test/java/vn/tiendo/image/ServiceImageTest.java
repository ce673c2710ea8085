package vn.tiendo.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceImageTest {
    @TempDir
    private Path folder = Path.of("");

    private Path service = Path.of("");

    @BeforeEach
    void a_packaged_service() throws IOException {
        service = packagedInto("service");
    }

    @Test
    void runs_java_as_a_user_that_is_not_root() throws Exception {
        var image = built(service, "scratch");
        assertThat(image.running().path("User").asText()).isEqualTo("10001:10001");
        assertThat(image.running().path("Entrypoint"))
                .extracting(argument -> argument.asText())
                .startsWith("java")
                .contains(
                        "-XX:MaxRAMPercentage=55", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED")
                .endsWith("-jar", "/app/quarkus-run.jar");
        assertThat(image.running().path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(image.manifest().at("/RepoTags/0").asText()).isEqualTo("tiendo/plans-service:0.1.0");
    }

    @Test
    void keeps_the_libraries_of_others_in_a_layer_of_their_own() throws Exception {
        var image = built(service, "scratch");
        assertThat(image.filesOf(0)).containsExactly("app/lib/boot/boot.jar", "app/lib/main/org.other.jar");
        assertThat(image.filesOf(1))
                .containsExactlyInAnyOrder(
                        "app/app/plans.jar",
                        "app/lib/main/vn.tiendo.service-kit.jar",
                        "app/quarkus-run.jar",
                        "app/quarkus/generated-bytecode.jar");
    }

    @Test
    void holds_only_files_of_root_that_nobody_else_may_change_and_no_dates() throws Exception {
        var image = built(service, "scratch");
        assertThat(image.layers())
                .flatExtracting(entries -> entries)
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.getLongUserId()).isZero();
                    assertThat(entry.getMode() & 0022).isZero();
                    assertThat(entry.getLastModifiedDate()).isBeforeOrEqualTo(Date.from(Instant.EPOCH.plusSeconds(1)));
                });
        assertThat(Instant.parse(image.configuration().path("created").asText()))
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void is_the_same_when_built_again_elsewhere_at_another_time() throws Exception {
        var first = digest(service, "first.tar", "scratch");
        var again = packagedInto("elsewhere");
        Files.setLastModifiedTime(
                again.resolve("quarkus-run.jar"), FileTime.from(Instant.parse("2024-02-29T00:00:00Z")));
        assertThat(digest(again, "second.tar", "scratch")).isEqualTo(first);
        assertThat(folder.resolve("second.tar")).hasSameBinaryContentAs(folder.resolve("first.tar"));
        Files.writeString(again.resolve("app/plans.jar"), "changed");
        assertThat(digest(again, "third.tar", "scratch")).isNotEqualTo(first);
    }

    @Test
    void stands_on_a_base_that_is_a_tar() throws Exception {
        var unused = digest(service, "base.tar", "scratch");
        var image = built(service, "tar:" + folder.resolve("base.tar"));
        assertThat(image.layers()).hasSize(4);
        assertThat(image.running().path("User").asText()).isEqualTo("10001:10001");
    }

    @Test
    void says_which_base_it_did_not_find() {
        var base = "tar:" + folder.resolve("absent.tar");
        assertThatThrownBy(() -> digest(service, "image.tar", base)).hasMessageContaining("absent.tar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans-service", "deploy/gateway"})
    void holds_a_real_part_and_comes_out_the_same_twice(String module) throws Exception {
        var packaged =
                Path.of("../..", module, "target/quarkus-app").toAbsolutePath().normalize();
        var isPackaged = Files.exists(packaged.resolve("quarkus-run.jar"));
        if (!isPackaged) {
            System.out.println("skipped: " + module + " is not packaged");
        }
        assumeTrue(isPackaged, () -> "skipped: " + module + " is not packaged");
        assertThat(digest(packaged, "one.tar", "scratch")).isEqualTo(digest(packaged, "two.tar", "scratch"));
        var image = ImageTar.read(folder.resolve("one.tar"));
        assertThat(image.filesOf(0)).isNotEmpty().allMatch(file -> file.startsWith("app/lib/"));
        assertThat(image.filesOf(1)).contains("app/quarkus-run.jar");
    }

    private Path packagedInto(String name) throws IOException {
        var packaged = folder.resolve(name);
        for (var file : new String[] {
            "quarkus-run.jar",
            "app/plans.jar",
            "quarkus/generated-bytecode.jar",
            "lib/boot/boot.jar",
            "lib/main/org.other.jar",
            "lib/main/vn.tiendo.service-kit.jar"
        }) {
            Files.createDirectories(packaged.resolve(file).getParent());
            Files.writeString(packaged.resolve(file), file);
        }
        return packaged;
    }

    private ImageTar built(Path packaged, String base) throws Exception {
        var unused = digest(packaged, "built.tar", base);
        return ImageTar.read(folder.resolve("built.tar"));
    }

    private String digest(Path packaged, String tar, String base) throws Exception {
        return new ServiceImage(packaged, "tiendo/plans-service:0.1.0")
                .buildTar(base, folder.resolve(tar), folder.resolve("cache"));
    }
}
