package vn.tiendo.notifications.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.preference.PreferenceProblem.StandsTwice;

/// What a person wants otherwise than it is inherited. What is left out stays inherited, and follows it.
///
/// @param language of messages, before that of the contact
@JsonInclude(JsonInclude.Include.NON_NULL)
record Wishes(
        @Size(max = 28) List<@NotNull @Valid Cell> cells,
        @Nullable @Valid QuietHours quietHours,
        @Size(max = 7) List<@NotNull @Valid Digest> digests,
        @Nullable @Pattern(regexp = "vi|en") String language) {

    static final Wishes NONE = new Wishes(List.of(), null, List.of(), null);

    /// One category on one channel.
    record Cell(
            @NotNull Category category,
            @NotNull ChannelKind channel,
            @NotNull Boolean on) {}

    /// What a client left out is inherited.
    Wishes {
        cells = cells == null ? List.of() : cells;
        digests = digests == null ? List.of() : digests;
    }

    /// @throws StandsTwice when something is wanted in two ways
    /// @throws PreferenceProblem.DigestIncomplete when the hour or the weekday is missing
    void requireWhole() {
        var seen = new HashSet<String>();
        for (var cell : cells) {
            if (!seen.add(cell.category + "." + cell.channel)) {
                throw new StandsTwice(cell.category + "." + cell.channel);
            }
        }
        for (var digest : digests) {
            digest.requireComplete();
            if (!seen.add("digest." + digest.category())) {
                throw new StandsTwice("digest." + digest.category());
            }
        }
    }

    Optional<Boolean> on(Category category, ChannelKind channel) {
        return cells.stream()
                .filter(cell -> cell.category == category && cell.channel == channel)
                .findFirst()
                .map(Cell::on);
    }

    Optional<Digest> digest(Category category) {
        return digests.stream().filter(digest -> digest.category() == category).findFirst();
    }

    Wishes without(Category category, ChannelKind channel) {
        var changed = new ArrayList<Cell>();
        cells.stream()
                .filter(cell -> cell.category != category || cell.channel != channel)
                .forEach(changed::add);
        changed.add(new Cell(category, channel, false));
        return new Wishes(List.copyOf(changed), quietHours, digests, language);
    }
}
