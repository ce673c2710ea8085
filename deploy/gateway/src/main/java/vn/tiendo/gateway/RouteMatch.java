package vn.tiendo.gateway;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/// One path of a route and where it leads.
///
/// @param timeout time limit of the whole request; zero means none, empty means the gateway's default
record RouteMatch(Kind kind, String path, String service, Optional<Duration> timeout) {

    enum Kind {
        EXACT,
        PATH_PREFIX
    }

    /// The order of the Gateway API: an exact path before any prefix, then the longest prefix.
    static final Comparator<RouteMatch> PRECEDENCE = Comparator.comparing(RouteMatch::kind)
            .thenComparing(match -> match.path().length(), Comparator.reverseOrder())
            .thenComparing(RouteMatch::path);

    /// Prefixes match whole segments: `/plans` leads to `/plans`, `/plans/` and `/plans/1`, not to `/plans-x`.
    boolean matches(String requested) {
        return switch (kind) {
            case EXACT -> requested.equals(path);
            case PATH_PREFIX -> path.equals("/") || requested.equals(path) || requested.startsWith(path + "/");
        };
    }
}
