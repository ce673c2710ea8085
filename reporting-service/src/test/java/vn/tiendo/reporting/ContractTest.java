package vn.tiendo.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Contracts;

/// What others rely on changes only where a reviewer sees it.
@QuarkusTest
class ContractTest {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {4}address: (\\S+)$");

    @Test
    void the_interface_is_as_published() throws IOException {
        Contracts.interfaceIsAsPublished("reporting");
    }

    @Test
    void the_tables_of_the_kit_are_unchanged() throws IOException {
        Contracts.kitMigrationsAreUnchanged();
    }

    @Test
    void every_problem_has_its_sentences() throws IOException {
        Contracts.everyProblemHasItsSentences();
    }

    @Test
    void the_channels_are_those_configured_and_the_one_published() throws IOException {
        var described = new TreeSet<String>();
        var found = ADDRESS.matcher(Files.readString(Path.of("contract/asyncapi.yaml")));
        while (found.find()) {
            described.add(found.group(1));
        }
        var configured = new TreeSet<>(
                ConfigProvider.getConfig().getValues("mp.messaging.incoming.events.topics", String.class));
        configured.add("reporting.report.v1");
        assertThat(described).isEqualTo(configured);
    }
}
