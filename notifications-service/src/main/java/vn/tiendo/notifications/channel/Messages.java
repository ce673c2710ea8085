package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.channel.Claiming.Outgoing;
import vn.tiendo.notifications.channel.Claims.Claimed;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.Addresses;
import vn.tiendo.notifications.provider.Provision;
import vn.tiendo.notifications.provider.Provisions;
import vn.tiendo.notifications.provider.TemplateUse;
import vn.tiendo.notifications.provider.Terms;

/// Makes messages of what was claimed. What has no address any more, or what no contract lets go, ends here and leaves
/// its place to the fallback.
@ApplicationScoped
class Messages {

    @Inject
    Addresses addresses;

    @Inject
    Provisions provisions;

    @Inject
    DispatchEnds ends;

    /// A fixed number of statements for what goes.
    ///
    /// @param rows of notifications that are still there
    List<Outgoing> of(Channel channel, List<Claimed> rows, Instant now) {
        var known = addresses.of(rows.stream().map(Messages::accountOf).collect(Collectors.toSet()));
        var terms = channel.underContract() && !rows.isEmpty() ? termsOf(channel, rows) : null;
        var groups = new LinkedHashMap<UUID, List<Claimed>>();
        rows.forEach(row -> groups.computeIfAbsent(row.messageId(), none -> new ArrayList<>())
                .add(row));
        var messages = new ArrayList<Outgoing>();
        var refused = new HashMap<String, List<UUID>>();
        groups.forEach((id, group) -> {
            var first = group.getFirst();
            var reached = known.getOrDefault(accountOf(first), List.of()).stream()
                    .filter(address -> address.kind() == channel.reaches())
                    .toList();
            var against = terms == null ? null : against(terms, first);
            if (reached.isEmpty()) {
                ends.withoutAddress(channel.kind(), group, now);
            } else if (against != null) {
                refused.computeIfAbsent(against, none -> new ArrayList<>())
                        .addAll(group.stream().map(Claimed::id).toList());
            } else {
                messages.add(outgoing(id, group, reached, terms == null ? null : provisionOf(terms, first)));
            }
        });
        refused.forEach((reason, ids) -> ends.fail(channel.kind(), ids, reason));
        return messages;
    }

    private Terms termsOf(Channel channel, List<Claimed> rows) {
        return provisions.of(
                channel.kind(), rows.stream().map(Messages::organisationOf).collect(Collectors.toSet()));
    }

    private static @Nullable String against(Terms terms, Claimed row) {
        return terms.against(organisationOf(row), useOf(row)).orElse(null);
    }

    private static Provision provisionOf(Terms terms, Claimed row) {
        return terms.take(organisationOf(row), useOf(row), row.language());
    }

    private static Outgoing outgoing(
            UUID id, List<Claimed> group, List<Address> reached, @Nullable Provision provision) {
        var items = group.stream()
                .map(Claimed::item)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Message.Item::dispatchId))
                .toList();
        var first = group.getFirst();
        var message = new Message(id, accountOf(first), first.language(), items, reached, provision);
        return new Outgoing(
                message,
                first.tenant(),
                first.first(),
                group.stream().mapToInt(Claimed::attempts).max().orElse(1));
    }

    @SuppressWarnings("NullAway") // what has been erased was dropped before
    private static Account accountOf(Claimed row) {
        return row.account();
    }

    @SuppressWarnings("NullAway") // what has been erased was dropped before
    private static UUID organisationOf(Claimed row) {
        return row.organisationId();
    }

    @SuppressWarnings("NullAway") // what has been erased was dropped before
    private static TemplateUse useOf(Claimed row) {
        return TemplateUse.of(row.item().category());
    }
}
