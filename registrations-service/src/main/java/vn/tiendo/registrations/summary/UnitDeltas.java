package vn.tiendo.registrations.summary;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.summary.UnitChanges.Key;
import vn.tiendo.registrations.summary.UnitChanges.Sum;

/// Appends what a transition changes, in its transaction; [SummaryFolding] adds the rows up afterwards.
///
/// Appending never waits: however many members of a unit submit at once, they share no row.
@ApplicationScoped
public class UnitDeltas {

    @Inject
    Session session;

    @Inject
    EntityManager entities;

    /// One registration of the unit changed.
    ///
    /// @param countedAt receipt that lateness is judged by, when the transition brought one
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID campaign, UUID unit, Tally change, @Nullable Instant countedAt, Instant now) {
        insert(List.of(entry(new Key(campaign, unit), new Sum(change, countedAt))), false, now);
    }

    /// Many registrations changed: one round trip for the rows of all units.
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UnitChanges changes, Instant now) {
        var all = changes.all();
        if (!all.isEmpty()) {
            insert(all, false, now);
        }
    }

    /// The unit's roster is complete, be it empty.
    @Transactional(Transactional.TxType.MANDATORY)
    public void rosterIsFrozen(UUID campaign, UUID unit, Instant now) {
        insert(List.of(entry(new Key(campaign, unit), new Sum(Tally.NOTHING, null))), true, now);
    }

    private void insert(List<Entry<Key, Sum>> changes, boolean frozen, Instant now) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                insert into unit_delta (campaign_id, unit_id, owes, missing, submitted, accepted, exempt, returned,
                  late, counted_at, roster_frozen, happened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """)) {
                for (var change : changes) {
                    var tally = change.getValue().tally();
                    var countedAt = change.getValue().countedAt();
                    insert.setObject(1, change.getKey().campaign());
                    insert.setObject(2, change.getKey().unit());
                    insert.setInt(3, tally.owes());
                    insert.setInt(4, tally.missing());
                    insert.setInt(5, tally.submitted());
                    insert.setInt(6, tally.accepted());
                    insert.setInt(7, tally.exempt());
                    insert.setInt(8, tally.returned());
                    insert.setInt(9, tally.late());
                    if (countedAt == null) {
                        insert.setNull(10, Types.TIMESTAMP_WITH_TIMEZONE);
                    } else {
                        insert.setObject(10, countedAt.atOffset(ZoneOffset.UTC));
                    }
                    insert.setBoolean(11, frozen);
                    insert.setObject(12, now.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /// What the rows taken say of one unit together.
    record Change(int rows, Tally tally, @Nullable Instant lastReceivedAt, Instant lastAt, boolean frozen) {}

    /// Removes the oldest rows and returns their sums by unit.
    ///
    /// Rows are named by id and deleted, never "all above the last id": ids commit out of order.
    Map<UUID, Change> take(int limit) {
        return session.doReturningWork(connection -> {
            try (var take = connection.prepareStatement("""
                with taken as (
                  delete from unit_delta where id = any(array(select id from unit_delta order by id limit ?))
                  returning *)
                select unit_id, count(*), sum(owes), sum(missing), sum(submitted), sum(accepted), sum(exempt),
                       sum(returned), sum(late), max(counted_at), max(happened_at), bool_or(roster_frozen)
                  from taken group by unit_id\
                """)) {
                take.setInt(1, limit);
                var changes = new TreeMap<UUID, Change>();
                try (var row = take.executeQuery()) {
                    while (row.next()) {
                        var received = row.getObject(10, OffsetDateTime.class);
                        changes.put(
                                row.getObject(1, UUID.class),
                                new Change(
                                        row.getInt(2),
                                        new Tally(
                                                row.getInt(3),
                                                row.getInt(4),
                                                row.getInt(5),
                                                row.getInt(6),
                                                row.getInt(7),
                                                row.getInt(8),
                                                row.getInt(9)),
                                        received == null ? null : received.toInstant(),
                                        row.getObject(11, OffsetDateTime.class).toInstant(),
                                        row.getBoolean(12)));
                    }
                }
                return changes;
            }
        });
    }

    /// The sum at and below a path: the folded row and the rows that still wait, in one statement, so that one is never
    /// counted without or beside the other.
    Tally sumBelow(UUID campaign, String path, String pathEnd) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
            with part as (
              select owes, missing, submitted, accepted, exempt, returned, late
                from campaign_summary where campaign_id = ?1 and path = ?2
              union all
              select d.owes, d.missing, d.submitted, d.accepted, d.exempt, d.returned, d.late
                from unit_delta d join campaign_unit u on u.id = d.unit_id
               where d.campaign_id = ?1 and u.organisation_path >= ?2 and u.organisation_path < ?3)
            select cast(coalesce(sum(owes), 0) as int), cast(coalesce(sum(missing), 0) as int),
                   cast(coalesce(sum(submitted), 0) as int), cast(coalesce(sum(accepted), 0) as int),
                   cast(coalesce(sum(exempt), 0) as int), cast(coalesce(sum(returned), 0) as int),
                   cast(coalesce(sum(late), 0) as int)
              from part\
            """)
                .setParameter(1, campaign)
                .setParameter(2, path)
                .setParameter(3, pathEnd)
                .getResultList();
        var row = rows.getFirst();
        return tally(row, 0);
    }

    /// A subordinate with the sum at and below it.
    record Child(UUID id, String name, String path, Tally tally) {}

    /// The same sums for a page of the children of an organisation, in the order of their paths; those
    /// without a part in the campaign are left out.
    List<Child> sumsOfChildren(UUID campaign, UUID parent, String afterPath, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
            with child as (
              select o.id, o.name, o.path,
                     s.owes, s.missing, s.submitted, s.accepted, s.exempt, s.returned, s.late
                from reach_organisation o join campaign_summary s on s.campaign_id = ?1 and s.path = o.path
               where o.parent_id = ?2 and o.path > ?3 order by o.path limit ?4),
            waiting as (
              select c.id, d.owes, d.missing, d.submitted, d.accepted, d.exempt, d.returned, d.late
                from child c join campaign_unit u on u.campaign_id = ?1 and u.organisation_path >= c.path
                 and u.organisation_path < left(c.path, length(c.path) - 1) || '0'
                join unit_delta d on d.unit_id = u.id and d.campaign_id = ?1)
            select c.id, c.name, c.path,
                   cast(c.owes + coalesce(sum(w.owes), 0) as int),
                   cast(c.missing + coalesce(sum(w.missing), 0) as int),
                   cast(c.submitted + coalesce(sum(w.submitted), 0) as int),
                   cast(c.accepted + coalesce(sum(w.accepted), 0) as int),
                   cast(c.exempt + coalesce(sum(w.exempt), 0) as int),
                   cast(c.returned + coalesce(sum(w.returned), 0) as int),
                   cast(c.late + coalesce(sum(w.late), 0) as int)
              from child c left join waiting w on w.id = c.id
             group by c.id, c.name, c.path, c.owes, c.missing, c.submitted, c.accepted, c.exempt,
                   c.returned, c.late
             order by c.path\
            """, Object[].class)
                .setParameter(1, campaign)
                .setParameter(2, parent)
                .setParameter(3, afterPath)
                .setParameter(4, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Child((UUID) row[0], (String) row[1], (String) row[2], tally(row, 3)))
                .toList();
    }

    private static Tally tally(Object[] row, int from) {
        return new Tally(
                (int) row[from],
                (int) row[from + 1],
                (int) row[from + 2],
                (int) row[from + 3],
                (int) row[from + 4],
                (int) row[from + 5],
                (int) row[from + 6]);
    }
}
