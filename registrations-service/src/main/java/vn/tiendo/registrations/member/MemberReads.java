package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.security.Actor;

/// Writes down who saw whose personal data, one record per person seen, in one round trip.
@ApplicationScoped
public class MemberReads {

    static final String SUBJECT = "member";

    @Inject
    AuditTrail audit;

    /// For what hangs on members and is shown with their names.
    ///
    /// @param action what was read, in kebab-case, such as `list-registrations`
    @Transactional(Transactional.TxType.MANDATORY)
    public void saw(Actor actor, String action, Collection<UUID> members) {
        record(
                actor,
                members.stream()
                        .distinct()
                        .map(member -> new Deed(null, action, SUBJECT, member, null, null))
                        .toList());
    }

    /// Nobody is recorded for reading what is its own.
    void saw(Actor actor, String action, List<Member> members) {
        record(
                actor,
                members.stream()
                        .filter(member -> !member.is(actor.issuer(), actor.subject()))
                        .map(member -> new Deed(
                                Authority.ofReading(actor, member.memberships()),
                                action,
                                SUBJECT,
                                member.id(),
                                null,
                                null))
                        .toList());
    }

    private void record(Actor actor, List<Deed> deeds) {
        if (!deeds.isEmpty()) {
            audit.recordAll(actor, deeds);
        }
    }
}
