package vn.tiendo.kit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which page a client asks for; take it as `@Valid @BeanParam`.
public class PageRequest {

    public static final int LARGEST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(LARGEST)
    int limit = 50;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    /// How many items a repository should look for: one more than the page holds tells whether there is a next page.
    public int lookFor() {
        return limit + 1;
    }

    /// @throws vn.tiendo.kit.problem.KitProblem.InvalidCursor when the cursor was not made by this service
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }

    public static PageRequest first(int limit) {
        return next(limit, null);
    }

    /// For a reader within the service that goes through all pages.
    ///
    /// @param cursor where the page before ended; null for the first one
    public static PageRequest next(int limit, @Nullable String cursor) {
        var request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }
}
