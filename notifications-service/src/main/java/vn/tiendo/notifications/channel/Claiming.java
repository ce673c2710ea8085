package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.channel.Claims.Claimed;
import vn.tiendo.notifications.channel.Claims.Share;
import vn.tiendo.notifications.preference.Caps;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.preference.Preferences;

/// Decides how much of whose messages goes now. A tenant with a hundred thousand does not keep back one with a single
/// message: every pass serves as many tenants as it can, each with its share, and begins behind the one served last.
@ApplicationScoped
class Claiming {

    private static final UUID BEGINNING = new UUID(0, 0);

    @Inject
    Claims claims;

    @Inject
    Dispatches dispatches;

    @Inject
    Usage usage;

    @Inject
    Preferences preferences;

    @Inject
    Messages messages;

    @Inject
    Clock clock;

    private final Map<ChannelKind, UUID> servedLast = new ConcurrentHashMap<>();

    /// What one pass sends.
    ///
    /// @param taken rows, with those that turned out to be needless
    record Taken(List<Outgoing> messages, int taken) {}

    /// @param fresh whether it is tried for the first time
    record Outgoing(Message message, UUID tenant, boolean fresh, int attempts) {}

    /// @param claim by which what is taken is told apart from what others take
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Taken take(Channel channel, int most, UUID claim, Duration hold) {
        var now = clock.instant();
        var tenants = claims.tenants(channel.kind(), servedLast.getOrDefault(channel.kind(), BEGINNING), most, now);
        if (tenants.isEmpty()) {
            return new Taken(List.of(), 0);
        }
        servedLast.put(channel.kind(), tenants.getLast());
        var today = Days.dayOf(now);
        var parts = partsOf(tenants, most, today);
        var claimed = new ArrayList<Claimed>();
        claimed.addAll(take(channel, parts.stream().map(Part::mandatory), claim, hold, now));
        claimed.addAll(take(channel, parts.stream().map(part -> part.optional(claimed)), claim, hold, now));
        if (claimed.isEmpty()) {
            return new Taken(List.of(), 0);
        }
        var outgoing = messages.of(channel, dropNeedless(claimed, now), now);
        count(outgoing, today);
        return new Taken(outgoing, claimed.size());
    }

    /// What a tenant may send in this pass; what is optional gets what is mandatory has left.
    ///
    /// @param now of the minute
    /// @param today of the day
    private record Part(UUID tenant, int now, int today) {

        Share mandatory() {
            return new Share(tenant, true, now);
        }

        Share optional(List<Claimed> claimed) {
            var taken =
                    claimed.stream().filter(row -> row.tenant().equals(tenant)).count();
            return new Share(tenant, false, Math.min(now, today) - (int) taken);
        }
    }

    private List<Claimed> take(Channel channel, Stream<Share> shares, UUID claim, Duration hold, Instant now) {
        var wanted = shares.filter(share -> share.most() > 0).toList();
        return wanted.isEmpty() ? List.of() : claims.take(channel.kind(), wanted, claim, hold, now);
    }

    /// Of a minute all tenants have the same part of the pass; of a day, what is mandatory goes whatever has gone
    /// before.
    private List<Part> partsOf(List<UUID> tenants, int most, java.time.LocalDate today) {
        var caps = preferences.capsOf(new LinkedHashSet<>(tenants));
        var used = usage.of(tenants, today);
        var part = Math.max(1, most / tenants.size());
        var parts = new ArrayList<Part>();
        for (var tenant : tenants) {
            var cap = caps.getOrDefault(tenant, Caps.SHIPPED);
            var gone = used.getOrDefault(tenant, Usage.Used.NOTHING);
            parts.add(new Part(tenant, Math.min(part, cap.perMinute() - gone.inMinute()), cap.perDay() - gone.onDay()));
        }
        return parts;
    }

    private List<Claimed> dropNeedless(List<Claimed> claimed, Instant now) {
        var needed = new ArrayList<Claimed>();
        var needless = new HashMap<String, List<UUID>>();
        for (var row : claimed) {
            var reason = reasonNotToSend(row);
            if (reason == null) {
                needed.add(row);
            } else {
                needless.computeIfAbsent(reason, none -> new ArrayList<>()).add(row.id());
            }
        }
        needless.forEach((reason, ids) -> dispatches.end(ids, DispatchState.CANCELLED, reason, now));
        return needed;
    }

    private static @Nullable String reasonNotToSend(Claimed row) {
        if (row.item() == null) {
            return "erased";
        }
        if (row.resolved()) {
            return "resolved";
        }
        return row.onlyIfUnread() && row.read() ? "read" : null;
    }

    private void count(List<Outgoing> messages, java.time.LocalDate today) {
        var attempts = new HashMap<UUID, Integer>();
        var fresh = new HashMap<UUID, Integer>();
        for (var message : messages) {
            attempts.merge(message.tenant(), 1, Integer::sum);
            fresh.merge(message.tenant(), message.fresh() ? 1 : 0, Integer::sum);
        }
        usage.count(attempts, fresh, today);
    }

    /// @return those that are still held by the claim, for another while
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Set<UUID> renew(Collection<UUID> ids, UUID claim, Duration hold) {
        return claims.renew(ids, claim, hold);
    }

    /// They were not tried: the channel could not be reached, or their time was over.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void release(List<Outgoing> untried, UUID claim) {
        dispatches.release(
                untried.stream()
                        .flatMap(each -> each.message().dispatchIds().stream())
                        .toList(),
                claim);
        var back = new HashMap<UUID, Integer>();
        var nothing = new HashMap<UUID, Integer>();
        for (var each : untried) {
            nothing.put(each.tenant(), 0);
            back.merge(each.tenant(), each.fresh() ? -1 : 0, Integer::sum);
        }
        usage.count(nothing, back, Days.dayOf(clock.instant()));
    }
}
