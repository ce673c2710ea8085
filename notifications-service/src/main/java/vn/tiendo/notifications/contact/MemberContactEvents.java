package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.inbox.ReceivedEvent.MalformedEvent;
import vn.tiendo.notifications.inbox.NotificationService;

/// Keeps the account and language of members. A tombstone erases them, and what was written to the member as
/// one who owes.
@ApplicationScoped
public class MemberContactEvents implements EventHandler {

    private static final String VIETNAMESE = "vi";

    @Inject
    EntityManager entities;

    @Inject
    NotificationService notifications;

    private record ContactState(
            UUID id,
            @Nullable String holderIssuer,
            @Nullable String holderSubject,
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
        entities.createNativeQuery("""
                        insert into member_contact (member_id, holder_issuer, holder_subject, language)
                        values (?1, ?2, ?3, ?4)
                        on conflict (member_id) do update set holder_issuer = excluded.holder_issuer,
                          holder_subject = excluded.holder_subject, language = excluded.language""")
                .setParameter(1, contact.id)
                .setParameter(2, contact.holderIssuer)
                .setParameter(3, contact.holderSubject)
                .setParameter(4, contact.language == null ? VIETNAMESE : contact.language)
                .executeUpdate();
    }

    private void erase(UUID member) {
        entities.createNativeQuery("delete from member_contact where member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
        notifications.eraseOf(member);
    }

    private static UUID memberOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedEvent("key-is-no-id");
        }
    }
}
