package vn.tiendo.notifications.preference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What holds for those who are addressed for one organisation, before their own wishes: what is shipped, over it
/// what the organisations set from the root down, the nearest last. What one of them makes mandatory stays so.
final class Inherited {

    private final Map<Category, Map<ChannelKind, Held<Setting>>> cells = new EnumMap<>(Category.class);
    private final Map<Category, Held<Digest>> digests = new EnumMap<>(Category.class);
    private Held<QuietHours> quietHours = Held.shipped(QuietHours.SHIPPED);
    private Held<Caps> caps = Held.shipped(Caps.SHIPPED);
    private @Nullable Fallback fallback;

    /// What an organisation has set.
    record Of(UUID organisationId, Defaults defaults) {}

    private Inherited() {
        for (var category : Category.values()) {
            var ofCategory = new EnumMap<ChannelKind, Held<Setting>>(ChannelKind.class);
            for (var channel : ChannelKind.values()) {
                ofCategory.put(channel, Held.shipped(shipped(category, channel)));
            }
            cells.put(category, ofCategory);
            digests.put(category, Held.shipped(Digest.none(category)));
        }
    }

    /// @param fromRoot the root's first
    static Inherited of(List<Of> fromRoot) {
        var inherited = new Inherited();
        fromRoot.forEach(inherited::lay);
        return inherited;
    }

    /// Everything by e-mail, nothing by the other channels.
    static Setting shipped(Category category, ChannelKind channel) {
        if (channel != ChannelKind.EMAIL) {
            return Setting.OFF;
        }
        return category.mandatory() ? Setting.MANDATORY : Setting.ON;
    }

    private void lay(Of set) {
        var organisation = set.organisationId;
        set.defaults.cells().forEach(cell -> {
            var ofCategory = Objects.requireNonNull(cells.get(cell.category()));
            if (cell(cell.category(), cell.channel()).value() != Setting.MANDATORY) {
                ofCategory.put(cell.channel(), Held.of(organisation, cell.setting()));
            }
        });
        set.defaults.digests().forEach(digest -> digests.put(digest.category(), Held.of(organisation, digest)));
        if (set.defaults.quietHours() != null) {
            quietHours = Held.of(organisation, set.defaults.quietHours());
        }
        if (set.defaults.caps() != null) {
            caps = Held.of(organisation, set.defaults.caps());
        }
        if (set.defaults.fallback() != null) {
            fallback = set.defaults.fallback();
        }
    }

    Held<Setting> cell(Category category, ChannelKind channel) {
        return Objects.requireNonNull(
                Objects.requireNonNull(cells.get(category)).get(channel));
    }

    Held<Digest> digest(Category category) {
        return Objects.requireNonNull(digests.get(category));
    }

    Held<QuietHours> quietHours() {
        return quietHours;
    }

    Held<Caps> caps() {
        return caps;
    }

    @Nullable
    Fallback fallback() {
        return fallback;
    }
}
