package vn.tiendo.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final PageRequest TWO = PageRequest.first(2);

    @Test
    void one_more_than_asked_for_tells_of_a_next_page() {
        var page = Page.of(numbers(TWO.lookFor()), TWO, PageTest::position);
        assertThat(page.items()).containsExactly(0, 1);
        assertThat(page.nextCursor()).isEqualTo(position(1).encode());
    }

    @Test
    void a_list_that_just_fills_the_page_ends_with_it() {
        var page = Page.of(numbers(2), TWO, PageTest::position);
        assertThat(page.items()).hasSize(2);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void an_empty_list_is_an_empty_page() {
        assertThat(Page.of(numbers(0), TWO, PageTest::position)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void a_view_keeps_the_place() {
        var page = Page.of(numbers(3), TWO, PageTest::position);
        assertThat(page.map(number -> "n" + number)).isEqualTo(new Page<>(List.of("n0", "n1"), page.nextCursor()));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Cursor position(Integer number) {
        return new Cursor("k" + number, new UUID(0, number));
    }
}
