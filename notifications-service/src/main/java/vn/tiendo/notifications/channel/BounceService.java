package vn.tiendo.notifications.channel;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.notifications.channel.ChannelApi.BounceEffect;
import vn.tiendo.notifications.channel.ChannelApi.ReportBounce;
import vn.tiendo.notifications.channel.ChannelProblem.MessageNotFound;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.Addresses;
import vn.tiendo.notifications.contact.Bounces;
import vn.tiendo.notifications.preference.ChannelKind;

/// Takes in what mail servers report after they had taken a message over.
@ApplicationScoped
class BounceService {

    private static final Pattern ID = Pattern.compile("<?([0-9a-fA-F-]{36})@[^<>\\s]{1,255}>?");

    @Inject
    EntityManager entities;

    @Inject
    DispatchEnds ends;

    @Inject
    Addresses addresses;

    @Inject
    Bounces bounces;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    /// A message as it went out.
    private record Sent(
            UUID dispatch, String addressHash, Account account, UUID organisation, String path, String language) {}

    @Transactional
    BounceEffect report(ReportBounce report) {
        var actor = currentActor.get();
        var message = idOf(report.messageId());
        var sent = find(message, actor.reach(ADMINISTRATOR, AUDITOR));
        if (sent.isEmpty()) {
            throw new MessageNotFound();
        }
        var first = sent.getFirst();
        var post = actor.require(first.path, ADMINISTRATOR);
        if (!report.status().startsWith("5.")) {
            return BounceEffect.NONE;
        }
        ends.fail(ChannelKind.EMAIL, sent.stream().map(Sent::dispatch).toList(), "bounced-" + report.status());
        audit.record(actor, post, "report-bounce", "message", message, null, report);
        if (!MailStatus.isAboutAddress(report.status())) {
            return BounceEffect.MESSAGE_FAILED;
        }
        addresses.of(Set.of(first.account)).getOrDefault(first.account, List.of()).stream()
                .filter(address -> AddressHash.of(address).equals(first.addressHash))
                .findFirst()
                .ifPresent(address -> bounces.report(address, first.organisation, first.language));
        return BounceEffect.ADDRESS_STOPPED;
    }

    private static UUID idOf(String written) {
        var id = ID.matcher(written.strip());
        if (!id.matches()) {
            throw new MessageNotFound();
        }
        try {
            return UUID.fromString(id.group(1));
        } catch (IllegalArgumentException noId) {
            throw new MessageNotFound();
        }
    }

    private List<Sent> find(UUID message, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var query = entities.createNativeQuery("""
                select d.id, d.address_hash, n.recipient_issuer, n.recipient_subject, n.organisation_id, r.path, n.language
                  from dispatch d join notification n on n.id = d.notification_id
                  join reach_organisation r on r.id = n.organisation_id
                 where d.message_id = :message and d.channel = 'EMAIL' and d.address_hash is not null and """ + " " + reach.condition("r.path") + " order by d.id", Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.setParameter("message", message).getResultList();
        return rows.stream()
                .map(row -> new Sent(
                        row.get(0, UUID.class),
                        Objects.requireNonNull(row.get(1, String.class)),
                        new Account(row.get(2, String.class), row.get(3, String.class)),
                        row.get(4, UUID.class),
                        row.get(5, String.class),
                        row.get(6, String.class)))
                .toList();
    }
}
