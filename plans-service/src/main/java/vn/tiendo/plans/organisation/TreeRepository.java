package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;

/// The statements that reshape the dated tree. Their number does not grow with the size of a subtree.
///
/// They bypass entities: call [#forget] before and after.
@ApplicationScoped
class TreeRepository {

    private static final String BELOW = "path > :from and path < :end";
    private static final String AT_OR_BELOW = "path >= :from and path < :end";

    /// Periods that last into the effective day or lie behind it.
    private static final String STILL_VALID = "(valid_to is null or valid_to >= :day)";

    private static final String CUT_OFF = """
            insert into organisation_period (id, organisation_id, valid_from, valid_to, code, name, kind, parent_id, path)
            select gen_random_uuid(), organisation_id, cast(:day as date), valid_to, code, name, kind, parent_id, path
              from organisation_period where\s""";

    @Inject
    EntityManager entities;

    /// Whoever changes the tree waits here for whoever is changing it, until the end of the transaction; a request not
    /// for long, it is answered that it may try again.
    void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('tiendo/tree', 0))")
                .getSingleResult();
    }

    /// Like [#lock], for a restructuring in the background: it has the time to wait for everybody, and rather
    /// than go on for a process that was killed, it gives the tree free.
    void lockPatiently() {
        run("set local lock_timeout = 0", Map.of());
        run("set local client_connection_check_interval = '2s'", Map.of());
        lock();
    }

    /// Writes what entities hold and drops them, so that they are read anew.
    void forget() {
        entities.flush();
        entities.clear();
    }

    /// Organisations that stand at or below a path today, or stood there on the day or later and have ended since.
    List<UUID> atOrBelow(String path, LocalDate day, Extent extent) {
        var parameters = range(path, extent);
        parameters.put("day", day);
        return ids(
                "select o.id from organisation o where ((o.path >= :from and o.path < :end)"
                        + " or exists (select 1 from organisation_period p where p.organisation_id = o.id"
                        + " and p.path >= :from and p.path < :end and (p.valid_to is null or p.valid_to >= :day)))"
                        + extent.limit("o.id") + " order by o.path",
                parameters);
    }

    /// Whether an organisation below a path outlasts a day.
    boolean isOutlastedBelow(String path, LocalDate lastDay, Extent extent) {
        var parameters = range(path, extent);
        parameters.put("day", lastDay);
        return !ids(
                        "select id from organisation where " + BELOW + " and (valid_to is null or valid_to > :day)"
                                + extent.limit("id") + " limit 1",
                        parameters)
                .isEmpty();
    }

    void moveSubtree(String from, String to, LocalDate day, Extent extent) {
        move(AT_OR_BELOW, from, to, day, extent);
    }

    void moveBelow(String from, String to, LocalDate day, Extent extent) {
        move(BELOW, from, to, day, extent);
    }

    private void move(String range, String from, String to, LocalDate day, Extent extent) {
        var periods = range + extent.limit("organisation_id");
        cut(periods, range(from, extent), day);
        var moved = range(from, extent);
        moved.putAll(Map.of("to", to, "behind", from.length() + 1));
        run("update organisation set path = :to || substr(path, :behind) where " + range + extent.limit("id"), moved);
        moved.put("day", day);
        run(
                "update organisation_period set path = :to || substr(path, :behind) where " + periods
                        + " and valid_from >= :day",
                moved);
    }

    private static Map<String, Object> range(String path, Extent extent) {
        var parameters = new HashMap<String, Object>(Map.of("from", path, "end", Reach.endOf(path)));
        extent.bind(parameters);
        return parameters;
    }

    /// From the day on periods stand alone and can be changed without touching the past.
    private void cut(String which, Map<String, Object> parameters, LocalDate day) {
        var all = new HashMap<>(parameters);
        all.put("day", day);
        var running = which + " and valid_from < :day and " + STILL_VALID;
        run(CUT_OFF + running, all);
        all.put("before", day.minusDays(1));
        run("update organisation_period set valid_to = :before where " + running, all);
    }

    void setParent(UUID organisation, UUID parent, LocalDate day) {
        var parameters = Map.<String, Object>of("organisation", organisation, "parent", parent);
        run("update organisation set parent_id = :parent where id = :organisation", parameters);
        var dated = new HashMap<>(parameters);
        dated.put("day", day);
        run(
                "update organisation_period set parent_id = :parent"
                        + " where organisation_id = :organisation and valid_from >= :day",
                dated);
    }

    /// Children that are left when their superior ends have another one from the day on.
    void handOver(UUID ending, UUID successor, LocalDate day, Extent extent) {
        var parameters = new HashMap<String, Object>(Map.of("ending", ending, "successor", successor, "day", day));
        extent.bind(parameters);
        run(
                "update organisation set parent_id = :successor where parent_id = :ending and " + STILL_VALID
                        + extent.limit("id"),
                parameters);
        run(
                "update organisation_period set parent_id = :successor where parent_id = :ending and valid_from >="
                        + " :day" + extent.limit("organisation_id"),
                parameters);
    }

    void rename(UUID organisation, String name, String code, String kind, LocalDate day) {
        var parameters = new HashMap<String, Object>(Map.of("organisation", organisation));
        cut("organisation_id = :organisation", parameters, day);
        parameters.putAll(Map.of("name", name, "code", code, "kind", kind));
        run(
                "update organisation_period set name = :name, code = :code, kind = :kind"
                        + " where organisation_id = :organisation and valid_from >= :day",
                with(parameters, "day", day));
        run("update organisation set name = :name, code = :code, kind = :kind where id = :organisation", parameters);
    }

    /// Ends an organisation with the day before; from now on it stands under its successor, who acts for it.
    void end(Organisation ending, Organisation successor, UUID[] successors, UUID restructuring, LocalDate day) {
        var organisation = Map.<String, Object>of("organisation", ending.id(), "day", day);
        run(
                "delete from organisation_period where organisation_id = :organisation and valid_from >= :day",
                organisation);
        run(
                "update organisation_period set valid_to = :before where organisation_id = :organisation and "
                        + STILL_VALID,
                with(organisation, "before", day.minusDays(1)));
        run(
                "update organisation_link set valid_to = :before, version = version + 1"
                        + " where (organisation_id = :organisation or target_id = :organisation)"
                        + " and valid_from < :day and " + STILL_VALID,
                with(organisation, "before", day.minusDays(1)));
        run(
                "delete from organisation_link where (organisation_id = :organisation or target_id = :organisation)"
                        + " and valid_from >= :day",
                organisation);
        entities.createNativeQuery("""
                        update organisation set valid_to = :before, ended_by = :restructuring,
                          successor_ids = :successors where id = :organisation""")
                .setParameter("before", day.minusDays(1))
                .setParameter("restructuring", restructuring)
                .setParameter("successors", successors)
                .setParameter("organisation", ending.id())
                .executeUpdate();
        run(
                "update organisation set path = :path where id = :organisation",
                Map.of("organisation", ending.id(), "path", successor.path() + ending.segment()));
        run(
                "insert into succession (organisation_id, restructuring_id, successor_id, effective_on)"
                        + " values (:organisation, :restructuring, :successor, :day)",
                Map.of(
                        "organisation",
                        ending.id(),
                        "restructuring",
                        restructuring,
                        "successor",
                        successor.id(),
                        "day",
                        day));
    }

    void except(UUID ending, UUID assignment, UUID successor) {
        run(
                "insert into succession_exception (organisation_id, assignment_id, successor_id)"
                        + " values (:organisation, :assignment, :successor)",
                Map.of("organisation", ending, "assignment", assignment, "successor", successor));
    }

    /// The organisations whose links lead to or from one, for their events.
    List<UUID> linkedTo(UUID organisation) {
        return entities.createQuery("select l.organisationId from OrganisationLink l where l.targetId = ?1", UUID.class)
                .setParameter(1, organisation)
                .getResultList();
    }

    /// The projection that reach is read from follows the organisations.
    void show(Collection<UUID> changed) {
        entities.createNativeQuery("""
                        update reach_organisation r set code = o.code, name = o.name, kind = o.kind,
                          parent_id = o.parent_id, path = o.path, valid_to = o.valid_to
                          from organisation o where o.id = r.id and o.id = any(:changed)""")
                .setParameter("changed", changed.toArray(UUID[]::new))
                .executeUpdate();
    }

    void noteTouched(UUID restructuring, Collection<UUID> organisations) {
        entities.createNativeQuery("""
                        insert into restructuring_organisation (restructuring_id, organisation_id)
                        select cast(:restructuring as uuid), o.id from organisation o where o.id = any(:organisations)
                        on conflict do nothing""")
                .setParameter("restructuring", restructuring)
                .setParameter("organisations", organisations.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// What only a commit would check is checked now, so that a rehearsal sees it too.
    void checkAll() {
        entities.flush();
        run("set constraints all immediate", Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String select, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(select, UUID.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private void run(String statement, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        var all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }
}
