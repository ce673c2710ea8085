package vn.tiendo.gateway;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The path of a request, in the one spelling that is matched and forwarded, so that gateway and service cannot read it
/// differently. Spellings that servers are known to disagree about are refused, not repaired: dot segments, empty
/// segments, path parameters (`;`), backslashes, and their escaped forms.
///
/// @param path begins with a slash; unreserved characters unescaped
/// @param query with its question mark, as sent, or empty
record RequestPath(String path, String query) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");
    private static final Pattern DISPUTED =
            Pattern.compile("//|[;\\\\#]|%(?![0-9A-Fa-f]{2})|%(2[Ff]|5[Cc]|3[Bb]|23|25|[01][0-9A-Fa-f]|7[Ff])");

    /// Empty when the request target is not one that everybody reads the same way.
    static Optional<RequestPath> of(String target) {
        if (!target.startsWith("/") || !VISIBLE_ASCII.matcher(target).matches()) {
            return Optional.empty();
        }
        var question = target.indexOf('?');
        var path = unescapeUnreserved(question < 0 ? target : target.substring(0, question));
        var query = question < 0 ? "" : target.substring(question);
        if (DISPUTED.matcher(path).find() || query.contains("#") || hasDotSegment(path)) {
            return Optional.empty();
        }
        return Optional.of(new RequestPath(path, query));
    }

    String target() {
        return path + query;
    }

    private static String unescapeUnreserved(String path) {
        return ESCAPE.matcher(path).replaceAll(escape -> {
            var character = Character.toString(Integer.parseInt(escape.group(1), 16));
            return UNRESERVED.matcher(character).matches() ? character : escape.group();
        });
    }

    private static boolean hasDotSegment(String path) {
        return Arrays.stream(path.split("/")).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }
}
