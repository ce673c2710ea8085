package vn.tiendo.notifications.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.preference.PreferenceProblem.MandatoryStaysOn;
import vn.tiendo.notifications.preference.PreferenceProblem.StandsTwice;

/// What an organisation sets for everybody who is addressed for it or for one below it. What is left out is inherited
/// from above.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Defaults(
        @Size(max = 28) List<@NotNull @Valid DefaultCell> cells,
        @Nullable @Valid QuietHours quietHours,
        @Size(max = 7) List<@NotNull @Valid Digest> digests,
        @Nullable @Valid Fallback fallback,
        @Nullable @Valid Caps caps) {

    /// One category on one channel.
    record DefaultCell(
            @NotNull Category category,
            @NotNull ChannelKind channel,
            @NotNull Setting setting) {}

    /// What a client left out is inherited.
    Defaults {
        cells = cells == null ? List.of() : cells;
        digests = digests == null ? List.of() : digests;
    }

    /// @throws StandsTwice when something is set in two ways
    /// @throws MandatoryStaysOn for what is shipped as mandatory
    /// @throws PreferenceProblem.DigestIncomplete when the hour or the weekday is missing
    void requireWhole() {
        var seen = new HashSet<String>();
        for (var cell : cells) {
            if (!seen.add(cell.category + "." + cell.channel)) {
                throw new StandsTwice(cell.category + "." + cell.channel);
            }
            if (cell.setting == Setting.OFF && Inherited.shipped(cell.category, cell.channel) == Setting.MANDATORY) {
                throw new MandatoryStaysOn(cell.category, cell.channel);
            }
        }
        for (var digest : digests) {
            digest.requireComplete();
            if (!seen.add("digest." + digest.category())) {
                throw new StandsTwice("digest." + digest.category());
            }
        }
        if (fallback != null) {
            fallback.requireDistinct();
        }
    }
}
