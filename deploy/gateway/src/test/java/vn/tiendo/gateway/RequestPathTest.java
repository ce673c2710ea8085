package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans,                      /api/v1/plans",
        "/api/v1/plans/,                     /api/v1/plans/",
        "/api/v1/pl%61ns,                    /api/v1/plans",
        "/api/v1/plans?from=/../x;y,         /api/v1/plans?from=/../x;y",
        "/api/v1/plans/a.b..c,               /api/v1/plans/a.b..c",
        "/api/v1/plans/%C4%90%E1%BB%A9c%20A, /api/v1/plans/%C4%90%E1%BB%A9c%20A",
    })
    void one_spelling_is_forwarded(String target, String forwarded) {
        assertThat(RequestPath.of(target).orElseThrow().target()).isEqualTo(forwarded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/../reports/x",
                "/api/v1/plans/%2e%2e/reports/x",
                "/api/v1/plans/.%2E/reports/x",
                "/api/v1/plans/%252e%252e/reports/x",
                "/api/v1/plans/..;/reports/x",
                "/api/v1/plans;a=b/x",
                "/api/v1/plans%3ba=b/x",
                "/api/v1/./plans",
                "/api/v1/plans/..",
                "/api/v1//plans",
                "//evil.example/api/v1/plans",
                "/api/v1/plans%2f..%2freports",
                "/api/v1/plans\\..\\reports",
                "/api/v1/plans%5c..%5creports",
                "/api/v1/plans/%00",
                "/api/v1/plans/%0d%0aX-User-Id:1",
                "/api/v1/plans/%zz",
                "/api/v1/plans/%e",
                "/api/v1/plans#x",
                "/api/v1/kế-hoạch",
                "http://evil.example/api/v1/plans",
                "*",
                "",
            })
    void a_disputed_spelling_is_refused(String target) {
        assertThat(RequestPath.of(target)).isEmpty();
    }

    @Test
    void a_path_alone_has_no_query() {
        assertThat(RequestPath.of("/docs").orElseThrow().query()).isEmpty();
    }
}
