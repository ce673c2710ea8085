package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SuccessionRepository implements PanacheRepositoryBase<Succession, UUID> {

    /// Another successor or day than the one known begins anew: a decision was corrected.
    void put(UUID organisation, UUID successor, LocalDate endedOn) {
        getEntityManager()
                .createNativeQuery("""
                        insert into succession (organisation_id, successor_id, ended_on) values (?1, ?2, ?3)
                        on conflict (organisation_id) do update
                          set successor_id = excluded.successor_id, ended_on = excluded.ended_on, completed_at = null
                          where (succession.successor_id, succession.ended_on)
                            is distinct from (excluded.successor_id, excluded.ended_on)""")
                .setParameter(1, organisation)
                .setParameter(2, successor)
                .setParameter(3, endedOn)
                .executeUpdate();
    }

    /// One whose successor has a place in the tree already; events of the two come in any order.
    Optional<Succession> next() {
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager().createNativeQuery("""
                        select s.organisation_id from succession s join reach_organisation o on o.id = s.successor_id
                         where s.completed_at is null order by s.organisation_id limit 1""", UUID.class).getResultList();
        return found.stream().findFirst().flatMap(this::findByIdOptional);
    }

    /// Members who still belong to the organisation after its last day.
    List<Member> leftBehind(Succession succession, int limit) {
        return getEntityManager()
                .createQuery("""
                        from Member m where exists (select 1 from m.memberships s
                          where s.organisationId = :organisation and (s.validTo is null or s.validTo > :end))
                        order by m.id""", Member.class)
                .setParameter("organisation", succession.organisationId())
                .setParameter("end", succession.endedOn())
                .setMaxResults(limit)
                .getResultList();
    }
}
