package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class DuplicateRepository implements PanacheRepositoryBase<PossibleDuplicate, UUID> {

    /// A pair shows both records. They shared an organisation when it was noted, and may not share it any more.
    private static String bothIn(Reach reach) {
        var place = reach.condition("s.organisationPath");
        return Stream.of("d.firstId", "d.secondId")
                .map(id -> "exists (select 1 from Member m join m.memberships s where m.id = " + id + " and " + place
                        + ")")
                .collect(Collectors.joining(" and "));
    }

    /// Pairs with the same name and birth date at one organisation, unless their numbers tell them apart; one statement
    /// however many members there are. Where they belong is looked up pair by pair: as a join, all pairs of members
    /// of an organisation might be made first.
    void note(UUID[] members, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                    insert into possible_duplicate (id, first_id, second_id, found_at)
                    select gen_random_uuid(), p.first_id, p.second_id, ?2 from (
                      select distinct least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id
                        from member a
                        join member b on b.name_key = a.name_key and b.birth_date = a.birth_date and b.id <> a.id
                       where a.id = any(?1) and a.merged_into_id is null and b.merged_into_id is null
                         and (a.card_hash is null or b.card_hash is null)
                         and (a.national_id_hash is null or b.national_id_hash is null)
                         and (select true from membership x join membership y
                                on y.organisation_id = x.organisation_id
                               where x.member_id = a.id and y.member_id = b.id limit 1)) p
                    on conflict (first_id, second_id) do nothing\
                    """)
                .setParameter(1, members)
                .setParameter(2, now)
                .executeUpdate();
    }

    Optional<PossibleDuplicate> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("from PossibleDuplicate d where d.id = :id and " + bothIn(reach), parameters)
                .firstResultOptional();
    }

    /// Those that wait for a decision, the oldest first.
    List<PossibleDuplicate> open(Reach reach, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var behind = "";
        if (page.after().isPresent()) {
            behind = " and (d.foundAt > :at or (d.foundAt = :at and d.id > :after))";
            parameters.put("at", page.after().get().moment());
            parameters.put("after", page.after().get().id());
        }
        return find(
                        "from PossibleDuplicate d where d.decidedAt is null and " + bothIn(reach) + behind
                                + " order by d.foundAt, d.id",
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    Optional<PossibleDuplicate> ofPair(UUID one, UUID other) {
        return find("(firstId = ?1 and secondId = ?2) or (firstId = ?2 and secondId = ?1)", one, other)
                .firstResultOptional();
    }

    /// Open questions about a record that is none any more.
    void forgetOpenOf(UUID member) {
        delete("decidedAt is null and (firstId = ?1 or secondId = ?1)", member);
    }
}
