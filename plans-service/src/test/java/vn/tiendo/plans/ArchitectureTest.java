package vn.tiendo.plans;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.tiendo.plans");

    @Test
    void features_know_one_another_in_one_direction_only() {
        slices().matching("vn.tiendo.plans.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void deadlines_are_pure() {
        noClasses()
                .that()
                .resideInAPackage("..deadline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "jakarta.inject..", "jakarta.ws.rs..", "..kit.reach..")
                .check(MAIN);
    }

    @Test
    void only_the_kit_speaks_kafka() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .check(MAIN);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(MAIN);
    }

    @Test
    void resources_are_public_and_named_so() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePublic()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(MAIN);
    }
}
