package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of reviewing many registrations at once.
final class BulkApi {

    static final int MOST = 200;

    private BulkApi() {}

    /// @param version what the reviewer has seen, as If-Match says for a single one
    record Row(@NotNull UUID id, @NotNull Long version) {}

    record AcceptancesRequest(@NotEmpty @Size(max = MOST) List<@Valid @NotNull Row> items) {}

    /// @param returnedUntil last day on which they come back in time; five working days when absent
    record ReturnsRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull Row> items,
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable LocalDate returnedUntil) {}

    enum Outcome {
        DONE,
        REFUSED
    }

    /// @param version the new one; absent when refused
    /// @param problem the type of the refusal, as a single request would answer it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowOutcome(
            UUID id,
            Outcome outcome,
            @Nullable Long version,
            @Nullable String problem,
            @Nullable String title) {

        static RowOutcome done(Registration registration) {
            return new RowOutcome(registration.id(), Outcome.DONE, registration.version(), null, null);
        }

        static RowOutcome refused(UUID id, String code, String title) {
            return new RowOutcome(id, Outcome.REFUSED, null, "/problems/" + code, title);
        }
    }

    /// @param items in the order of the request
    record BulkOutcome(int done, int refused, List<RowOutcome> items) {
        static BulkOutcome of(List<RowOutcome> rows) {
            var done = (int)
                    rows.stream().filter(row -> row.outcome() == Outcome.DONE).count();
            return new BulkOutcome(done, rows.size() - done, rows);
        }
    }
}
