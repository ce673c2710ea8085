package vn.tiendo.gateway;

import io.vertx.core.MultiMap;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The trace that a request belongs to (W3C Trace Context): the client's own when `traceparent` can be read, else a new
/// one, so that every request has one wherever it came in.
final class TraceContext {

    static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final Pattern READABLE = Pattern.compile(
            "(?!ff)([0-9a-f]{2})" + "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-[\\x21-\\x7e]{0,400})?");
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceContext() {}

    /// What cannot be read is replaced, and the vendors' `tracestate` goes with it: it speaks of a trace that nobody
    /// knows.
    static void complete(MultiMap headers) {
        if (!isReadable(headers.getAll(PARENT))) {
            headers.remove(STATE);
            headers.set(PARENT, newParent());
        }
    }

    /// Version 00 ends after its flags; a later one may go on after a dash.
    static boolean isReadable(List<String> given) {
        if (given.size() != 1) {
            return false;
        }
        var matcher = READABLE.matcher(given.getFirst());
        return matcher.matches() && (!matcher.group(1).equals("00") || matcher.group(2) == null);
    }

    /// Sampled: whether to record is for those to decide who can; "not sampled" would forbid it to all behind.
    private static String newParent() {
        return "00-%s-%s-01".formatted(randomHex(16), randomHex(8));
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        random[0] = (byte) (random[0] | 1); // never all zero, which means "no trace"
        return HEX.formatHex(random);
    }
}
