package vn.tiendo.plans.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.plans.organisation.TreePath;

/// Resolves a predicate to the exact organisations of a day, page by page in the order of the tree.
@ApplicationScoped
public class DebtorRepository {

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository reach;

    /// An organisation that owes something.
    ///
    /// @param path where it stands today
    /// @param placedAt where it stood on the day that was asked about
    public record Debtor(UUID organisationId, @Nullable UUID parentId, String path, String placedAt) {

        public Debtor(UUID organisationId, @Nullable UUID parentId, String path) {
            this(organisationId, parentId, path, path);
        }

        /// Where its superior stands today.
        public @Nullable String parentPath() {
            return parentId == null ? null : path.substring(0, path.length() - TreePath.SEGMENT_LENGTH);
        }
    }

    /// Where an organisation stands in a stretch of time.
    public record Place(
            UUID organisationId,
            @Nullable UUID parentId,
            String kind,
            String path,
            LocalDate from,
            @Nullable LocalDate to) {

        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /// The debtors behind a path, in the order of the paths of that day.
    ///
    /// @param issuer the organisation that issues the plan, the anchor where a group names none
    /// @param day the tree of this day counts, for anchors too
    /// @param afterPath empty for the first page
    /// @throws vn.tiendo.kit.problem.KitProblem.OrganisationNotFound when an anchor does not exist
    public List<Debtor> page(Debtors debtors, UUID issuer, LocalDate day, String afterPath, int limit) {
        if (debtors.anyOf().isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>(Map.of("after", afterPath, "most", limit));
        var query =
                entities.createNativeQuery("""
            select o.id, o.parent_id, o.path, p.path as placed_at
              from (select organisation_id, path from organisation_period
                     where path > :after and %s order by path limit :most) p
              join organisation o on o.id = p.organisation_id
             order by p.path\
            """.formatted(conditions(debtors, issuer, day, parameters)), Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Debtor(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    /// Where the debtors stand today: one path of each level of the tree at which there are any.
    public List<String> onePathPerLevel(Debtors debtors, UUID issuer, LocalDate day) {
        if (debtors.anyOf().isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        var query =
                entities.createNativeQuery("""
            select min(o.path) from (select organisation_id from organisation_period where %s) p
              join organisation o on o.id = p.organisation_id
             group by length(o.path) order by length(o.path)\
            """.formatted(conditions(debtors, issuer, day, parameters)), String.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<String> paths = query.getResultList();
        return paths;
    }

    /// That a row of the dated tree stands on a day and fits any of the groups.
    private String conditions(Debtors debtors, UUID issuer, LocalDate day, HashMap<String, Object> parameters) {
        var anchors = pathsOn(debtors.anchors(issuer), day);
        var groups = new ArrayList<String>();
        for (int i = 0; i < debtors.anyOf().size(); i++) {
            groups.add(condition(debtors.anyOf().get(i), issuer, anchors, i, parameters));
        }
        parameters.put("day", day);
        parameters.put("except", debtors.except().toArray(UUID[]::new));
        return """
            valid_from <= :day and (valid_to is null or valid_to >= :day)
            and organisation_id <> all(:except) and (%s)\
            """.formatted(String.join(" or ", groups));
    }

    /// Some organisations as they stand today; one statement however many there are.
    public List<Debtor> standing(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, parent_id, path from organisation where id = any(:ids) order by path", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new Debtor(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class)))
                .toList();
    }

    private static String condition(
            Debtors.Group group,
            UUID issuer,
            Map<UUID, String> anchors,
            int number,
            HashMap<String, Object> parameters) {
        if (group.isByName()) {
            parameters.put(
                    "named" + number,
                    Objects.requireNonNull(group.organisations()).toArray(UUID[]::new));
            return "organisation_id = any(:named" + number + ")";
        }
        var anchor = Objects.requireNonNull(anchors.get(group.anchor(issuer)));
        parameters.put("kinds" + number, Objects.requireNonNull(group.kinds()).toArray(String[]::new));
        parameters.put("from" + number, anchor);
        parameters.put("to" + number, Reach.endOf(anchor));
        parameters.put("shortest" + number, anchor.length() + group.fewestLevels() * TreePath.SEGMENT_LENGTH);
        parameters.put("longest" + number, anchor.length() + group.mostLevels() * TreePath.SEGMENT_LENGTH);
        return """
            (kind = any(:kinds%1$d) and path >= :from%1$d and path < :to%1$d
             and length(path) between :shortest%1$d and :longest%1$d)\
            """.formatted(number);
    }

    /// Where organisations stand; one statement however many there are.
    public Map<UUID, String> pathsOf(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, path from reach_organisation where id = any(:ids)", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /// Those of the ids that no longer stand on a day, each with its successors, the default one first.
    public Map<UUID, List<UUID>> endedAmong(Set<UUID> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select o.id, cast(array(select jsonb_array_elements_text(
                                  coalesce(to_jsonb(o) -> 'successor_ids', '[]'))) as uuid[])
                           from organisation o
                          where o.id = any(:ids) and o.valid_to is not null and o.valid_to < :day\
                         """, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> List.of(row.get(1, UUID[].class))));
    }

    /// Where anchors stood on a day; one that did not exist then stands where it does today.
    private Map<UUID, String> pathsOn(Set<UUID> anchors, LocalDate day) {
        var paths = new HashMap<UUID, String>();
        for (var place : placesOf(anchors, day)) {
            if (place.isOn(day)) {
                paths.put(place.organisationId(), place.path());
            }
        }
        anchors.stream()
                .filter(anchor -> !paths.containsKey(anchor))
                .forEach(anchor -> paths.put(anchor, reach.get(anchor).path()));
        return paths;
    }

    /// Where organisations stand from a day on; one statement however many there are.
    public List<Place> placesOf(Collection<UUID> organisations, LocalDate from) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select organisation_id, parent_id, kind, path, valid_from, valid_to from organisation_period
                          where organisation_id = any(:ids) and (valid_to is null or valid_to >= :from)
                          order by organisation_id, valid_from\
                         """, Tuple.class)
                .setParameter("ids", organisations.toArray(UUID[]::new))
                .setParameter("from", from)
                .getResultList();
        return rows.stream()
                .map(row -> new Place(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, LocalDate.class),
                        row.get(5, LocalDate.class)))
                .toList();
    }

    /// Those of the ids that are no organisation; one statement however many there are.
    public Set<UUID> unknownAmong(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<UUID> known = entities.createNativeQuery("select id from organisation where id = any(:ids)", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        var unknown = new HashSet<>(ids);
        known.forEach(unknown::remove);
        return unknown;
    }
}
