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

    /// Notes the ended organisations to which some of the members belong beyond the end. Rows are only appended, so
    /// that nobody waits for anybody.
    void noteLatecomers(List<UUID> members) {
        getEntityManager()
                .createNativeQuery("""
                        insert into succession_look (organisation_id)
                        select distinct s.organisation_id
                          from membership m join succession s on s.organisation_id = m.organisation_id
                         where m.member_id = any(?1) and (m.valid_to is null or m.valid_to > s.ended_on)""")
                .setParameter(1, members.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// Begins anew where somebody came after all had passed on.
    void takeLatecomers() {
        getEntityManager().createNativeQuery("""
                        with looked as (delete from succession_look returning organisation_id)
                        update succession set completed_at = null
                         where completed_at is not null
                           and organisation_id in (select organisation_id from looked)""").executeUpdate();
    }

    /// One whose successor has a place in the tree already; events of the two come in any order.
    Optional<Succession> next() {
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager().createNativeQuery("""
                        select s.organisation_id from succession s join reach_organisation o on o.id = s.successor_id
                         where s.completed_at is null order by s.organisation_id limit 1""", UUID.class).getResultList();
        return found.stream().findFirst().flatMap(this::findByIdOptional);
    }

    /// Members who still belong to the organisation after its last day; a record that was erased changes no more.
    List<Member> leftBehind(Succession succession, int limit) {
        return getEntityManager()
                .createQuery("""
                        from Member m where m.erasedAt is null and exists (select 1 from m.memberships s
                          where s.organisationId = :organisation and (s.validTo is null or s.validTo > :end))
                        order by m.id""", Member.class)
                .setParameter("organisation", succession.organisationId())
                .setParameter("end", succession.endedOn())
                .setMaxResults(limit)
                .getResultList();
    }
}
