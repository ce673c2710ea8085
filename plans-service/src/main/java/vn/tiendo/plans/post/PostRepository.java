package vn.tiendo.plans.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class PostRepository implements PanacheRepositoryBase<Post, UUID> {

    /// Of one role at one organisation there is a handful; more would be a mistake.
    private static final int MOST_OF_A_ROLE = 1_000;

    List<Post> listAt(UUID organisation, @Nullable Role role, @Nullable LocalDate asOf, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organisation",
                organisation,
                "after",
                page.after().map(Cursor::id).orElse(new UUID(0, 0))));
        var where = new StringBuilder("organisationId = :organisation and id > :after");
        if (role != null) {
            where.append(" and role = :role");
            parameters.put("role", role);
        }
        if (asOf != null) {
            where.append(" and validFrom <= :day and (validTo is null or validTo >= :day)");
            parameters.put("day", asOf);
        }
        return find(where + " order by id", parameters).page(0, page.lookFor()).list();
    }

    List<Post> heldOn(LocalDate day, UUID organisation, Role role) {
        return find("""
                        organisationId = ?1 and role = ?2 and validFrom <= ?3 and (validTo is null or validTo >= ?3)
                        order by id""", organisation, role, day).page(0, MOST_OF_A_ROLE).list();
    }

    /// Posts at an organisation that began by a day and last beyond it.
    List<Post> lastingAt(UUID organisation, LocalDate day, int most) {
        return find(
                        "organisationId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2) order by id",
                        organisation,
                        day)
                .page(0, most)
                .list();
    }

    /// Of many who give the same post at once, each sees what those before it have stored: rows that exclude each other
    /// would wait for one another until the database ends all but one.
    void lockAlike(UUID organisation, Role role, String issuer, String subject) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "tiendo/post " + organisation + ' ' + role + ' ' + issuer + ' ' + subject)
                .getSingleResult();
    }

    /// Posts of the same role at the same organisation with the same holder, whenever.
    List<Post> alike(UUID organisation, Role role, String issuer, String subject) {
        return list(
                "organisationId = ?1 and role = ?2 and holderIssuer = ?3 and holderSubject = ?4",
                organisation,
                role,
                issuer,
                subject);
    }

    List<Post> of(Collection<String> subjects, Collection<UUID> organisations) {
        return list("holderSubject in ?1 and organisationId in ?2", subjects, organisations);
    }

    /// By post, the earliest first, in one statement.
    Map<UUID, List<PostAbsence>> absencesOf(Collection<UUID> posts) {
        return getEntityManager()
                .createQuery("from PostAbsence a where a.postId in ?1 order by a.absentFrom", PostAbsence.class)
                .setParameter(1, posts)
                .getResultStream()
                .collect(Collectors.groupingBy(PostAbsence::postId));
    }

    List<PostAbsence> absencesOf(UUID post) {
        return absencesOf(List.of(post)).getOrDefault(post, List.of());
    }

    void keep(PostAbsence absence) {
        getEntityManager().persist(absence);
    }

    void forget(PostAbsence absence) {
        getEntityManager().remove(absence);
    }

    /// Makes new posts known to the projection that rights are read from, in one statement.
    void putIntoReach(List<Post> given) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into reach_post (id, organisation_id, role, holder_issuer, holder_subject,
                          valid_from, valid_to, deputy_of)
                        select id, organisation_id, role, holder_issuer, holder_subject, valid_from, valid_to, deputy_of
                          from post where id = any(:ids)""")
                .setParameter("ids", given.stream().map(Post::id).toArray(UUID[]::new))
                .executeUpdate();
    }
}
