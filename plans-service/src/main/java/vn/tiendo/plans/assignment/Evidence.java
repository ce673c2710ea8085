package vn.tiendo.plans.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that backs a mark by hand: a document that is stored here, or an activity.
///
/// @param note where to look in it, or what it shows
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        @NotNull Kind kind,
        @NotNull UUID id,
        @Nullable @Size(max = 500) String note) {

    public enum Kind {
        DOCUMENT,
        ACTIVITY
    }
}
