package vn.tiendo.notifications.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.notifications.contact.ContactProblem.ContactPointNotFound;

/// Addresses by the account that has added them: nobody reads those of another.
@ApplicationScoped
class ContactPointRepository implements PanacheRepositoryBase<ContactPoint, UUID> {

    private static final String OWN = "issuer = :issuer and subject = :subject";

    List<ContactPoint> of(Account account) {
        return list(OWN + " order by id", own(account));
    }

    /// @throws ContactPointNotFound when there is none or it is somebody else's (404)
    ContactPoint get(UUID id, Account account) {
        return find(OWN + " and id = :id", Map.of("issuer", account.issuer(), "subject", account.subject(), "id", id))
                .firstResultOptional()
                .orElseThrow(ContactPointNotFound::new);
    }

    /// Counts in a transaction of its own: what is refused has been tried all the same.
    ///
    /// @return how often the code of this point was tried, with this time
    int countTry(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) getEntityManager()
                                .createNativeQuery(
                                        "update contact_point set code_tries = code_tries + 1 where id = ?1 returning code_tries")
                                .setParameter(1, id)
                                .getSingleResult())
                        .intValue());
    }

    void forgetTries(UUID id) {
        getEntityManager()
                .createNativeQuery("update contact_point set code_tries = 0 where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /// @return how many codes the account has sent out within the hour, with this one
    int countCode(Account account) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                insert into contact_code_usage as u (account_key, begun_at, sent) values (?1, now(), 1)
                                on conflict (account_key) do update
                                   set begun_at = case when u.begun_at < now() - interval '1 hour' then now()
                                                       else u.begun_at end,
                                       sent = case when u.begun_at < now() - interval '1 hour' then 1
                                                   else u.sent + 1 end
                                returning sent""")
                        .setParameter(1, account.key())
                        .getSingleResult())
                .intValue();
    }

    private static Map<String, Object> own(Account account) {
        return Map.of("issuer", account.issuer(), "subject", account.subject());
    }
}
