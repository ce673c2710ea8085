package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// What superiors are told in one message about all their subordinates: one row per obligation, occurrence, day, rung
/// and superior, whoever asks for it how often.
@ApplicationScoped
class RollUpRepository {

    @Inject
    Session session;

    /// One message to one superior.
    ///
    /// @param occurrence empty when there is only one
    /// @param level how many levels below the superior those stand who owe
    record Key(UUID obligationId, String occurrence, LocalDate dueDay, int rung, UUID superior, int level) {}

    record Wanted(UUID id, UUID planId, Key key, Set<Role> roles, Instant firesAt) {}

    /// @param recalled nobody has to be told any more
    record Due(
            UUID id,
            UUID planId,
            Key key,
            List<Role> roles,
            boolean recalled,
            @Nullable String superiorName,
            @Nullable String superiorPath) {}

    /// How things stand below a superior.
    ///
    /// @param one of those that are missing; null when none is
    record Counted(int missing, int total, @Nullable UUID one) {

        static final Counted NOTHING = new Counted(0, 0, null);
    }

    /// What is said of one duty that is missing.
    ///
    /// @param reminderId that of the same rung, so that who is told of it as the debtor is not told again
    record Example(UUID dutyId, @Nullable UUID reminderId, UUID organisationId, LocalDate dueDay, Matter matter) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void request(Collection<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into roll_up (id, plan_id, obligation_id, occurrence, due_day, rung, organisation_id, level,
                      roles, fires_at, status)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED')
                    on conflict on constraint one_roll_up_per_rung_and_superior
                      do update set roles = roll_up.roles || excluded.roles
                         where roll_up.status = 'PLANNED' and not roll_up.roles @> excluded.roles""")) {
                for (var one : wanted) {
                    insert.setObject(1, one.id);
                    insert.setObject(2, one.planId);
                    insert.setObject(3, one.key.obligationId);
                    insert.setString(4, one.key.occurrence);
                    insert.setObject(5, one.key.dueDay);
                    insert.setInt(6, one.key.rung);
                    insert.setObject(7, one.key.superior);
                    insert.setInt(8, one.key.level);
                    insert.setArray(
                            9,
                            connection.createArrayOf(
                                    "text", one.roles.stream().map(Role::name).toArray()));
                    insert.setObject(10, one.firesAt.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /// Locks those that are due; those that another replica has locked are left to it.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Due> claim(Instant now, int most) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select r.*, o.name, o.path,
                           exists (select 1 from plan_recall p where p.plan_id = r.plan_id) as recalled
                      from roll_up r left join reach_organisation o on o.id = r.organisation_id
                     where r.status = 'PLANNED' and r.fires_at <= ?
                     order by r.fires_at, r.id limit ? for update of r skip locked""")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
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

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                new Key(
                        row.getObject("obligation_id", UUID.class),
                        row.getString("occurrence"),
                        row.getObject("due_day", LocalDate.class),
                        row.getInt("rung"),
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("level")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .distinct()
                        .map(Role::valueOf)
                        .toList(),
                row.getBoolean("recalled"),
                row.getString("name"),
                row.getString("path"));
    }

    /// Counts exactly, at this moment: who still owes, and all who owe or have delivered. Waived, transferred and
    /// closed ones are no part of either; one that was given more time is not missing.
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Counted> count(Collection<UUID> rollUps) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    with recursive down as (
                      select r.id as roll_up_id, o.id, 1 as depth, r.level
                        from roll_up r join reach_organisation o on o.parent_id = r.organisation_id
                       where r.id = any(?)
                      union all
                      select down.roll_up_id, o.id, down.depth + 1, down.level
                        from down join reach_organisation o on o.parent_id = down.id
                       where down.depth < down.level)
                    select r.id,
                           count(*) filter (where d.outcome not in ('WAIVED', 'TRANSFERRED', 'CLOSED')) as total,
                           count(*) filter (where d.outcome = 'WAITING' and d.due_day <= r.due_day) as missing,
                           (array_agg(d.id order by d.id)
                             filter (where d.outcome = 'WAITING' and d.due_day <= r.due_day))[1] as one
                      from roll_up r
                      join down on down.roll_up_id = r.id and down.depth = r.level
                      join duty d on d.kind = 'ASSIGNMENT' and d.obligation_id = r.obligation_id
                                 and d.organisation_id = down.id and coalesce(d.occurrence, '') = r.occurrence
                     group by r.id""")) {
                select.setArray(1, connection.createArrayOf("uuid", rollUps.toArray()));
                var counted = new HashMap<UUID, Counted>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        counted.put(
                                rows.getObject("id", UUID.class),
                                new Counted(
                                        rows.getInt("missing"),
                                        rows.getInt("total"),
                                        rows.getObject("one", UUID.class)));
                    }
                }
                return counted;
            }
        });
    }

    /// What can be said of the duties, by roll-up.
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Example> examples(Map<UUID, UUID> dutyByRollUp) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select n.roll_up_id, d.id, d.organisation_id, d.due_day, m.id as reminder_id, %s
                      from unnest(?::uuid[], ?::uuid[]) n(roll_up_id, duty_id)
                      join roll_up r on r.id = n.roll_up_id
                      join duty d on d.id = n.duty_id
                      left join reminder m on m.duty_id = d.id and m.rung = r.rung and m.due_day = d.due_day
                      %s""".formatted(Matter.COLUMNS, Matter.JOINS))) {
                var pairs = List.copyOf(dutyByRollUp.entrySet());
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", pairs.stream().map(Map.Entry::getKey).toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", pairs.stream().map(Map.Entry::getValue).toArray()));
                var examples = new HashMap<UUID, Example>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        examples.put(
                                rows.getObject("roll_up_id", UUID.class),
                                new Example(
                                        rows.getObject("id", UUID.class),
                                        rows.getObject("reminder_id", UUID.class),
                                        rows.getObject("organisation_id", UUID.class),
                                        rows.getObject("due_day", LocalDate.class),
                                        Matter.of(rows)));
                    }
                }
                return examples;
            }
        });
    }

    /// What became of one.
    record Settled(UUID id, ReminderStatus status, Counted counted) {}

    /// One without a recipient is tried again as reminders are.
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(List<Settled> settled, Instant now) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update roll_up r set status = s.status, settled_at = ?, missing = s.missing, total = s.total,
                           attempts = r.attempts + 1,
                           retry_at = case when s.status = 'UNADDRESSED' and r.attempts < 4
                                           then clock_timestamp() + interval '30 seconds' * power(8, r.attempts) end
                      from unnest(?::uuid[], ?::text[], ?::int[], ?::int[]) s(id, status, missing, total)
                     where r.id = s.id""")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("uuid", values(settled, Settled::id)));
                update.setArray(3, connection.createArrayOf("text", values(settled, one -> one.status.name())));
                update.setArray(4, connection.createArrayOf("int", values(settled, one -> one.counted.missing)));
                update.setArray(5, connection.createArrayOf("int", values(settled, one -> one.counted.total)));
                update.executeUpdate();
            }
        });
    }

    private static Object[] values(List<Settled> settled, Function<Settled, Object> field) {
        return settled.stream().map(field).toArray();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    int retryUnaddressed(int most) {
        return session.createNativeMutationQuery("""
                        update roll_up set status = 'PLANNED', retry_at = null
                         where id in (select id from roll_up
                                       where status = 'UNADDRESSED' and retry_at <= clock_timestamp()
                                       order by retry_at limit ?1 for update skip locked)""").setParameter(1, most).executeUpdate();
    }

    /// Something below has changed, so that a roll-up may have become pointless.
    @Transactional(Transactional.TxType.MANDATORY)
    void lookAgain(List<UUID> obligations) {
        if (!obligations.isEmpty()) {
            session.createNativeMutationQuery("""
                            update roll_up set looked_at = false
                             where id in (select id from roll_up
                                           where obligation_id = any(?1) and status = 'FIRED'
                                             and resolved_at is null and looked_at
                                           order by id for update)""")
                    .setParameter(1, obligations.toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> toLookAt(int most) {
        return session.createNativeQuery("""
                        select id from roll_up where not looked_at order by id limit ?1 for update skip locked""", UUID.class).setParameter(1, most).getResultList();
    }

    /// @param nothingLeft those that nobody is missing in any more
    @Transactional(Transactional.TxType.MANDATORY)
    void lookedAt(List<UUID> rollUps, List<UUID> nothingLeft, Instant now) {
        session.createNativeMutationQuery("""
                        update roll_up set looked_at = true,
                               resolved_at = case when id = any(?2) then ?3 else resolved_at end
                         where id = any(?1)""")
                .setParameter(1, rollUps.toArray(UUID[]::new))
                .setParameter(2, nothingLeft.toArray(UUID[]::new))
                .setParameter(3, now)
                .executeUpdate();
    }
}
