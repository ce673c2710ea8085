package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.RosterApi.RosterChangeLine;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;

/// The changes of rosters and their sums by day.
@ApplicationScoped
class RosterRepository {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    Session session;

    /// @param owes on the roster, the exempt included
    record Size(int owes, int exempt) {
        Size plus(Size other) {
            return new Size(owes + other.owes, exempt + other.exempt);
        }
    }

    record Day(UUID campaign, String path, LocalDate on, Kind kind) implements Comparable<Day> {
        private static final Comparator<Day> ORDER = Comparator.comparing(Day::campaign)
                .thenComparing(Day::path)
                .thenComparing(Day::on)
                .thenComparing(Day::kind);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    record Taken(Day day, Size size) {}

    /// Marks changes as added up and hands them out.
    List<Taken> take(int limit) {
        return session.doReturningWork(connection -> {
            try (var take = connection.prepareStatement("""
                update roster_change set folded = true
                 where id = any(array(select id from roster_change where not folded order by id limit ?))
                returning campaign_id, organisation_path, effective_on, kind, owes, exempt""")) {
                take.setInt(1, limit);
                var taken = new ArrayList<Taken>();
                try (var row = take.executeQuery()) {
                    while (row.next()) {
                        taken.add(new Taken(
                                new Day(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        Kind.valueOf(row.getString(4))),
                                new Size(row.getInt(5), row.getInt(6))));
                    }
                }
                return taken;
            }
        });
    }

    void addAll(Map<Day, Size> sums) {
        if (sums.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var add = connection.prepareStatement("""
                insert into roster_day (campaign_id, path, effective_on, kind, owes, exempt) values (?, ?, ?, ?, ?, ?)
                on conflict (campaign_id, path, effective_on, kind) do update
                  set owes = roster_day.owes + excluded.owes, exempt = roster_day.exempt + excluded.exempt""")) {
                for (var sum : sums.entrySet()) {
                    add.setObject(1, sum.getKey().campaign);
                    add.setString(2, sum.getKey().path);
                    add.setObject(3, sum.getKey().on);
                    add.setString(4, sum.getKey().kind.name());
                    add.setInt(5, sum.getValue().owes);
                    add.setInt(6, sum.getValue().exempt);
                    add.addBatch();
                }
                add.executeBatch();
            }
        });
    }

    /// Takes the members of moved units out of the old place and into the new one, as changes of today.
    ///
    /// @return how many units
    int moveChanges(int limit, LocalDate today, Instant now) {
        return session.doReturningWork(connection -> {
            try (var move = connection.prepareStatement("""
                with moved as (
                  select id, campaign_id, roster_path as from_path, organisation_path as to_path from campaign_unit
                   where roster_path <> organisation_path order by id limit ?),
                size as (
                  select m.id, m.campaign_id, m.from_path, m.to_path, coalesce(sum(c.owes), 0) as owes,
                         coalesce(sum(c.exempt), 0) as exempt
                    from moved m left join roster_change c on c.unit_id = m.id and c.kind not like 'MOVED%'
                   group by m.id, m.campaign_id, m.from_path, m.to_path),
                written as (
                  insert into roster_change (id, campaign_id, unit_id, organisation_path, kind, owes, exempt,
                    effective_on, recorded_at)
                  select uuidv7(), campaign_id, id, from_path, 'MOVED_AWAY', -owes, -exempt, ?, ? from size
                  union all
                  select uuidv7(), campaign_id, id, to_path, 'MOVED_HERE', owes, exempt, ?, ? from size)
                update campaign_unit u set roster_path = s.to_path from size s where u.id = s.id""")) {
                move.setInt(1, limit);
                move.setObject(2, today);
                move.setObject(3, now.atOffset(ZoneOffset.UTC));
                move.setObject(4, today);
                move.setObject(5, now.atOffset(ZoneOffset.UTC));
                return move.executeUpdate();
            }
        });
    }

    /// How the roster at and below a path had come about by the end of a day, by kind of change: the days added up and
    /// the changes that still wait, in one statement.
    Map<Kind, Size> asOf(UUID campaign, String path, String end, LocalDate day) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select kind, sum(owes), sum(exempt) from (
                  select kind, owes, exempt from roster_day
                   where campaign_id = ? and path = ? and effective_on <= ?
                  union all
                  select kind, owes, exempt from roster_change
                   where campaign_id = ? and not folded and organisation_path >= ? and organisation_path < ?
                     and effective_on <= ?) changes
                 group by kind""")) {
                select.setObject(1, campaign);
                select.setString(2, path);
                select.setObject(3, day);
                select.setObject(4, campaign);
                select.setString(5, path);
                select.setString(6, end);
                select.setObject(7, day);
                var sizes = new EnumMap<Kind, Size>(Kind.class);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        sizes.put(Kind.valueOf(row.getString(1)), new Size(row.getInt(2), row.getInt(3)));
                    }
                }
                return sizes;
            }
        });
    }

    /// The changes of single members at and below a path, in the order in which they were recorded.
    List<RosterChangeLine> page(UUID campaign, String path, String end, PageRequest page) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select c.id, c.kind, c.member_id, u.organisation_id, c.effective_on, c.recorded_at, c.owes, c.exempt
                  from roster_change c join campaign_unit u on u.id = c.unit_id
                 where c.campaign_id = ? and c.organisation_path >= ? and c.organisation_path < ?
                   and c.member_id is not null and c.id > ? order by c.id limit ?""")) {
                select.setObject(1, campaign);
                select.setString(2, path);
                select.setString(3, end);
                select.setObject(4, page.after().map(Cursor::id).orElse(FIRST));
                select.setInt(5, page.lookFor());
                var lines = new ArrayList<RosterChangeLine>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(line(row));
                    }
                }
                return lines;
            }
        });
    }

    private static RosterChangeLine line(ResultSet row) throws SQLException {
        return new RosterChangeLine(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7),
                row.getInt(8));
    }
}
