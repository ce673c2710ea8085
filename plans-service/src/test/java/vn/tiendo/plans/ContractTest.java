package vn.tiendo.plans;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Contracts;

@QuarkusTest
class ContractTest {

    @Test
    void the_interface_is_the_published_one() throws IOException {
        Contracts.interfaceIsAsPublished("plans");
    }

    @Test
    void the_tables_of_the_kit_are_unchanged() throws IOException {
        Contracts.kitMigrationsAreUnchanged();
    }

    @Test
    void every_problem_has_its_sentences_in_both_languages() throws IOException {
        Contracts.everyProblemHasItsSentences();
    }
}
