package vn.tiendo.reporting.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page is public and closed to everything foreign.
@QuarkusTest
class BoardTest {

    private static final Path FILES = Path.of("src/main/resources/board");
    private static final Map<String, String> PARTS = Map.of(
            "", "text/html;charset=UTF-8",
            "/board.css", "text/css;charset=UTF-8",
            "/board.js", "text/javascript;charset=UTF-8",
            "/views.js", "text/javascript;charset=UTF-8",
            "/words.js", "text/javascript;charset=UTF-8",
            "/api.js", "text/javascript;charset=UTF-8",
            "/dom.js", "text/javascript;charset=UTF-8");

    @Test
    void every_part_is_served_without_a_token_and_with_a_strict_policy() {
        PARTS.forEach((part, type) -> given().get("/progress/board" + part)
                .then()
                .statusCode(200)
                .header("Content-Type", is(type))
                .header("Content-Security-Policy", is(BoardResource.POLICY))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer")));
        given().get("/progress/board")
                .then()
                .body(containsString("<script type=\"module\" src=\"/progress/board/board.js\">"));
    }

    @Test
    void nothing_else_is_served() {
        for (var part : List.of("application.properties", "board.html", "..%2Fapplication.properties", "x.js")) {
            given().urlEncodingEnabled(false)
                    .get("/progress/board/" + part)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void no_part_knows_another_host_or_writes_markup() throws IOException {
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                var text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
                assertThat(text)
                        .as("%s", file)
                        .doesNotContainPattern("https?://|innerHTML|outerHTML|insertAdjacentHTML|document\\.write")
                        .doesNotContainPattern("\\beval\\(|new Function|localStorage|indexedDB|document\\.cookie");
                if (file.toString().endsWith(".html")) {
                    assertThat(text).doesNotContainPattern("style=|\\son\\w+=|<script>|<style");
                }
            }
        }
    }

    /// As WCAG reckons it; the text on every shade of the map is far above the 4.5 of level AA.
    @Test
    void text_stands_out_from_every_shade() throws IOException {
        var colours = Pattern.compile("--(\\w+): #(\\w{3,6});")
                .matcher(Files.readString(FILES.resolve("board.css")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> luminance(found.group(2))));
        for (var shade : List.of("l0", "l1", "l2", "l3", "l4", "ln", "paper", "white")) {
            assertThat(contrast(colours.get("ink"), colours.get(shade)))
                    .as(shade)
                    .isGreaterThan(7);
        }
        assertThat(contrast(colours.get("soft"), colours.get("paper"))).isGreaterThan(4.5);
        assertThat(contrast(colours.get("link"), colours.get("paper"))).isGreaterThan(4.5);
        assertThat(contrast(colours.get("accent"), colours.get("white"))).isGreaterThan(4.5);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        var full = colour.length() == 3 ? colour.replaceAll("(.)", "$1$1") : colour;
        return 0.2126 * channel(full, 0) + 0.7152 * channel(full, 2) + 0.0722 * channel(full, 4);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
