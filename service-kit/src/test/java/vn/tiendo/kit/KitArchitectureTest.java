package vn.tiendo.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

    private static final JavaClasses KIT = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:(?:abstract|final|sealed) )*(?:class|record|interface|enum|@interface) ");

    @Test
    void the_kit_knows_no_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.tiendo.plans..",
                        "vn.tiendo.registrations..",
                        "vn.tiendo.reporting..",
                        "vn.tiendo.notifications..")
                .check(KIT);
    }

    @Test
    void production_code_needs_no_engine_of_the_tests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.tiendo.engines..", "vn.tiendo.kit.test..")
                .check(KIT);
    }

    /// An actor has a reach, and a reach is what posts of an actor give: these two packages are one subject.
    @Test
    void packages_depend_on_one_another_without_cycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        var name = type.getPackageName();
                        if (!name.startsWith("vn.tiendo.kit.")) {
                            return SliceIdentifier.ignore();
                        }
                        var feature = name.substring("vn.tiendo.kit.".length());
                        return SliceIdentifier.of(feature.equals("security") ? "reach" : feature);
                    }

                    @Override
                    public String getDescription() {
                        return "packages of the kit, security and reach taken as one";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(KIT);
    }

    @Test
    void nobody_but_the_clock_asks_the_machine_for_the_time() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.tiendo.kit.time")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Date.class)
                .check(KIT);
    }

    @Test
    void every_public_type_says_what_it_is_for() throws IOException {
        assertThat(sources().stream()
                        .filter(source -> {
                            var text = read(source);
                            var type = PUBLIC_TYPE.matcher(text);
                            return type.find()
                                    && !text.substring(0, type.start()).contains("\n///");
                        })
                        .map(source -> source.getFileName().toString()))
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(KIT.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(held -> !held.getName().equals("vn.tiendo.kit"))
                        .filter(held -> !held.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void the_kit_stays_small() throws IOException {
        var lines = sources().stream()
                .flatMap(source -> read(source).lines())
                .filter(line -> !line.isBlank() && !line.strip().startsWith("//") && !line.startsWith("import "))
                .count();
        assertThat(lines).isLessThan(5_250); // what is near it is looked at twice
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
