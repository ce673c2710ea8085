package vn.tiendo.kit.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;

/// Reads and writes the projection of organisations and posts.
///
/// plans-service writes it in the transaction of the change itself, the others from events.
@ApplicationScoped
public class ReachRepository {

    private static final String ORGANISATION = """
        select id, code, name, kind, parent_id, path, valid_from, valid_to from reach_organisation""";

    @Inject
    EntityManager entities;

    @Inject
    Session session;

    @Inject
    @Any
    Instance<KeptPaths> keptPaths;

    /// The posts that a person holds on a day, in one statement; those at an organisation that has ended give nothing.
    public List<HeldPost> postsHeldBy(String issuer, String subject, LocalDate day) {
        return rows(
                """
                select p.id, p.role, p.organisation_id, o.path
                  from reach_post p join reach_organisation o on o.id = p.organisation_id
                 where p.holder_issuer = ? and p.holder_subject = ?
                   and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                   and (o.valid_to is null or o.valid_to >= ?)""",
                row -> new HeldPost(
                        row.getObject(1, UUID.class),
                        Role.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4)),
                issuer,
                subject,
                day,
                day,
                day);
    }

    /// The posts with one of the roles at an organisation itself on a day.
    public List<KnownPost> postsAt(UUID organisation, LocalDate day) {
        return rows("""
                 select id, organisation_id, role, holder_issuer, holder_subject, valid_from, valid_to, deputy_of
                   from reach_post
                  where organisation_id = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                  order by role, valid_from, id""", ReachRepository::post, organisation, day, day);
    }

    public Optional<KnownOrganisation> find(UUID id) {
        return rows(ORGANISATION + " where id = ?", ReachRepository::organisation, id).stream()
                .findFirst();
    }

    /// @throws KitProblem.OrganisationNotFound when there is none (404)
    public KnownOrganisation get(UUID id) {
        return find(id).orElseThrow(KitProblem.OrganisationNotFound::new);
    }

    /// @throws KitProblem.OrganisationNotFound when there is none or the reach does not cover it (404)
    public KnownOrganisation get(UUID id, Reach reach) {
        return find(id).filter(organisation -> reach.covers(organisation.path()))
                .orElseThrow(KitProblem.OrganisationNotFound::new);
    }

    /// What of a reach lies at an organisation or below it; all of it when none is named.
    ///
    /// @throws KitProblem.OrganisationNotFound when the organisation lies outside (404)
    public Reach narrowed(Reach reach, @Nullable UUID organisation) {
        return organisation == null
                ? reach
                : new Reach(List.of(get(organisation, reach).path()));
    }

    public List<KnownOrganisation> childrenOf(UUID parent) {
        return rows(ORGANISATION + " where parent_id = ? order by path", ReachRepository::organisation, parent);
    }

    /// Writes what is now known of an organisation; rows that keep its path follow.
    ///
    /// What lies below has events of its own, so that it does not matter in which order they arrive.
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(KnownOrganisation organisation) {
        var before = find(organisation.id()).map(KnownOrganisation::path);
        entities.createNativeQuery("""
            insert into reach_organisation (id, code, name, kind, parent_id, path, valid_from, valid_to)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
              parent_id = excluded.parent_id, path = excluded.path,
              valid_from = excluded.valid_from, valid_to = excluded.valid_to""")
                .setParameter(1, organisation.id())
                .setParameter(2, organisation.code())
                .setParameter(3, organisation.name())
                .setParameter(4, organisation.kind())
                .setParameter(5, organisation.parentId())
                .setParameter(6, organisation.path())
                .setParameter(7, organisation.validFrom())
                .setParameter(8, organisation.validTo())
                .executeUpdate();
        if (before.isPresent() && !before.get().equals(organisation.path())) {
            keptPaths.stream().forEach(kept -> follow(kept, before.get(), organisation.path()));
            entities.createNativeQuery("insert into reach_move (organisation_id, from_path) values (?1, ?2)")
                    .setParameter(1, organisation.id())
                    .setParameter(2, before.get())
                    .executeUpdate(); // for LateRows
        }
    }

    private void follow(KeptPaths kept, String from, String to) {
        entities.createNativeQuery("update %1$s set %2$s = ?1 where %2$s = ?2".formatted(kept.table(), kept.column()))
                .setParameter(1, to)
                .setParameter(2, from)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(KnownPost post) {
        entities.createNativeQuery("""
            insert into reach_post (id, organisation_id, role, holder_issuer, holder_subject,
              valid_from, valid_to, deputy_of)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (id) do update set organisation_id = excluded.organisation_id, role = excluded.role,
              holder_issuer = excluded.holder_issuer, holder_subject = excluded.holder_subject,
              valid_from = excluded.valid_from, valid_to = excluded.valid_to, deputy_of = excluded.deputy_of""")
                .setParameter(1, post.id())
                .setParameter(2, post.organisationId())
                .setParameter(3, post.role().name())
                .setParameter(4, post.holderIssuer())
                .setParameter(5, post.holderSubject())
                .setParameter(6, post.validFrom())
                .setParameter(7, post.validTo())
                .setParameter(8, post.deputyOf())
                .executeUpdate();
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /// By plain JDBC: a native query of Hibernate leaves a key of its own in the cache of plans at every
    /// call, and all of them have the same hash.
    private <T> List<T> rows(String sql, Reading<T> reading, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                var rows = new ArrayList<T>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(reading.from(found));
                    }
                }
                return List.copyOf(rows);
            }
        });
    }

    private static KnownOrganisation organisation(ResultSet row) throws SQLException {
        return new KnownOrganisation(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class));
    }

    private static KnownPost post(ResultSet row) throws SQLException {
        return new KnownPost(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Role.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, UUID.class));
    }
}
