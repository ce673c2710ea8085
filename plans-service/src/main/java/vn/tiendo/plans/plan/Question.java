package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something about a draft made from another plan that a person must decide or confirm.
///
/// @param obligation code of the obligation that it is about
/// @param organisation the organisation that no longer exists
/// @param successors who could stand in for it, the one that was put in first
@JsonInclude(JsonInclude.Include.NON_NULL)
record Question(
        String obligation,
        Matter matter,
        @Nullable UUID organisation,
        @Nullable List<UUID> successors) {

    enum Matter {
        /// A named organisation has ended; its first successor was put in its place.
        SUCCESSOR_PUT_IN,
        /// A named organisation has ended without a successor; it was left out.
        ENDED_WITHOUT_SUCCESSOR,
        /// The day was 29 February or the end of a month and had to move within its month.
        DAY_MOVED_IN_MONTH,
        /// The phrase names a year that is no longer the one meant.
        WORDS_NAME_ANOTHER_YEAR,
        /// A fact reported as done, or a day that only a person can set.
        DATE_TO_CONFIRM
    }
}
