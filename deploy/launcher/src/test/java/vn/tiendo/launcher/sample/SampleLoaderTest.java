package vn.tiendo.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiendo.launcher.sample.RememberingGateway.Asked;
import vn.tiendo.launcher.sample.RememberingGateway.Said;

class SampleLoaderTest {
    private static final Path SAMPLE = Path.of("../sample");

    private RememberingGateway gateway;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        gateway = new RememberingGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void the_whole_sample_is_sent_by_those_whose_task_it_is() {
        load();

        assertThat(posts("/organisations"))
                .hasSize(150)
                .allMatch(asked -> asked.user().equals("quantri"));
        assertThat(posts("/posts")).hasSize(377); // and the administrator of the root
        assertThat(posts("/members")).hasSize(151);
        assertThat(posts("/plans")).isEmpty();
        assertThat(gateway.asked.stream().filter(asked -> asked.path().startsWith("/plan-imports?")))
                .extracting(Asked::user)
                .containsExactlyInAnyOrder(
                        "canbo.binhduong", "canbo.lagi", "tuyengiao.tpbackan", "canbo.hatinh", "canbo.bacninh");
        assertThat(gateway.asked.stream().filter(asked -> asked.path().endsWith("/draft")))
                .extracting(asked -> asked.body().path("obligations").size())
                .containsExactlyInAnyOrder(31, 30, 11, 50, 24);
        assertThat(gateway.asked.stream().filter(asked -> asked.path().endsWith("/confirmation")))
                .hasSize(5);
        assertThat(said)
                .contains("la-gi-2024.txt: 1 obligations read; the review kept 1, corrected 0, added 1, removed 0");
        assertThat(gateway.asked.stream().filter(asked -> asked.path().endsWith("/issuance")))
                .extracting(Asked::user)
                .containsExactlyInAnyOrder(
                        "lanhdao.binhduong",
                        "lanhdao.lagi",
                        "lanhdao.tpbackan-btg",
                        "lanhdao.hatinh",
                        "lanhdao.bacninh");
        assertThat(gateway.asked.stream().filter(asked -> asked.path().endsWith("/opening")))
                .extracting(Asked::user)
                .containsExactly("canbo.lagi");
    }

    @Test
    void a_second_load_repeats_the_same_requests_under_the_same_keys() {
        load();
        var first = Set.copyOf(posts(""));
        gateway.asked.clear();

        load();

        var again = new HashSet<>(posts(""));
        assertThat(again.stream().map(Asked::key)).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(first).containsAll(again);
        assertThat(gateway.asked.stream().filter(asked -> asked.method().equals("PUT")))
                .allMatch(asked -> asked.path().endsWith("/draft"));
    }

    @Test
    void an_import_that_was_confirmed_before_an_interruption_is_neither_corrected_nor_confirmed_again() {
        gateway.instead = asked -> asked.method().equals("GET") && asked.path().startsWith("/plan-imports/")
                ? new Said(200, "{\"status\":\"CONFIRMED\",\"planId\":\"p\"}")
                : null;

        load();

        assertThat(gateway.asked)
                .noneMatch(
                        asked -> asked.path().endsWith("/draft") || asked.path().endsWith("/confirmation"))
                .anyMatch(asked -> asked.path().equals("/plans/p/issuance"));
    }

    @Test
    void what_cannot_be_answered_at_the_moment_is_asked_again() {
        var refusals = new AtomicInteger();
        gateway.instead = asked -> asked.path().equals("/members") && refusals.getAndIncrement() < 3
                ? new Said(refusals.get() == 2 ? 404 : 503, "")
                : null;

        load();

        assertThat(posts("/members").stream().map(Asked::key).collect(Collectors.toSet()))
                .hasSize(151);
        assertThat(posts("/members")).hasSize(154);
    }

    @Test
    void a_refusal_is_told_with_its_code_and_sentence() {
        gateway.instead = asked -> asked.path().endsWith("/draft")
                ? new Said(422, "{\"type\":\"/problems/debtors-unnamed\",\"detail\":\"S2-01 names nobody.\"}")
                : null;

        assertThatThrownBy(this::load)
                .hasMessageContaining("PUT /plan-imports/")
                .hasMessageContaining("422 debtors-unnamed: S2-01 names nobody.");
    }

    @Test
    void a_folder_without_a_sample_is_nothing_to_load(@TempDir Path empty) {
        assertThat(SampleLoader.load(gateway.uri(), RememberingGateway::tokenOf, empty, said::add))
                .isFalse();
        assertThat(gateway.asked).isEmpty();
    }

    private void load() {
        assertThat(SampleLoader.load(gateway.uri(), RememberingGateway::tokenOf, SAMPLE, said::add))
                .isTrue();
    }

    private List<Asked> posts(String path) {
        return gateway.asked.stream()
                .filter(asked -> asked.method().equals("POST"))
                .filter(asked -> path.isEmpty() || asked.path().equals(path))
                .toList();
    }
}
