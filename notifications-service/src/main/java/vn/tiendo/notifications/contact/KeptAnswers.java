package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/// Answers to repeated requests are kept word for word for some weeks: those that name an address go when it goes.
@ApplicationScoped
class KeptAnswers {

    @Inject
    EntityManager entities;

    void forget(@Observes ContactErased erased) {
        entities.createNativeQuery("delete from idempotency_key where actor = ?1")
                .setParameter(1, actor(erased.issuer(), erased.subject()))
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forget(Address removed) {
        entities.createNativeQuery(
                        "delete from idempotency_key where actor = ?1 and position(convert_to(?2, 'UTF8') in body) > 0")
                .setParameter(1, actor(removed.issuer(), removed.subject()))
                .setParameter(2, removed.address())
                .executeUpdate();
    }

    private static String actor(String issuer, String subject) {
        return issuer + "#" + subject;
    }
}
