package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-" + SPAN + "-00", "cc-" + TRACE + "-" + SPAN + "-01-what-comes-later"})
    void what_can_be_read_is_kept_with_its_state(String parent) {
        var headers = headers(parent);
        TraceContext.complete(headers);
        assertThat(headers.getAll("traceparent")).containsExactly(parent);
        assertThat(headers.get("tracestate")).isEqualTo("vendor=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01\r\nX-User-Id: admin",
            })
    void what_cannot_be_read_is_replaced_and_its_state_dropped(String parent) {
        var headers = headers(parent);
        TraceContext.complete(headers);
        assertThat(TraceContext.isReadable(headers.getAll("traceparent"))).isTrue();
        assertThat(headers.get("traceparent")).isNotEqualTo(parent);
        assertThat(headers.contains("tracestate")).isFalse();
    }

    @Test
    void two_parents_are_none() {
        var parent = "00-" + TRACE + "-" + SPAN + "-01";
        assertThat(TraceContext.isReadable(List.of(parent, parent))).isFalse();
    }

    @Test
    void every_trace_is_another() {
        var first = MultiMap.caseInsensitiveMultiMap();
        var second = MultiMap.caseInsensitiveMultiMap();
        TraceContext.complete(first);
        TraceContext.complete(second);
        assertThat(first.get("traceparent")).isNotEqualTo(second.get("traceparent"));
    }

    private static MultiMap headers(String parent) {
        return MultiMap.caseInsensitiveMultiMap().add("traceparent", parent).add("tracestate", "vendor=1");
    }
}
