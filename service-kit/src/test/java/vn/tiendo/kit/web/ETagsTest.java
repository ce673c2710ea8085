package vn.tiendo.kit.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.problem.KitProblem;

class ETagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "*"})
    void the_current_version_passes(String ifMatch) {
        assertThatCode(() -> ETags.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"77\"", "7", "W/\"7\"", "\"*\"", "garbage", ","})
    void any_other_is_stale(String ifMatch) {
        assertThatThrownBy(() -> ETags.requireMatch(ifMatch, 7)).isInstanceOf(KitProblem.StaleVersion.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void none_is_asked_for(String ifMatch) {
        assertThatThrownBy(() -> ETags.requireMatch(ifMatch, 7)).isInstanceOf(KitProblem.VersionRequired.class);
    }

    @Test
    void a_tag_is_the_version() {
        assertThatCode(() -> ETags.requireMatch('"' + ETags.of(12).getValue() + '"', 12))
                .doesNotThrowAnyException();
    }
}
