package vn.tiendo.notifications.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import vn.tiendo.notifications.preference.PreferenceProblem.StandsTwice;

/// What is tried, one channel after the other, for as long as a notification stays unread.
record Fallback(
        @NotEmpty @Size(max = 7) List<@NotNull Category> categories,
        @NotEmpty @Size(max = 4) List<@NotNull @Valid Step> steps) {

    /// @param workingHours after the channel before, of eight on a working day
    record Step(
            @NotNull ChannelKind channel,
            @NotNull @Min(1) @Max(80) Integer workingHours) {}

    /// @throws StandsTwice when a channel is named again
    void requireDistinct() {
        var seen = EnumSet.noneOf(ChannelKind.class);
        steps.forEach(step -> {
            if (!seen.add(step.channel)) {
                throw new StandsTwice("fallback." + step.channel);
            }
        });
    }
}
