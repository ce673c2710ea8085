package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Surefire runs `*Test` and `*Properties`, failsafe `*IT`; a class of another name would never run, and nobody would
/// notice.
class TestNamesTest {

    private static final Pattern TEST = Pattern.compile(
            "^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example)\\b", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile(".*(Test|Properties|IT)\\.java");

    @Test
    void every_class_with_tests_has_a_name_that_is_run() throws IOException {
        var tests = Repository.testSources().stream()
                .filter(TestNamesTest::holdsTests)
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(tests)
                .hasSizeGreaterThan(300)
                .allSatisfy(name -> assertThat(name).matches(NAME));
    }

    private static boolean holdsTests(Path file) {
        try {
            return TEST.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
