package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;
import vn.tiendo.notifications.inbox.NotificationService;

/// Keeps the account, language and addresses of members. A tombstone erases them, with what the account has added
/// itself unless it holds a post, and what was written to the member as one who owes.
@ApplicationScoped
public class MemberContactEvents implements EventHandler {

    private static final String VIETNAMESE = "vi";

    @Inject
    EntityManager entities;

    @Inject
    NotificationService notifications;

    @Inject
    Bounces bounces;

    @Inject
    Event<ContactErased> contactErased;

    private record ContactState(
            UUID id,
            @Nullable String holderIssuer,
            @Nullable String holderSubject,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {}

    @Override
    public String topic() {
        return "registrations.member-contact.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.deleted()) {
            erase(memberOf(event));
            return;
        }
        var contact = event.as(ContactState.class);
        var corrected = store(contact);
        if (contact.holderIssuer != null && contact.holderSubject != null) {
            var account = new Account(contact.holderIssuer, contact.holderSubject);
            corrected.forEach(kind -> bounces.clear(account, kind));
        }
    }

    /// @return of what kind an address that did not work has given way to another
    private List<PointKind> store(ContactState contact) {
        var row = (Tuple) entities.createNativeQuery("""
                        with before as (select * from member_contact where member_id = :member)
                        insert into member_contact as m (member_id, holder_issuer, holder_subject, email, phone, language)
                        values (:member, :issuer, :subject, :email, :phone, :language)
                        on conflict (member_id) do update set holder_issuer = excluded.holder_issuer,
                          holder_subject = excluded.holder_subject, language = excluded.language,
                          email = excluded.email, phone = excluded.phone,
                          email_bounced_at = case when m.email = excluded.email then m.email_bounced_at end,
                          phone_bounced_at = case when m.phone = excluded.phone then m.phone_bounced_at end
                        returning m.email_bounced_at is null and m.email is not null
                                    and exists (select 1 from before where email_bounced_at is not null),
                                  m.phone_bounced_at is null and m.phone is not null
                                    and exists (select 1 from before where phone_bounced_at is not null)""", Tuple.class)
                .setParameter("member", contact.id)
                .setParameter("issuer", contact.holderIssuer)
                .setParameter("subject", contact.holderSubject)
                .setParameter("email", contact.email)
                .setParameter("phone", contact.phone)
                .setParameter("language", contact.language == null ? VIETNAMESE : contact.language)
                .getSingleResult();
        var corrected = new ArrayList<PointKind>();
        if (row.get(0, Boolean.class)) {
            corrected.add(PointKind.EMAIL);
        }
        if (row.get(1, Boolean.class)) {
            corrected.add(PointKind.PHONE);
        }
        return corrected;
    }

    private void erase(UUID member) {
        entities.createNativeQuery("""
                        delete from contact_point p using member_contact m
                         where m.member_id = ?1 and p.issuer = m.holder_issuer and p.subject = m.holder_subject
                           and not exists (select 1 from reach_post h
                             where h.holder_issuer = p.issuer and h.holder_subject = p.subject)""").setParameter(1, member).executeUpdate();
        @SuppressWarnings("unchecked")
        List<Tuple> erased = entities.createNativeQuery(
                        "delete from member_contact where member_id = ?1 returning holder_issuer, holder_subject",
                        Tuple.class)
                .setParameter(1, member)
                .getResultList();
        notifications.eraseOf(member);
        erased.stream()
                .filter(row -> row.get(0) != null && row.get(1) != null)
                .forEach(row ->
                        contactErased.fire(new ContactErased(row.get(0, String.class), row.get(1, String.class))));
    }

    private static UUID memberOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedEvent("key-is-no-id");
        }
    }
}
