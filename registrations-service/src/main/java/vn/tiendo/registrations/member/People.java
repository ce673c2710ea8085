package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;

/// What other features may know of members: who signs in as whom and who belongs where on a day; no contact, no card.
@ApplicationScoped
public class People {

    @Inject
    EntityManager entities;

    /// @param paths of the organisations that the member belongs to on the day asked for
    public record Person(
            UUID id,
            String name,
            MemberCategory category,
            MemberStatus status,
            @Nullable String issuer,
            @Nullable String subject,
            List<String> paths) {

        public boolean is(Actor actor) {
            return actor.issuer().equals(issuer) && actor.subject().equals(subject);
        }

        /// Whether the member belongs to an organisation at the path or below it.
        public boolean belongsBelow(String path) {
            return paths.stream().anyMatch(each -> each.startsWith(path));
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Person> find(UUID id, LocalDate day) {
        return Optional.ofNullable(findAll(Set.of(id), day).get(id));
    }

    /// Those that are known among the ids, in one statement.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Person> findAll(Collection<UUID> ids, LocalDate day) {
        var found = new LinkedHashMap<UUID, Person>();
        if (ids.isEmpty()) {
            return found;
        }
        var rows = entities.createQuery("""
            select m.id, m.name, m.category, m.status, m.identityIssuer, m.identitySubject, s.organisationPath
              from Member m left join m.memberships s
                on s.validFrom <= :day and (s.validTo is null or s.validTo >= :day)
             where m.id in :ids\
            """, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("day", day)
                .getResultList();
        for (var row : rows) {
            var person = found.computeIfAbsent(
                    row.get(0, UUID.class),
                    id -> new Person(
                            id,
                            row.get(1, String.class),
                            row.get(2, MemberCategory.class),
                            row.get(3, MemberStatus.class),
                            row.get(4, String.class),
                            row.get(5, String.class),
                            new ArrayList<>()));
            var path = row.get(6, String.class);
            if (path != null) {
                person.paths.add(path);
            }
        }
        return found;
    }

    /// The member as whom the caller signs in.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<UUID> idOf(Actor actor) {
        return entities.createQuery(
                        "select m.id from Member m where m.identityIssuer = :issuer and m.identitySubject = :subject",
                        UUID.class)
                .setParameter("issuer", actor.issuer())
                .setParameter("subject", actor.subject())
                .getResultStream()
                .findFirst();
    }
}
