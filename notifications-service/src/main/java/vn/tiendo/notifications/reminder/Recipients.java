package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.notifications.inbox.Recipient;

/// Who is told, found at the moment of firing: whoever holds the posts on that day, or the member's own
/// account.
///
/// An assignment: secretaries and officers of the organisation that owes; once the day is over, officers of its
/// superior too. A registration: the member.
@ApplicationScoped
class Recipients {

    @Inject
    Session session;

    /// A recipient with the role and place by which it was found.
    ///
    /// @param role absent for the member itself
    record Found(Recipient recipient, @Nullable Role role, UUID organisationId) {}

    /// Recipients of each reminder, one per account; the post nearest to the duty counts.
    Map<UUID, List<Found>> of(List<UUID> reminders, LocalDate day) {
        var found = new LinkedHashMap<UUID, Map<String, Found>>();
        session.doWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select t.*, coalesce(c.language, 'vi') as language from (
                      select r.id as reminder_id, p.holder_issuer, p.holder_subject, p.id as post_id,
                             null::uuid as member_id, p.role, p.organisation_id,
                             p.organisation_id <> d.organisation_id as escalated
                        from reminder r
                        join duty d on d.id = r.duty_id and d.kind = 'ASSIGNMENT'
                        join reach_organisation o on o.id = d.organisation_id
                        join reach_post p
                          on (p.organisation_id = d.organisation_id
                                and p.role in ('CELL_SECRETARY', 'COMMITTEE_OFFICER'))
                          or (r.rung > 0 and p.organisation_id = o.parent_id and p.role = 'COMMITTEE_OFFICER')
                       where r.id = any(?) and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                      union all
                      select r.id, m.holder_issuer, m.holder_subject, null, d.member_id, null, d.organisation_id, false
                        from reminder r
                        join duty d on d.id = r.duty_id and d.kind = 'REGISTRATION'
                        join member_contact m on m.member_id = d.member_id
                       where r.id = any(?) and m.holder_issuer is not null and m.holder_subject is not null) t
                      left join lateral (select language from member_contact m
                                          where m.holder_issuer = t.holder_issuer
                                            and m.holder_subject = t.holder_subject limit 1) c on true
                     order by t.reminder_id, t.escalated, t.role, t.post_id""")) {
                var ids = connection.createArrayOf("uuid", reminders.toArray());
                select.setArray(1, ids);
                select.setObject(2, day);
                select.setObject(3, day);
                select.setArray(4, ids);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var recipient = new Recipient(
                                rows.getString("holder_issuer"),
                                rows.getString("holder_subject"),
                                rows.getObject("post_id", UUID.class),
                                rows.getObject("member_id", UUID.class),
                                rows.getBoolean("escalated"),
                                rows.getString("language"));
                        var role = rows.getString("role");
                        found.computeIfAbsent(rows.getObject("reminder_id", UUID.class), id -> new LinkedHashMap<>())
                                .putIfAbsent(
                                        recipient.issuer() + ' ' + recipient.subject(),
                                        new Found(
                                                recipient,
                                                role == null ? null : Role.valueOf(role),
                                                rows.getObject("organisation_id", UUID.class)));
                    }
                }
            }
        });
        var recipients = new LinkedHashMap<UUID, List<Found>>();
        found.forEach((reminder, byAccount) -> recipients.put(reminder, new ArrayList<>(byAccount.values())));
        return recipients;
    }
}
