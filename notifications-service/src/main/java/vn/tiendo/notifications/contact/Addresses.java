package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.notifications.contact.ContactPointApi.ContactPointView;

/// Where accounts can be reached: what they have added and confirmed, and what the registrations say of members.
@ApplicationScoped
public class Addresses {

    @Inject
    EntityManager entities;

    /// Those that work, in one statement however many accounts there are; the accounts' own before those of the
    /// registrations, the newest first.
    public Map<Account, List<Address>> of(Collection<Account> accounts) {
        var found = new HashMap<Account, List<Address>>();
        if (accounts.isEmpty()) {
            return found;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        with a as (select * from unnest(:issuers, :subjects) as u (issuer, subject))
                        select p.id, a.issuer, a.subject, p.kind, p.address, p.public_key, p.auth_secret, 0 as place
                          from a join contact_point p on p.issuer = a.issuer and p.subject = a.subject
                         where p.state = 'ACTIVE'
                        union all
                        select null, a.issuer, a.subject, 'EMAIL', m.email, null, null, 1
                          from a join member_contact m on m.holder_issuer = a.issuer and m.holder_subject = a.subject
                         where m.email is not null and m.email_bounced_at is null
                        union all
                        select null, a.issuer, a.subject, 'PHONE', m.phone, null, null, 1
                          from a join member_contact m on m.holder_issuer = a.issuer and m.holder_subject = a.subject
                         where m.phone is not null and m.phone_bounced_at is null
                        order by place, 1 desc""", Tuple.class)
                .setParameter("issuers", accounts.stream().map(Account::issuer).toArray(String[]::new))
                .setParameter(
                        "subjects", accounts.stream().map(Account::subject).toArray(String[]::new))
                .getResultList();
        for (var row : rows) {
            var address = address(row);
            found.computeIfAbsent(new Account(address.issuer(), address.subject()), none -> new ArrayList<>())
                    .add(address);
        }
        return found;
    }

    private static Address address(Tuple row) {
        var kind = PointKind.valueOf(row.get(3, String.class));
        var written = row.get(4, String.class);
        return new Address(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                kind,
                kind == PointKind.PHONE ? AddressForm.international(written) : written,
                row.get(5, String.class),
                row.get(6, String.class));
    }

    List<ContactPointView> ofRegistrations(Account account) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select email, email_bounced_at, phone, phone_bounced_at from member_contact
                         where holder_issuer = ?1 and holder_subject = ?2""", Tuple.class)
                .setParameter(1, account.issuer())
                .setParameter(2, account.subject())
                .getResultList();
        var views = new ArrayList<ContactPointView>();
        for (var row : rows) {
            if (row.get(0) != null) {
                views.add(ContactPointView.ofRegistrations(
                        PointKind.EMAIL, row.get(0, String.class), row.get(1, Instant.class)));
            }
            if (row.get(2) != null) {
                views.add(ContactPointView.ofRegistrations(
                        PointKind.PHONE, row.get(2, String.class), row.get(3, Instant.class)));
            }
        }
        return views;
    }

    /// A subscription that its browser has given up.
    public void forget(UUID point) {
        entities.createNativeQuery("delete from contact_point where id = ?1")
                .setParameter(1, point)
                .executeUpdate();
    }
}
