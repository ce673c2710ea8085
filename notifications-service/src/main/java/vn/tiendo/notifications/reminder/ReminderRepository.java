package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.inbox.Notification.About;

/// Reminders in batches. Rows are never deleted: one that has fired is what keeps the same rung from firing
/// again.
@ApplicationScoped
class ReminderRepository {

    @Inject
    Session session;

    /// A rung of a duty's ladder.
    record Planned(UUID id, UUID dutyId, int rung, LocalDate dueDay, Instant firesAt, ReminderStatus status) {}

    /// A reminder that is due, with what its text says.
    ///
    /// @param waits whether there is still something to do
    /// @param passedOver whether a newer rung of the same duty is due as well
    record Due(
            About about,
            boolean waits,
            boolean passedOver,
            int attempts,
            @Nullable String organisationName,
            @Nullable String subject,
            @Nullable String obligationKind,
            @Nullable String occurrence,
            @Nullable String planNumber) {}

    /// What became of a due reminder.
    record Settled(UUID id, ReminderStatus status) {}

    /// Cancels what waits, except for the day that still holds.
    ///
    /// @param dueDays the day that holds for each duty; null when nothing does
    @Transactional(Transactional.TxType.MANDATORY)
    void cancelExcept(List<UUID> duties, List<@Nullable LocalDate> dueDays, Instant now) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update reminder r set status = 'CANCELLED', settled_at = ?
                      from unnest(?::uuid[], ?::date[]) d(id, due_day)
                     where r.duty_id = d.id and r.due_day is distinct from d.due_day
                       and r.status in ('PLANNED', 'UNADDRESSED')""")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("uuid", duties.toArray()));
                update.setArray(3, connection.createArrayOf("date", dueDays.toArray()));
                update.executeUpdate();
            }
        });
    }

    /// Stores rungs; of those that exist already only cancelled ones come back to life.
    @Transactional(Transactional.TxType.MANDATORY)
    void plan(List<Planned> rungs) {
        if (rungs.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into reminder (id, duty_id, rung, due_day, fires_at, status)
                    select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::date[], ?::timestamptz[], ?::text[])
                    on conflict on constraint one_reminder_per_rung
                      do update set status = excluded.status, settled_at = null, attempts = 0, retry_at = null
                         where reminder.status = 'CANCELLED'""")) {
                insert.setArray(1, array(connection, "uuid", rungs, Planned::id));
                insert.setArray(2, array(connection, "uuid", rungs, Planned::dutyId));
                insert.setArray(3, array(connection, "int", rungs, Planned::rung));
                insert.setArray(4, array(connection, "date", rungs, Planned::dueDay));
                insert.setArray(5, array(connection, "timestamptz", rungs, Planned::firesAt));
                insert.setArray(6, array(connection, "text", rungs, rung -> rung.status.name()));
                insert.executeUpdate();
            }
        });
    }

    /// Locks reminders that are due; those that another replica has locked are left to it.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Due> claim(Instant now, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select r.id, r.duty_id, d.kind, d.plan_id, d.obligation_id, d.campaign_id, d.organisation_id,
                           r.rung, r.due_day, d.outcome = 'WAITING' and not d.campaign_closed as waits,
                           exists (select 1 from reminder n where n.duty_id = r.duty_id and n.fires_at > r.fires_at
                                      and n.fires_at <= ? and n.status in ('PLANNED', 'FIRED')) as passed_over,
                           r.attempts, o.name, coalesce(d.subject, c.title, b.subject) as subject, d.obligation_kind,
                           d.occurrence, nullif(concat_ws('-', k.number, k.symbol), '') as plan_number
                      from reminder r
                      join duty d on d.id = r.duty_id
                      left join reach_organisation o on o.id = d.organisation_id
                      left join known_campaign c on c.id = d.campaign_id
                      left join known_obligation b on b.id = d.obligation_id
                      left join known_plan k on k.id = d.plan_id
                     where r.status = 'PLANNED' and r.fires_at <= ?
                     order by r.fires_at, r.id limit ? for update of r skip locked""")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                select.setInt(3, most);
                var due = new ArrayList<Due>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        due.add(due(rows));
                    }
                }
                return due;
            }
        });
    }

    /// Writes what became of claimed reminders. One without a recipient is tried again after half a minute,
    /// then ever more seldom, and given up after a few hours; those pauses are real time.
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(List<Settled> settled, Instant now) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update reminder r set status = s.status, settled_at = ?,
                           attempts = r.attempts + 1,
                           retry_at = case when s.status = 'UNADDRESSED' and r.attempts < 4
                                           then clock_timestamp() + interval '30 seconds' * power(8, r.attempts) end
                      from unnest(?::uuid[], ?::text[]) s(id, status) where r.id = s.id""")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, array(connection, "uuid", settled, Settled::id));
                update.setArray(3, array(connection, "text", settled, one -> one.status.name()));
                update.executeUpdate();
            }
        });
    }

    /// Lets reminders without a recipient be tried again when their pause is over.
    @Transactional(Transactional.TxType.MANDATORY)
    int retryUnaddressed(int most) {
        return session.createNativeMutationQuery("""
                        update reminder set status = 'PLANNED', retry_at = null
                         where id in (select id from reminder
                                       where status = 'UNADDRESSED' and retry_at <= clock_timestamp()
                                       order by retry_at limit ?1 for update skip locked)""").setParameter(1, most).executeUpdate();
    }

    /// After business time was set back: what was passed over lies ahead again.
    @Transactional(Transactional.TxType.MANDATORY)
    int planAhead(Instant now, int most) {
        return session.createNativeMutationQuery("""
                        update reminder set status = 'PLANNED', settled_at = null
                         where id in (select id from reminder where status = 'SUPERSEDED' and fires_at > ?1
                                       order by fires_at limit ?2 for update skip locked)""")
                .setParameter(1, now)
                .setParameter(2, most)
                .executeUpdate();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new About(
                        row.getObject("id", UUID.class),
                        row.getObject("duty_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("plan_id", UUID.class),
                        row.getObject("obligation_id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("rung"),
                        row.getObject("due_day", LocalDate.class)),
                row.getBoolean("waits"),
                row.getBoolean("passed_over"),
                row.getInt("attempts"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("obligation_kind"),
                row.getString("occurrence"),
                row.getString("plan_number"));
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, @Nullable Object> field) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(field).toArray());
    }
}
