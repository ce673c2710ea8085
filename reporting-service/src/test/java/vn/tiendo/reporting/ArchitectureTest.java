package vn.tiendo.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.tiendo.reporting");

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("vn.tiendo.reporting.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void counting_knows_nothing_of_reports_but_their_topic() {
        noClasses()
                .that()
                .resideInAPackage("..progress..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..report..", "..intake..")
                .check(CLASSES);
    }

    @Test
    void nothing_depends_on_the_intake() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..intake..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..intake..")
                .check(CLASSES);
    }

    @Test
    void entities_and_repositories_stay_in_their_feature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }
}
