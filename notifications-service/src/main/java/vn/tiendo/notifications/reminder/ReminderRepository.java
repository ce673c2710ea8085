package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.inbox.Notification.About;
import vn.tiendo.notifications.reminder.ReminderFiring.Position;

/// Reminders in batches. Rows are never deleted: one that has fired is what keeps the same rung from firing
/// again.
@ApplicationScoped
class ReminderRepository {

    @Inject
    Session session;

    /// A rung of a duty's ladder.
    ///
    /// @param policyId whose rung it is; null for the shipped ladder
    record Planned(
            UUID id,
            UUID dutyId,
            int rung,
            LocalDate dueDay,
            Instant firesAt,
            ReminderStatus status,
            @Nullable UUID policyId) {}

    /// A reminder that is due, with what its text says.
    ///
    /// @param member who owes a registration
    /// @param path of the organisation; null while it is not known
    /// @param waits whether there is still something to do, and by that day
    /// @param passedOver whether a newer rung of the same duty and day is due as well
    record Due(
            About about,
            int rung,
            LocalDate dueDay,
            Instant firesAt,
            @Nullable UUID member,
            @Nullable UUID policyId,
            @Nullable String path,
            boolean waits,
            boolean passedOver,
            Matter matter) {

        UUID id() {
            return about.reminderId();
        }
    }

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

    /// Cancels what waits on rungs that no ladder has any more.
    @Transactional(Transactional.TxType.MANDATORY)
    void cancelOthers(List<UUID> duties, List<Planned> rungs, Instant now) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update reminder r set status = 'CANCELLED', settled_at = ?
                     where r.duty_id = any(?) and r.status in ('PLANNED', 'UNADDRESSED')
                       and not exists (select 1 from unnest(?::uuid[], ?::int[]) n(duty_id, rung)
                                        where n.duty_id = r.duty_id and n.rung = r.rung)""")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("uuid", duties.toArray()));
                update.setArray(3, array(connection, "uuid", rungs, Planned::dutyId));
                update.setArray(4, array(connection, "int", rungs, Planned::rung));
                update.executeUpdate();
            }
        });
    }

    /// Stores rungs. Of those that exist already cancelled ones come back to life, those that wait move with their
    /// ladder, and one that was passed over waits again when its moment lies ahead now; what has fired stays fired.
    @Transactional(Transactional.TxType.MANDATORY)
    void plan(List<Planned> rungs, Instant now) {
        if (rungs.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into reminder (id, duty_id, rung, due_day, fires_at, status, policy_id)
                    select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::date[], ?::timestamptz[], ?::text[],
                                         ?::uuid[])
                    on conflict on constraint one_reminder_per_rung
                      do update set fires_at = excluded.fires_at, policy_id = excluded.policy_id,
                           status = case when reminder.status = 'PLANNED' then 'PLANNED' else excluded.status end,
                           settled_at = null, attempts = 0, retry_at = null
                         where reminder.status = 'CANCELLED'
                            or (reminder.status = 'PLANNED'
                                and (reminder.fires_at, reminder.policy_id)
                                    is distinct from (excluded.fires_at, excluded.policy_id))
                            or (reminder.status = 'SUPERSEDED' and reminder.fires_at <= ? and excluded.fires_at > ?)""")) {
                insert.setArray(1, array(connection, "uuid", rungs, Planned::id));
                insert.setArray(2, array(connection, "uuid", rungs, Planned::dutyId));
                insert.setArray(3, array(connection, "int", rungs, Planned::rung));
                insert.setArray(4, array(connection, "date", rungs, Planned::dueDay));
                insert.setArray(5, array(connection, "timestamptz", rungs, Planned::firesAt));
                insert.setArray(6, array(connection, "text", rungs, rung -> rung.status.name()));
                insert.setArray(7, array(connection, "uuid", rungs, Planned::policyId));
                insert.setObject(8, now.atOffset(ZoneOffset.UTC));
                insert.setObject(9, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    /// Locks reminders that are due; those that another replica has locked are left to it.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Due> claim(Instant now, Position after, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select r.id, r.duty_id, d.kind, d.plan_id, d.obligation_id, d.campaign_id, d.organisation_id,
                           r.rung, r.due_day, r.fires_at, r.policy_id, d.member_id, d.organisation_path,
                           d.outcome = 'WAITING' and not d.campaign_closed and d.due_day = r.due_day
                             and not exists (select 1 from plan_recall p where p.plan_id = d.plan_id) as waits,
                           exists (select 1 from reminder n where n.duty_id = r.duty_id and n.due_day = r.due_day
                                      and (n.fires_at, n.rung) > (r.fires_at, r.rung)
                                      and n.fires_at <= ? and n.status in ('PLANNED', 'FIRED')) as passed_over,
                           %s
                      from reminder r
                      join duty d on d.id = r.duty_id
                      %s
                     where r.status = 'PLANNED' and r.fires_at <= ? and (r.fires_at, r.id) > (?, ?)
                     order by r.fires_at, r.id limit ? for update of r skip locked""".formatted(Matter.COLUMNS, Matter.JOINS))) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                select.setObject(3, after.firesAt().atOffset(ZoneOffset.UTC));
                select.setObject(4, after.id());
                select.setInt(5, most);
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
                row.getInt("rung"),
                row.getObject("due_day", LocalDate.class),
                row.getObject("fires_at", OffsetDateTime.class).toInstant(),
                row.getObject("member_id", UUID.class),
                row.getObject("policy_id", UUID.class),
                row.getString("organisation_path"),
                row.getBoolean("waits"),
                row.getBoolean("passed_over"),
                Matter.of(row));
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, @Nullable Object> field) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(field).toArray());
    }
}
