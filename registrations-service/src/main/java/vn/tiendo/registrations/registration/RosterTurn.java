package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/// Tasks that write rosters take turns. What one has read of dates, places and transfers of units may be changed by an
/// event before it commits; whoever then carries the change to all registrations of the unit waits for those that are
/// still being written.
@ApplicationScoped
class RosterTurn {

    @Inject
    EntityManager entities;

    /// Waits for the turns of others, which are short; it is ours until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    void take() {
        var unused = entities.createNativeQuery(
                        "select true from pg_advisory_xact_lock(hashtextextended('tiendo/rosters', 0))", Boolean.class)
                .getSingleResult();
    }
}
