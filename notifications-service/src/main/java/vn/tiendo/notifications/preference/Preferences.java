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
import java.util.stream.Stream;
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
        var routing = new Routing(on, now, once(calendars::workingDays));
        return addressed(batch, now)
                .flatMap(each -> routing.of(each.notification, each.effective, each.tenant).stream())
                .toList();
    }

    /// The first moment from now on at which each may disturb its recipient, in as many statements.
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Instant> nextPermitted(List<Notification> batch, Instant now) {
        var routing = new Routing(Set.of(), now, once(calendars::workingDays));
        return addressed(batch, now)
                .collect(Collectors.toMap(each -> each.notification.id(), each -> routing.permitted(each.effective)));
    }

    private record Addressed(Notification notification, Effective effective, UUID tenant) {}

    private Stream<Addressed> addressed(List<Notification> batch, Instant now) {
        var standings = inheritance.of(
                batch.stream().map(Notification::organisationId).collect(Collectors.toSet()), Days.dayOf(now));
        var wishes = preferences.wishesOf(batch.stream().map(Account::of).collect(Collectors.toSet()));
        return batch.stream().map(notification -> {
            var standing = Objects.requireNonNull(standings.get(notification.organisationId()));
            return new Addressed(
                    notification,
                    new Effective(standing.inherited(), wishes.getOrDefault(Account.of(notification), Wishes.NONE)),
                    standing.tenant());
        });
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
