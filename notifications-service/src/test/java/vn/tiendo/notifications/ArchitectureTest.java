package vn.tiendo.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.tiendo.notifications", "vn.tiendo.kit");

    @Test
    void features_do_not_depend_on_one_another_in_circles() {
        slices().matching("vn.tiendo.notifications.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void resources_ask_services_and_never_tables() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CLASSES);
    }

    @Test
    void a_route_is_public_or_it_would_be_dropped() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .should()
                .bePublic()
                .check(CLASSES);
    }

    @Test
    void the_kit_knows_nothing_of_this_service() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiendo.kit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.tiendo.notifications..")
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock_of_the_deployment() {
        noClasses()
                .that()
                .resideInAPackage("vn.tiendo.notifications..")
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
                .belongToAnyOf(java.util.Date.class, java.util.Calendar.class)
                .check(CLASSES);
    }

    /// A replica whose own clock is wrong would take what is ahead for missed.
    @Test
    void what_plans_reminders_and_what_fires_them_go_by_the_clock_of_the_database() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.reminder\\.(ReminderPlanner|ReminderFiring|RollUpFiring)")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class)
                .check(CLASSES);
    }

    @Test
    void nobody_outside_the_inbox_writes_notifications() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.tiendo.notifications.inbox..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("NotificationRepository")
                .check(CLASSES);
    }
}
