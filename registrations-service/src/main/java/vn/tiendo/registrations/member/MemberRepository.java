package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads members within reach only; a member without any membership in reach does not exist for the caller.
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /// The member itself, or one with a membership in the reach.
    Optional<Member> find(UUID id, Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return find(
                        "from Member m where m.id = :id and ((m.identityIssuer = :issuer and m.identitySubject = :subject)"
                                + " or exists (select 1 from m.memberships s where "
                                + reach.condition("s.organisationPath")
                                + "))",
                        parameters)
                .firstResultOptional();
    }

    List<Member> page(Reach reach, @Nullable String nameKey, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var byName = "";
        if (nameKey != null) {
            byName = " and m.nameKey like :name escape '!'";
            parameters.put(
                    "name", "%" + nameKey.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        return find(
                        "from Member m where exists (select 1 from m.memberships s where "
                                + reach.condition("s.organisationPath") + ") and m.id > :after" + byName
                                + " order by m.id",
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }
}
