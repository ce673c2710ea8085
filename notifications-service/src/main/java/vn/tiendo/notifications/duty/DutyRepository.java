package vn.tiendo.notifications.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.time.Days;

/// Keeps duties, in batches: a plan that is issued opens thousands at once.
@ApplicationScoped
public class DutyRepository {

    private static final String COLUMNS = """
            id, kind, plan_id, obligation_id, campaign_id, member_id, organisation_id, obligation_kind, subject,
            occurrence, due_day, due_at, outcome""";

    @Inject
    Session session;

    @Inject
    Clock clock;

    private record Held(boolean worthReminding, @Nullable LocalDate dueDay) {}

    /// A duty whose reminders must change.
    ///
    /// @param remind whether it is to have reminders from now on
    /// @param path of the organisation; null while it is not known
    public record Change(
            Duty duty, boolean remind, @Nullable String path) {}

    private record Stored(
            Duty duty, boolean stopped, @Nullable String path) {}

    /// Stores the newest states and tells which of them change what is to be reminded of; repeating a state
    /// changes nothing.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> put(List<Duty> duties) {
        return session.doReturningWork(connection -> {
            var held = held(connection, duties);
            var stored = upsert(connection, duties);
            var changes = new ArrayList<Change>();
            for (var duty : duties) {
                var now = stored.getOrDefault(duty.id(), new Stored(duty, false, null));
                var remind = now.duty.isWorthReminding() && !now.stopped;
                var before = held.getOrDefault(duty.id(), new Held(false, null));
                if (remind != before.worthReminding || (remind && !Objects.equals(now.duty.dueDay(), before.dueDay))) {
                    changes.add(new Change(now.duty, remind, now.path));
                }
            }
            return changes;
        });
    }

    /// Takes over that campaigns were closed or opened again, for a bounded number of their registrations. Where a unit
    /// was reopened beyond its campaign, the registrations are closed once that day is over.
    ///
    /// The order by the index's last column keeps the planner from reading all duties when nothing has changed.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> followCampaigns(int most) {
        return session.doReturningWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update duty set campaign_closed = not campaign_closed
                     where id in (select d.id from known_campaign c cross join lateral (
                                    select f.id from duty f
                                     where f.campaign_id = c.id and f.campaign_closed = (not c.closed)
                                       and f.kind = 'REGISTRATION'
                                       and coalesce(f.reopened_until, '-infinity'::date) < ?
                                     order by coalesce(f.reopened_until, '-infinity'::date) limit ?) d limit ?)
                    returning campaign_closed, organisation_path, %s""".formatted(COLUMNS))) {
                update.setObject(1, Days.dayOf(clock.instant()));
                update.setInt(2, most);
                update.setInt(3, most);
                return changes(update);
            }
        });
    }

    /// Takes over that one unit may write again until a day, be its campaign closed or not.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> followReopening() {
        return session.doReturningWork(connection -> {
            try (var update = connection.prepareStatement("""
                    with reopened as (
                      update known_reopening set followed = true
                       where (campaign_id, organisation_id) in (
                         select campaign_id, organisation_id from known_reopening where not followed limit 1)
                      returning campaign_id as campaign, organisation_id as unit, until, ends_at)
                    update duty set campaign_closed = false, reopened_until = u.until,
                           due_day = greatest(own_due_day, u.until), due_at = greatest(own_due_at, u.ends_at)
                      from reopened u
                     where duty.campaign_id = u.campaign and duty.organisation_id = u.unit
                       and duty.kind = 'REGISTRATION' and duty.reopened_until is distinct from u.until
                    returning campaign_closed, organisation_path, %s""".formatted(COLUMNS))) {
                return changes(update);
            }
        });
    }

    private static List<Change> changes(PreparedStatement update) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var rows = update.executeQuery()) {
            while (rows.next()) {
                var duty = duty(rows);
                changes.add(new Change(
                        duty,
                        duty.isWorthReminding() && !rows.getBoolean("campaign_closed"),
                        rows.getString("organisation_path")));
            }
        }
        return changes;
    }

    /// Duties that are still reminded of, in the order of their ids.
    ///
    /// @param path of an organisation; empty, with the whole subtree, for all
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> remindedAt(String path, boolean wholeSubtree, @Nullable UUID after, int most) {
        return remindedOf(
                wholeSubtree
                        ? "organisation_path >= ? and organisation_path < ?"
                        : "organisation_path >= ? and organisation_path <= ?",
                List.of(path, !wholeSubtree ? path : path.isEmpty() ? "\uffff" : Reach.endOf(path)),
                after,
                most);
    }

    /// The same for all that one plan demands.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> remindedOf(UUID plan, @Nullable UUID after, int most) {
        return remindedOf("plan_id = ?", List.of(plan), after, most);
    }

    private List<Change> remindedOf(String condition, List<Object> values, @Nullable UUID after, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select organisation_path, %s from duty
                     where %s and id > ? and outcome = 'WAITING' and due_day is not null and not campaign_closed
                     order by id limit ?""".formatted(COLUMNS, condition))) {
                int parameter = 1;
                for (var value : values) {
                    select.setObject(parameter++, value);
                }
                select.setObject(parameter++, after == null ? new UUID(0, 0) : after);
                select.setInt(parameter, most);
                var reminded = new ArrayList<Change>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        reminded.add(new Change(duty(rows), true, rows.getString("organisation_path")));
                    }
                }
                return reminded;
            }
        });
    }

    /// Places duties in the tree that arrived before their organisation did.
    ///
    /// @return where they were put, one path for each duty
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> place(int most) {
        return session.doReturningWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update duty set organisation_path = o.path from reach_organisation o
                     where o.id = duty.organisation_id and duty.id in (
                       select d.id from duty d join reach_organisation known on known.id = d.organisation_id
                        where d.organisation_path is null limit ?)
                    returning o.path""")) {
                update.setInt(1, most);
                var paths = new ArrayList<String>();
                try (var rows = update.executeQuery()) {
                    while (rows.next()) {
                        paths.add(rows.getString(1));
                    }
                }
                return paths;
            }
        });
    }

    private static Map<UUID, Held> held(Connection connection, List<Duty> duties) throws SQLException {
        try (var select = connection.prepareStatement("""
                select id, due_day, outcome = 'WAITING' and due_day is not null and not campaign_closed
                  from duty where id = any(?)""")) {
            select.setArray(1, array(connection, "uuid", duties, Duty::id));
            var held = new HashMap<UUID, Held>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    held.put(
                            rows.getObject(1, UUID.class),
                            new Held(rows.getBoolean(3), rows.getObject(2, LocalDate.class)));
                }
            }
            return held;
        }
    }

    private Map<UUID, Stored> upsert(Connection connection, List<Duty> duties) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into duty (organisation_path, own_due_day, own_due_at, reopened_until, %s)
                select o.path, n.due_day, n.due_at, u.until, n.id, n.kind, n.plan_id, n.obligation_id, n.campaign_id,
                       n.member_id, n.organisation_id, n.obligation_kind, n.subject, n.occurrence,
                       greatest(n.due_day, u.until), greatest(n.due_at, u.ends_at), n.outcome
                  from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[],
                         ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[]) n(%s)
                  left join reach_organisation o on o.id = n.organisation_id
                  left join known_reopening u on u.campaign_id = n.campaign_id and u.organisation_id = n.organisation_id
                on conflict (id) do update set plan_id = excluded.plan_id, obligation_id = excluded.obligation_id,
                  campaign_id = excluded.campaign_id, member_id = excluded.member_id,
                  organisation_id = excluded.organisation_id, organisation_path = excluded.organisation_path,
                  obligation_kind = excluded.obligation_kind, subject = excluded.subject,
                  occurrence = excluded.occurrence, due_day = excluded.due_day, due_at = excluded.due_at,
                  own_due_day = excluded.own_due_day, own_due_at = excluded.own_due_at,
                  reopened_until = excluded.reopened_until,
                  campaign_closed = duty.campaign_closed
                    and coalesce(excluded.reopened_until, '-infinity'::date) < ?,
                  outcome = excluded.outcome
                returning campaign_closed
                  or exists (select 1 from plan_recall r where r.plan_id = duty.plan_id) as stopped,
                  organisation_path, %s""".formatted(COLUMNS, COLUMNS, COLUMNS))) {
            bind(connection, upsert, duties);
            upsert.setObject(14, Days.dayOf(clock.instant()));
            var stored = new HashMap<UUID, Stored>();
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    var duty = duty(rows);
                    stored.put(
                            duty.id(),
                            new Stored(duty, rows.getBoolean("stopped"), rows.getString("organisation_path")));
                }
            }
            return stored;
        }
    }

    private static void bind(Connection connection, PreparedStatement upsert, List<Duty> duties) throws SQLException {
        upsert.setArray(1, array(connection, "uuid", duties, Duty::id));
        upsert.setArray(2, array(connection, "text", duties, duty -> duty.kind().name()));
        upsert.setArray(3, array(connection, "uuid", duties, Duty::planId));
        upsert.setArray(4, array(connection, "uuid", duties, Duty::obligationId));
        upsert.setArray(5, array(connection, "uuid", duties, Duty::campaignId));
        upsert.setArray(6, array(connection, "uuid", duties, Duty::memberId));
        upsert.setArray(7, array(connection, "uuid", duties, Duty::organisationId));
        upsert.setArray(8, array(connection, "text", duties, Duty::obligationKind));
        upsert.setArray(9, array(connection, "text", duties, Duty::subject));
        upsert.setArray(10, array(connection, "text", duties, Duty::occurrence));
        upsert.setArray(11, array(connection, "date", duties, Duty::dueDay));
        upsert.setArray(12, array(connection, "timestamptz", duties, Duty::dueAt));
        upsert.setArray(
                13, array(connection, "text", duties, duty -> duty.outcome().name()));
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Duty> duties, Function<Duty, @Nullable Object> field)
            throws SQLException {
        return connection.createArrayOf(type, duties.stream().map(field).toArray());
    }

    private static Duty duty(ResultSet row) throws SQLException {
        var dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new Duty(
                row.getObject("id", UUID.class),
                DutyKind.valueOf(row.getString("kind")),
                row.getObject("plan_id", UUID.class),
                row.getObject("obligation_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("obligation_kind"),
                row.getString("subject"),
                row.getString("occurrence"),
                row.getObject("due_day", LocalDate.class),
                dueAt == null ? null : dueAt.toInstant(),
                Outcome.valueOf(row.getString("outcome")));
    }
}
