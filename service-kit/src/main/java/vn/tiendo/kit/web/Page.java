package vn.tiendo.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list in a stable order. The next page starts behind the last item, so insertions never shift it.
///
/// @param nextCursor opaque; absent on the last page
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// Cuts a page out of what a repository found when asked for one item more than the limit.
    ///
    /// @param found at most `request.limit() + 1` items in the order of the list
    /// @param position where an item stands in that order
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> position) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, position.apply(items.getLast()).encode());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
    }

    /// Answers with the page and, when there is more, a `Link` to the next one.
    public Response toResponse(UriInfo uri) {
        var response = Response.ok(this);
        if (nextCursor != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build();
            response.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
