package vn.tiendo.notifications.channel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.notifications.channel.Dispatches.Plan;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.Addresses;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.inbox.Delivered;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.preference.Preferences;
import vn.tiendo.notifications.preference.Sending;

/// Plans, in the transaction that puts notifications into inboxes, what of them goes out beside.
@ApplicationScoped
class DispatchPlanning {

    @Inject
    Channels channels;

    @Inject
    Preferences preferences;

    @Inject
    Addresses addresses;

    @Inject
    Dispatches dispatches;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    /// A fixed number of statements, none while no channel is on.
    void plan(@Observes Delivered delivered) {
        var on = channels.on();
        if (on.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var batch = delivered.notifications();
        var decided = preferences.decide(batch, on.keySet(), now).stream()
                .filter(sending -> on.containsKey(sending.channel()))
                .collect(Collectors.groupingBy(Sending::notificationId));
        if (decided.isEmpty()) {
            return;
        }
        var routes = new EnumMap<ChannelKind, PointKind>(ChannelKind.class);
        on.forEach((kind, channel) -> routes.put(kind, channel.reaches()));
        var told = batch.stream().collect(Collectors.toMap(Notification::id, Function.identity()));
        var reachable = addresses.of(
                decided.keySet().stream().map(id -> accountOf(told, id)).collect(Collectors.toSet()));
        var plans = new ArrayList<Plan>();
        decided.forEach((id, sendings) -> {
            var account = accountOf(told, id);
            plans.addAll(plansOf(sendings, account.key(), kindsOf(reachable.get(account)), routes));
        });
        dispatches.add(plans);
        var unaddressed = plans.stream()
                .filter(plan -> plan.state() == DispatchState.UNADDRESSED)
                .count();
        if (unaddressed > 0) {
            meters.counter("tiendo.channels.unaddressed").increment(unaddressed);
        }
    }

    @SuppressWarnings("NullAway") // every decision is about one of the batch
    private static Account accountOf(Map<UUID, Notification> told, UUID id) {
        return Account.of(told.get(id));
    }

    private static Set<PointKind> kindsOf(@org.jspecify.annotations.Nullable List<Address> addresses) {
        return addresses == null
                ? Set.of()
                : addresses.stream().map(Address::kind).collect(Collectors.toSet());
    }

    /// What can go is planned. Where of the first choice nothing can, the earliest fallback goes in its place; without
    /// a first choice it stays a fallback; where nothing can go at all, one row says so.
    static List<Plan> plansOf(
            List<Sending> sendings, UUID recipient, Set<PointKind> reached, Map<ChannelKind, PointKind> on) {
        var possible = sendings.stream()
                .filter(sending -> can(on, sending, reached))
                .sorted(Comparator.comparing(Sending::notBefore))
                .toList();
        if (possible.isEmpty()) {
            var first = sendings.getFirst();
            return List.of(plan(first, recipient, first.notBefore(), false, DispatchState.UNADDRESSED));
        }
        var firstChoice = possible.stream().anyMatch(sending -> !sending.onlyIfUnread());
        var moment = sendings.stream()
                .filter(sending -> !sending.onlyIfUnread())
                .map(Sending::notBefore)
                .min(Comparator.naturalOrder());
        var plans = new ArrayList<Plan>();
        for (var sending : possible) {
            var instead = !firstChoice && moment.isPresent() && plans.isEmpty();
            plans.add(plan(
                    sending,
                    recipient,
                    instead ? moment.get() : momentOf(sending),
                    sending.onlyIfUnread() && !instead,
                    DispatchState.PLANNED));
        }
        return plans;
    }

    private static boolean can(Map<ChannelKind, PointKind> on, Sending sending, Set<PointKind> reached) {
        var kind = on.get(sending.channel());
        return kind != null && reached.contains(kind);
    }

    private static Instant momentOf(Sending sending) {
        var digest = sending.digestAt();
        return digest != null && digest.isAfter(sending.notBefore()) ? digest : sending.notBefore();
    }

    private static Plan plan(
            Sending sending, UUID recipient, Instant notBefore, boolean onlyIfUnread, DispatchState state) {
        return new Plan(
                sending.notificationId(),
                sending.channel(),
                sending.category(),
                sending.tenantId(),
                recipient,
                sending.mandatory(),
                onlyIfUnread,
                notBefore,
                sending.digestAt(),
                state);
    }
}
