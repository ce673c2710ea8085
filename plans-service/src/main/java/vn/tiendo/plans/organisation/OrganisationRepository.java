package vn.tiendo.plans.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class OrganisationRepository implements PanacheRepositoryBase<Organisation, UUID> {

    Organisation get(UUID id, Reach reach) {
        return findByIdOptional(id)
                .filter(organisation -> reach.covers(organisation.path()))
                .orElseThrow(KitProblem.OrganisationNotFound::new);
    }

    Optional<Organisation> root() {
        return find("parentId is null").firstResultOptional();
    }

    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('organisation_number')")
                        .getSingleResult())
                .longValue();
    }

    List<Long> nextNumbers(int count) {
        @SuppressWarnings("unchecked")
        List<Number> numbers = getEntityManager()
                .createNativeQuery("select nextval('organisation_number') from generate_series(1, ?1)")
                .setParameter(1, count)
                .getResultList();
        return numbers.stream().map(Number::longValue).toList();
    }

    boolean knowsKind(String kind) {
        return !getEntityManager()
                .createNativeQuery("select 1 from organisation_kind where code = ?1")
                .setParameter(1, kind)
                .getResultList()
                .isEmpty();
    }

    Set<String> kinds() {
        @SuppressWarnings("unchecked")
        List<String> codes = getEntityManager()
                .createNativeQuery("select code from organisation_kind", String.class)
                .getResultList();
        return Set.copyOf(codes);
    }

    List<Organisation> withCodes(Set<String> codes) {
        return list("code in ?1", codes);
    }

    List<Organisation> list(Reach reach, OrganisationFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var where = new StringBuilder(reach.condition("path"));
        add(where, parameters, " and code = :code", "code", filter.code());
        add(where, parameters, " and kind = :kind", "kind", filter.kind());
        add(where, parameters, " and parentId = :parent", "parent", filter.parent());
        add(where, parameters, " and updatedAt >= :since", "since", filter.updatedSince());
        add(where, parameters, " and validFrom <= :day and (validTo is null or validTo >= :day)", "day", filter.asOf());
        add(
                where,
                parameters,
                " and locate(cast(function('search_key', :name) as string), nameKey) > 0",
                "name",
                filter.name() == null ? null : filter.name().strip());
        page.after().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after.id());
        });
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    /// The organisations that stood in a subtree on a day, as they stood then, parents before children.
    List<OrganisationPeriod> subtree(String rootPath, LocalDate asOf, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "from", rootPath,
                "to", Reach.endOf(rootPath),
                "day", asOf));
        page.after().map(Cursor::key).ifPresent(after -> parameters.put("after", after));
        var query = getEntityManager()
                .createQuery(
                        """
                        from OrganisationPeriod p
                        where p.path >= :from and p.path < :to
                          and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
                        """ + (parameters.containsKey("after") ? " and p.path > :after" : "") + " order by p.path",
                        OrganisationPeriod.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(page.lookFor()).getResultList();
    }

    List<OrganisationPeriod> periodsOf(UUID organisation) {
        return getEntityManager()
                .createQuery(
                        "from OrganisationPeriod p where p.organisationId = ?1 order by p.validFrom",
                        OrganisationPeriod.class)
                .setParameter(1, organisation)
                .getResultList();
    }

    /// The periods of several organisations by their days, one statement for all.
    Map<UUID, List<OrganisationPeriod>> periodsOf(Collection<UUID> these) {
        return these.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from OrganisationPeriod p where p.organisationId in ?1 order by p.validFrom",
                                OrganisationPeriod.class)
                        .setParameter(1, these)
                        .getResultStream()
                        .collect(Collectors.groupingBy(OrganisationPeriod::organisationId));
    }

    Optional<OrganisationPeriod> periodOf(UUID organisation, LocalDate day) {
        return periodsOf(organisation).stream()
                .filter(period -> !period.validFrom().isAfter(day)
                        && (period.validTo() == null || !period.validTo().isBefore(day)))
                .findFirst();
    }

    void keep(OrganisationPeriod period) {
        getEntityManager().persist(period);
    }

    /// Makes new organisations known to the projection that rights are read from, in one statement.
    void putIntoReach(List<Organisation> made) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into reach_organisation (id, code, name, kind, parent_id, path, valid_from, valid_to)
                        select id, code, name, kind, parent_id, path, valid_from, valid_to
                          from organisation where id = any(:ids)""")
                .setParameter("ids", made.stream().map(Organisation::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    /// The nearest reading of "trước ngày" up the tree, one statement for all ancestors.
    Optional<Boolean> nearestReading(String path) {
        @SuppressWarnings("unchecked")
        List<Boolean> found = getEntityManager()
                .createNativeQuery("""
                        select before_date_includes_named_day from organisation
                         where path = any(:paths) and before_date_includes_named_day is not null
                         order by length(path) desc limit 1""", Boolean.class)
                .setParameter("paths", ancestorsAndSelf(path))
                .getResultList();
        return found.stream().findFirst();
    }

    Optional<Integer> nearestLongestExtension(String path) {
        @SuppressWarnings("unchecked")
        List<Integer> found = getEntityManager()
                .createNativeQuery("""
                        select longest_extension_days from organisation
                         where path = any(:paths) and longest_extension_days is not null
                         order by length(path) desc limit 1""", Integer.class)
                .setParameter("paths", ancestorsAndSelf(path))
                .getResultList();
        return found.stream().findFirst();
    }

    static String[] ancestorsAndSelf(String path) {
        var levels = path.length() / TreePath.SEGMENT_LENGTH;
        var paths = new String[levels];
        for (int i = 0; i < levels; i++) {
            paths[i] = path.substring(0, (i + 1) * TreePath.SEGMENT_LENGTH);
        }
        return paths;
    }
}
