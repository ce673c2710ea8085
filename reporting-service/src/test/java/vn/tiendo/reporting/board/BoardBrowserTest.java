package vn.tiendo.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;

/// The page in a real browser, with data of the service and a real token.
@QuarkusTest
class BoardBrowserTest {

    private static final String MISSING = "The board was NOT looked at in a browser: no Chromium is installed."
            + " Install the package chromium, or name a program in CHROMIUM.";

    private static final int DESKTOP = 1180;

    private static final int PHONE = 390;

    @TestHTTPResource("/progress/board")
    URI board;

    @BeforeEach
    void it_is_may_2024() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0));
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static void signIn(Chromium browser, String token) {
        browser.await("!!document.querySelector('#token')");
        browser.tell("document.querySelector('#token').value = '" + token + "'; "
                + "document.querySelector('form.sign-in').requestSubmit(); ''");
    }

    @Test
    void the_board_can_be_read_walked_and_printed() throws IOException {
        var program = Chromium.installed();
        if (program.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(program.isPresent(), MISSING);
        var scene = new BoardScene();
        try (var browser = new Chromium(program.get())) {
            browser.window(DESKTOP, 1500);
            browser.open(board.toString());
            browser.await("document.documentElement.lang === 'vi'");

            signIn(browser, "not-a-token");
            browser.await("!!document.querySelector('[role=alert]')");

            signIn(browser, scene.officer);
            browser.await("document.querySelectorAll('.tile').length === 13");
            assertThat(browser.tell("document.querySelector('h1').textContent")).isEqualTo("Thị ủy La Gi");
            assertThat(browser.tell("document.querySelectorAll('.card').length"))
                    .isEqualTo("3");
            showsWhatTheInterfaceSays(browser, scene);
            keepsNothing(browser);
            showsHostileNamesAsText(browser);
            browser.photograph(Path.of("target/board-desktop.png"));

            speaksBothLanguages(browser);
            walksDownAndUp(browser, scene);
            showsAnotherDayAndMeasure(browser);
            fitsOnAPhone(browser);
            prints(browser);
            assertThat(browser.faults()).isEmpty();
        }
    }

    private static void showsWhatTheInterfaceSays(Chromium browser, BoardScene scene) {
        assertThat(browser.tell("[...document.querySelectorAll('.card')][0].querySelector('dd').textContent"))
                .isEqualTo(Integer.toString(scene.units.size() * 7));
        assertThat(browser.tell("[...document.querySelectorAll('.card')][1].querySelector('dd').textContent"))
                .isEqualTo(Integer.toString(scene.units.size() * 30));
        assertThat(browser.tell("document.querySelector('[data-day=\"2024-05-15\"] .count').textContent"))
                .endsWith("/13");
        assertThat(Integer.parseInt(
                        browser.tell("document.querySelectorAll('[aria-labelledby=h-late] tbody tr').length")))
                .isBetween(1, 20);
    }

    private static void keepsNothing(Chromium browser) {
        assertThat(browser.tell("localStorage.length + ' ' + document.cookie")).isEqualTo("0 ");
        assertThat(browser.tell("Object.keys(sessionStorage).join()")).isEqualTo("tiendo.token");
        assertThat(browser.tell("location.href.includes(sessionStorage.getItem('tiendo.token'))"))
                .isEqualTo("false");
    }

    private static void showsHostileNamesAsText(Chromium browser) {
        assertThat(browser.tell("[...document.querySelectorAll('.tile-name')].map(e => e.textContent).join('|')"))
                .contains(BoardScene.HOSTILE);
        assertThat(browser.tell("document.querySelectorAll('main img, main script').length"))
                .isEqualTo("0");
    }

    private static void speaksBothLanguages(Chromium browser) {
        browser.tell("document.querySelector('#language').click(); ''");
        browser.await("document.querySelector('#h-map').textContent === 'How the subordinate units are doing'");
        assertThat(browser.tell("document.documentElement.lang")).isEqualTo("en");
        browser.tell("document.querySelector('#language').click(); ''");
        browser.await("document.querySelector('#h-map').textContent === 'Bản đồ tiến độ các đơn vị trực thuộc'");
        assertThat(browser.tell("document.documentElement.lang")).isEqualTo("vi");
    }

    /// By keyboard down, by mouse up, and once more with the button for back.
    private static void walksDownAndUp(Chromium browser, BoardScene scene) {
        var tile = "document.querySelector('.tile[data-id=\""
                + scene.units.getFirst().id() + "\"]')";
        browser.tell(tile + ".focus(); ''");
        browser.press("Enter");
        browser.await("document.querySelector('h1').textContent === 'Đảng ủy phường Phước Hội'");
        browser.await("document.activeElement.id === 'place'");
        assertThat(browser.tell("[...document.querySelectorAll('.path li')].map(e => e.textContent).join(' > ')"))
                .isEqualTo("Thị ủy La Gi > Đảng ủy phường Phước Hội");
        browser.tell("document.querySelector('.path button').click(); ''");
        browser.await("document.querySelector('h1').textContent === 'Thị ủy La Gi'");
        browser.tell("history.back(); ''");
        browser.await("document.querySelector('h1').textContent === 'Đảng ủy phường Phước Hội'");
        browser.tell("document.querySelector('.path button').click(); ''");
        browser.await("document.querySelectorAll('.tile').length === 13");
    }

    private static void showsAnotherDayAndMeasure(Chromium browser) {
        browser.tell("const day = document.querySelector('#day-of'); day.value = '2024-02-10';"
                + " day.dispatchEvent(new Event('change')); ''");
        browser.await("document.querySelector('.note').textContent.includes('10/02/2024')");
        assertThat(browser.tell("document.querySelector('.alarm') === null")).isEqualTo("true");
        browser.tell("document.querySelector('input[value=timeliness]').click(); ''");
        browser.await("location.hash.includes('measure=timeliness')");
        browser.tell("location.hash = ''; ''");
        browser.await(
                "document.querySelectorAll('.tile').length === 13 && !document.querySelector('.controls button')");
    }

    private static void fitsOnAPhone(Chromium browser) throws IOException {
        browser.window(PHONE, 1600);
        assertThat(Integer.parseInt(browser.tell("document.documentElement.scrollWidth")))
                .isLessThanOrEqualTo(PHONE);
        browser.photograph(Path.of("target/board-phone.png"));
    }

    private static void prints(Chromium browser) {
        browser.window(DESKTOP, 1500);
        assertThat(new String(browser.print(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
}
