package vn.tiendo.notifications.contact;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;

/// An address that does not work: nothing goes there any more, and somebody is asked to correct it.
@ApplicationScoped
public class Bounces {

    static final String DUTY_KIND = "CONTACT";

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// These tasks have no day, so any day that holds differs from theirs.
    private static final List<@Nullable LocalDate> NO_DAY_HOLDS = List.of(LocalDate.EPOCH);

    @Inject
    EntityManager entities;

    @Inject
    NotificationService notifications;

    @Inject
    ReachRepository organisations;

    @Inject
    Clock clock;

    /// Tells the person, and the secretary of the organisation that the message was about: once, and again when the
    /// address comes back to life and fails anew.
    ///
    /// @param language of the person
    @Transactional(Transactional.TxType.MANDATORY)
    public void report(Address address, UUID organisation, String language) {
        var now = clock.instant();
        if (mark(address, now) == 0) {
            return;
        }
        var account = new Account(address.issuer(), address.subject());
        var about = new Notification.About(
                UUID.nameUUIDFromBytes((account.duty(address.kind()) + "\n" + address.address() + "\n" + now)
                        .getBytes(StandardCharsets.UTF_8)),
                account.duty(address.kind()),
                DUTY_KIND,
                null,
                null,
                null,
                organisation,
                null,
                null);
        var told = new ArrayList<Notification>();
        told.add(task(
                about,
                new Recipient(account.issuer(), account.subject(), null, null, false, language),
                "own",
                address,
                now));
        organisations.postsAt(organisation, Days.dayOf(now)).stream()
                .filter(post -> post.role() == CELL_SECRETARY)
                .filter(post -> !account.equals(new Account(post.holderIssuer(), post.holderSubject())))
                .map(post -> new Recipient(post.holderIssuer(), post.holderSubject(), post.id(), null, false, "vi"))
                .forEach(secretary -> told.add(task(about, secretary, "others", address, now)));
        notifications.deliver(told);
    }

    private int mark(Address address, Instant now) {
        if (address.pointId() != null) {
            return entities.createNativeQuery("""
                            update contact_point set state = 'BOUNCED', bounced_at = ?2, version = version + 1
                             where id = ?1 and state = 'ACTIVE'""")
                    .setParameter(1, address.pointId())
                    .setParameter(2, now)
                    .executeUpdate();
        }
        return address.kind() == PointKind.EMAIL ? markEmail(address, now) : markPhone(address, now);
    }

    private int markEmail(Address address, Instant now) {
        return entities.createNativeQuery("""
                        update member_contact set email_bounced_at = ?4
                         where holder_issuer = ?1 and holder_subject = ?2 and email = ?3 and email_bounced_at is null""")
                .setParameter(1, address.issuer())
                .setParameter(2, address.subject())
                .setParameter(3, address.address())
                .setParameter(4, now)
                .executeUpdate();
    }

    /// Numbers are kept there as they were written.
    private int markPhone(Address address, Instant now) {
        return entities.createNativeQuery("""
                        update member_contact set phone_bounced_at = ?3
                         where holder_issuer = ?1 and holder_subject = ?2 and phone is not null
                           and phone_bounced_at is null""")
                .setParameter(1, address.issuer())
                .setParameter(2, address.subject())
                .setParameter(3, now)
                .executeUpdate();
    }

    private static Notification task(
            Notification.About about, Recipient recipient, String whose, Address address, Instant now) {
        var words = ResourceBundle.getBundle(
                "channels",
                recipient.language().equals("en") ? Locale.ENGLISH : Locale.of("vi"),
                Bounces.class.getClassLoader(),
                EXACT);
        return new Notification(
                about,
                recipient,
                words.getString("bounce.title"),
                words.getString("bounce." + whose).replace("{address}", masked(address)),
                words.getString("bounce.title"),
                now);
    }

    /// Enough to know one's own address by, too little to write to.
    private static String masked(Address address) {
        var written = address.address();
        return switch (address.kind()) {
            case EMAIL -> written.charAt(0) + "***" + written.substring(Math.max(0, written.lastIndexOf('@')));
            case PHONE -> "***" + written.substring(Math.max(0, written.length() - 3));
            case WEB_PUSH -> "web push";
        };
    }

    /// There is an address of this kind again that works.
    @Transactional(Transactional.TxType.MANDATORY)
    public void clear(Account account, PointKind kind) {
        notifications.resolve(List.of(account.duty(kind)), NO_DAY_HOLDS, clock.instant());
    }
}
