package vn.tiendo.registrations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.tiendo.registrations");

    @Test
    void features_depend_on_one_another_in_one_direction() {
        slices().matching("vn.tiendo.registrations.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void resources_go_through_services() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(io.quarkus.hibernate.orm.panache.PanacheRepositoryBase.class)
                .check(CLASSES);
    }

    @Test
    void resources_and_their_methods_are_public() {
        classes().that().areAnnotatedWith(Path.class).should().bePublic().check(CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .haveRawReturnType(Response.class)
                .and()
                .areNotPrivate()
                .should()
                .bePublic()
                .check(CLASSES);
    }

    @Test
    void entities_do_not_know_the_interface() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Api")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Service")
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(CLASSES);
    }
}
