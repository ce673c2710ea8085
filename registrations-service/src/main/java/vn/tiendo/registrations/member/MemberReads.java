package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.PageRequest;

/// Writes down who saw whose personal data, one record per person seen, in one round trip.
@ApplicationScoped
public class MemberReads {

    static final String SUBJECT = "member";

    @Inject
    AuditTrail audit;

    @Inject
    People people;

    /// For what hangs on members. Nobody is recorded for reading what is its own.
    ///
    /// @param action what was read, in kebab-case, such as `list-registrations`
    @Transactional(Transactional.TxType.MANDATORY)
    public void saw(Actor actor, String action, Collection<UUID> members) {
        if (members.isEmpty()) {
            return;
        }
        var self = people.idOf(actor);
        record(
                actor,
                members.stream()
                        .distinct()
                        .filter(member -> !self.equals(Optional.of(member)))
                        .map(member -> new Deed(null, action, SUBJECT, member, null, null))
                        .toList());
    }

    /// The same for a page of a list; what was looked up behind it is not shown.
    ///
    /// @param memberOf whom a line is about; null when it is about nobody
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> void listed(
            Actor actor,
            String action,
            List<T> found,
            PageRequest page,
            Function<? super T, ? extends @Nullable UUID> memberOf) {
        var members = new LinkedHashSet<UUID>();
        for (var line : found.subList(0, Math.min(found.size(), page.limit()))) {
            UUID member = memberOf.apply(line);
            if (member != null) {
                members.add(member);
            }
        }
        saw(actor, action, members);
    }

    /// For the records of members themselves.
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
