package vn.tiendo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Contracts;
import vn.tiendo.notifications.channel.FailureSamples;
import vn.tiendo.notifications.inbox.DeliverySamples;

@QuarkusTest
class ContractTest {

    @Inject
    ObjectMapper json;

    @Test
    void the_interface_is_as_published() throws IOException {
        Contracts.interfaceIsAsPublished("notifications");
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
    void events_look_like_their_samples() throws IOException {
        assertThat(sample("delivery-delivered.v1.json")).isEqualTo(tree(DeliverySamples.delivered()));
        assertThat(sample("delivery-acknowledged.v1.json")).isEqualTo(tree(DeliverySamples.acknowledged()));
        assertThat(sample("delivery-failed.v1.json")).isEqualTo(tree(FailureSamples.failed()));
    }

    @Test
    void the_channels_in_the_document_are_those_of_the_service() throws IOException {
        var document = Files.readString(Path.of("contract", "asyncapi.yaml"));
        var named = new TreeSet<String>();
        var address = Pattern.compile("(?m)^ {4}address: (\\S+)$").matcher(document);
        while (address.find()) {
            named.add(address.group(1));
        }
        var configured = new TreeSet<>(
                ConfigProvider.getConfig().getValues("mp.messaging.incoming.events.topics", String.class));
        configured.add("notifications.delivery.v1");
        assertThat(named).isEqualTo(configured);
    }

    private JsonNode sample(String name) throws IOException {
        return json.readTree(Path.of("contract", "events", name).toFile());
    }

    private JsonNode tree(Object state) throws IOException {
        return json.readTree(json.writeValueAsBytes(state));
    }
}
