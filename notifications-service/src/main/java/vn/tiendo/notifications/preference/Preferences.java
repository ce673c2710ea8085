package vn.tiendo.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.inbox.Notification;

/// Decides what of the inbox goes out by which channel and when, by what holds at the moment of delivery.
@ApplicationScoped
public class Preferences {

    @Inject
    PreferenceRepository preferences;

    @Inject
    Inheritance inheritance;

    @Inject
    WorkingCalendarRepository calendars;

    @Inject
    Clock clock;

    /// Three statements for a batch, whatever its size, and one more when working days count; none at all when no
    /// channel is on.
    ///
    /// @param on the channels that can send at all
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Sending> decide(List<Notification> batch, Set<ChannelKind> on, Instant now) {
        if (on.isEmpty() || batch.isEmpty()) {
            return List.of();
        }
        var standings = inheritance.of(
                batch.stream().map(Notification::organisationId).collect(Collectors.toSet()), Days.dayOf(now));
        var wishes = preferences.wishesOf(batch.stream().map(Account::of).collect(Collectors.toSet()));
        var routing = new Routing(on, now, once(calendars::workingDays));
        return batch.stream()
                .flatMap(notification -> {
                    var standing = Objects.requireNonNull(standings.get(notification.organisationId()));
                    var effective = new Effective(
                            standing.inherited(), wishes.getOrDefault(Account.of(notification), Wishes.NONE));
                    return routing.of(notification, effective, standing.tenant()).stream();
                })
                .toList();
    }

    /// By the id of the tenant, as it stands in a [Sending].
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Caps> capsOf(Set<UUID> tenants) {
        return inheritance.of(tenants, Days.dayOf(clock.instant())).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        standing -> standing.getValue().inherited().caps().value()));
    }

    private static Supplier<WorkingDays> once(Supplier<WorkingDays> read) {
        return new Supplier<>() {
            private @Nullable WorkingDays days;

            @Override
            public WorkingDays get() {
                if (days == null) {
                    days = read.get();
                }
                return days;
            }
        };
    }
}
