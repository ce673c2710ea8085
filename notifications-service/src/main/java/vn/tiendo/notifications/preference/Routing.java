package vn.tiendo.notifications.preference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.inbox.Notification;

/// Which way one notification goes, and when.
///
/// @param on the channels that can send at all
/// @param calendar asked only when working days count
record Routing(Set<ChannelKind> on, Instant now, Supplier<WorkingDays> calendar) {

    private static final WorkingDays EVERY_WEEKDAY = new WorkingDays(Map.of());

    /// At most one for each channel: either on its own or in a digest.
    List<Sending> of(Notification notification, Effective effective, UUID tenant) {
        var category = Category.of(notification);
        var sendings = new ArrayList<Sending>();
        var used = EnumSet.noneOf(ChannelKind.class);
        for (var channel : on) {
            if (effective.on(category, channel).value()) {
                used.add(channel);
                sendings.add(first(notification, category, channel, effective, tenant));
            }
        }
        var fallback = effective.inherited().fallback();
        if (fallback != null && fallback.categories().contains(category)) {
            sendings.addAll(later(notification, category, fallback, effective, tenant, used, lastOf(sendings)));
        }
        return sendings;
    }

    private Sending first(
            Notification notification, Category category, ChannelKind channel, Effective effective, UUID tenant) {
        var mandatory = effective.isMandatory(category, channel);
        var digest = digestFor(notification, effective, category, mandatory);
        var notBefore = digest.orElseGet(() -> alone(notification, effective, mandatory));
        return new Sending(
                notification.id(), channel, category, notBefore, digest.orElse(null), false, tenant, mandatory);
    }

    /// What is mandatory and due waits neither for a working day nor for a morning that would be too late.
    private Instant alone(Notification notification, Effective effective, boolean mandatory) {
        var permitted = permitted(effective, now);
        var lastDay = lastDay(notification);
        if (!mandatory || lastDay == null || !now.isBefore(lastDay) || permitted.isBefore(lastDay)) {
            return permitted;
        }
        var onAnyDay = effective.quietHours().value().nextOnAnyDay(now);
        return onAnyDay.isBefore(lastDay) ? onAnyDay : now;
    }

    /// A digest makes nothing late: what is due before it, and what is mandatory and not of its day, goes alone.
    private Optional<Instant> digestFor(
            Notification notification, Effective effective, Category category, boolean mandatory) {
        var lastDay = mandatory ? Days.endOf(Days.dayOf(now)) : lastDay(notification);
        return effective
                .digest(category)
                .value()
                .next(now)
                .map(next -> permitted(effective, next))
                .filter(next -> lastDay == null || next.isBefore(lastDay));
    }

    /// The end of the day up to which the matter is still on time; null when that is over or there is none.
    private static @Nullable Instant lastDay(Notification notification) {
        var rung = notification.rung();
        return notification.dueDay() == null || rung == null || rung > 0 ? null : Days.endOf(notification.dueDay());
    }

    /// From now on.
    Instant permitted(Effective effective) {
        return permitted(effective, now);
    }

    private Instant permitted(Effective effective, Instant moment) {
        var quiet = effective.quietHours().value();
        return quiet.nextPermitted(moment, quiet.workingDaysOnly() ? calendar.get() : EVERY_WEEKDAY);
    }

    private Instant lastOf(List<Sending> sendings) {
        return sendings.stream().map(Sending::notBefore).max(Instant::compareTo).orElse(now);
    }

    /// Never by a channel that has it already, or that the person has switched off.
    private List<Sending> later(
            Notification notification,
            Category category,
            Fallback fallback,
            Effective effective,
            UUID tenant,
            Set<ChannelKind> used,
            Instant start) {
        var sendings = new ArrayList<Sending>();
        var at = start;
        for (var step : fallback.steps()) {
            var channel = step.channel();
            if (on.contains(channel) && !used.contains(channel) && !effective.hasSwitchedOff(category, channel)) {
                at = permitted(
                        effective,
                        WorkingHours.OFFICE.after(at, Duration.ofHours(step.workingHours()), calendar.get()));
                sendings.add(new Sending(notification.id(), channel, category, at, null, true, tenant, false));
            }
        }
        return sendings;
    }
}
