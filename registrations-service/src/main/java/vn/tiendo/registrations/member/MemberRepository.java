package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads members within reach only; a member without any membership in reach does not exist for the caller.
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /// The member itself, or one with a membership in the reach; a merged one is where its survivor is.
    Optional<Member> find(UUID id, Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return find(
                        "from Member m where m.id = :id and ((m.identityIssuer = :issuer and m.identitySubject ="
                                + " :subject) or exists (select 1 from Member o join o.memberships s where (o.id = m.id or"
                                + " o.id = m.mergedIntoId) and "
                                + reach.condition("s.organisationPath")
                                + "))",
                        parameters)
                .firstResultOptional();
    }

    Optional<Member> findSelf(Actor actor) {
        return find("identityIssuer = ?1 and identitySubject = ?2", actor.issuer(), actor.subject())
                .firstResultOptional();
    }

    /// In the order of ids, or of changes where changes are asked for. Merged and erased records are in no list.
    List<Member> page(Reach reach, MemberFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var narrowed = new ArrayList<String>();
        if (filter.name() != null) {
            narrowed.add(" and m.nameKey like :name escape '!'");
            parameters.put("name", "%" + escaped(new PersonName(filter.name()).searchKey()) + "%");
        }
        if (filter.category() != null) {
            narrowed.add(" and m.category = :category");
            parameters.put("category", filter.category());
        }
        if (filter.status() != null) {
            narrowed.add(" and m.status = :status");
            parameters.put("status", filter.status());
        }
        var order = filter.updatedSince() == null
                ? byId(narrowed, parameters, page)
                : byChange(narrowed, parameters, filter.updatedSince(), page);
        return find(
                        "from Member m where m.mergedIntoId is null and m.erasedAt is null"
                                + " and exists (select 1 from m.memberships s where "
                                + reach.condition("s.organisationPath") + ")" + String.join("", narrowed) + order,
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    private static String byId(List<String> narrowed, Map<String, Object> parameters, PageRequest page) {
        narrowed.add(" and m.id > :after");
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        return " order by m.id";
    }

    private static String byChange(
            List<String> narrowed, Map<String, Object> parameters, Instant since, PageRequest page) {
        narrowed.add(" and m.updatedAt >= :since");
        parameters.put("since", page.after().map(Cursor::moment).orElse(since));
        page.after().ifPresent(cursor -> {
            narrowed.add(" and (m.updatedAt > :since or m.id > :after)");
            parameters.put("after", cursor.id());
        });
        return " order by m.updatedAt, m.id";
    }

    private static String escaped(String nameKey) {
        return nameKey.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    List<Member> withStandingDue(LocalDate today, int limit) {
        return find(
                        "nextStandingOn <= ?1 and erasedAt is null and mergedIntoId is null order by nextStandingOn,"
                                + " id",
                        today)
                .range(0, limit - 1)
                .list();
    }

    /// What was merged into a record that is merged itself goes along: nobody is further from its survivor than one
    /// step.
    void passOnMerged(UUID from, UUID to) {
        getEntityManager()
                .createQuery("update versioned Member m set m.mergedIntoId = :to where m.mergedIntoId = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    List<Member> mergedInto(UUID survivor) {
        return list("mergedIntoId = ?1 order by id", survivor);
    }
}
