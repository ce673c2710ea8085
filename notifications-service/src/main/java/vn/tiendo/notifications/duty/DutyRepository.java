package vn.tiendo.notifications.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Keeps duties, in batches: a plan that is issued opens thousands at once.
@ApplicationScoped
public class DutyRepository {

    private static final String COLUMNS = """
            id, kind, plan_id, obligation_id, campaign_id, member_id, organisation_id, obligation_kind, subject,
            occurrence, due_day, due_at, outcome""";

    @Inject
    Session session;

    private record Held(boolean worthReminding, @Nullable LocalDate dueDay) {}

    /// A duty whose reminders must change.
    ///
    /// @param remind whether it is to have reminders from now on
    public record Change(Duty duty, boolean remind) {}

    /// Stores the newest states and tells which of them change what is to be reminded of; repeating a state
    /// changes nothing.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> put(List<Duty> duties) {
        return session.doReturningWork(connection -> {
            var held = held(connection, duties);
            var stopped = upsert(connection, duties);
            var changes = new ArrayList<Change>();
            for (var duty : duties) {
                var remind = duty.isWorthReminding() && !stopped.contains(duty.id());
                var before = held.getOrDefault(duty.id(), new Held(false, null));
                if (remind != before.worthReminding || (remind && !Objects.equals(duty.dueDay(), before.dueDay))) {
                    changes.add(new Change(duty, remind));
                }
            }
            return changes;
        });
    }

    /// Takes over that campaigns were closed or opened again, for a bounded number of their registrations.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> followCampaigns(int most) {
        return session.doReturningWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update duty set campaign_closed = not campaign_closed
                     where id in (select d.id from known_campaign c
                                    join duty d on d.campaign_id = c.id and d.campaign_closed = not c.closed
                                   where d.kind = 'REGISTRATION' limit ?)
                    returning campaign_closed, %s""".formatted(COLUMNS))) {
                update.setInt(1, most);
                var changes = new ArrayList<Change>();
                try (var rows = update.executeQuery()) {
                    while (rows.next()) {
                        var duty = duty(rows);
                        changes.add(new Change(duty, duty.isWorthReminding() && !rows.getBoolean("campaign_closed")));
                    }
                }
                return changes;
            }
        });
    }

    /// Places duties in the tree that arrived before their organisation did.
    @Transactional(Transactional.TxType.MANDATORY)
    int place(int most) {
        return session.doReturningWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update duty set organisation_path = o.path from reach_organisation o
                     where o.id = duty.organisation_id and duty.id in (
                       select d.id from duty d join reach_organisation known on known.id = d.organisation_id
                        where d.organisation_path is null limit ?)""")) {
                update.setInt(1, most);
                return update.executeUpdate();
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

    private static Set<UUID> upsert(Connection connection, List<Duty> duties) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into duty (organisation_path, %s)
                select o.path, n.* from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[],
                         ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[]) n(%s)
                  left join reach_organisation o on o.id = n.organisation_id
                on conflict (id) do update set plan_id = excluded.plan_id, obligation_id = excluded.obligation_id,
                  campaign_id = excluded.campaign_id, member_id = excluded.member_id,
                  organisation_id = excluded.organisation_id, organisation_path = excluded.organisation_path,
                  obligation_kind = excluded.obligation_kind, subject = excluded.subject,
                  occurrence = excluded.occurrence, due_day = excluded.due_day, due_at = excluded.due_at,
                  outcome = excluded.outcome
                returning id, campaign_closed""".formatted(COLUMNS, COLUMNS))) {
            bind(connection, upsert, duties);
            var stopped = new HashSet<UUID>();
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(2)) {
                        stopped.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return stopped;
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
