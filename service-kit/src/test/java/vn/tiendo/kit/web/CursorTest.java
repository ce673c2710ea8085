package vn.tiendo.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.problem.KitProblem;

class CursorTest {

    @Property(tries = 500)
    void it_comes_back_as_it_was(@ForAll("keys") String key, @ForAll long most, @ForAll long least) {
        var cursor = new Cursor(key, new UUID(most, least));
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Property(tries = 500)
    void any_other_text_is_refused_and_nothing_worse_happens(@ForAll String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(KitProblem.InvalidCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no bar", "1-1-1-1-1|x", "0190a5c0-0000-7000-8000-00000000000g|x", "|"})
    void texts_that_only_look_alike_are_refused(String plain) {
        refused(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0190a5c0-0000-7000-8000-000000000000|\u0000", "0190a5c0-0000-7000-8000-000000000000|a\nb"})
    void control_characters_never_reach_a_query(String plain) {
        refused(plain);
    }

    @Test
    void a_moment_comes_back_and_the_key_of_another_list_is_none() {
        var moment = Instant.parse("2026-03-01T02:03:04.567Z");
        assertThat(new Cursor(moment.toString(), new UUID(0, 0)).moment()).isEqualTo(moment);
        for (var key : List.of("", "7", "2026-03-01")) {
            assertThatThrownBy(() -> new Cursor(key, new UUID(0, 0)).moment())
                    .isInstanceOf(KitProblem.InvalidCursor.class);
        }
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("aZ09 |/:.-ăâđêôơưẤỮĐ").ofMaxLength(60);
    }

    private static void refused(String plain) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(KitProblem.InvalidCursor.class);
    }
}
