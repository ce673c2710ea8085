package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// Writes down, in the transaction of the deed, who came onto a roster or left it. Rows are only ever added,
/// so that the denominator of any day can be reckoned again.
@ApplicationScoped
public class RosterLedger {

    @Inject
    Session session;

    public enum Kind {
        /// On the roster when it was frozen.
        FROZEN,
        JOINED,
        LEFT,
        EXEMPTED,
        EXEMPTION_REVOKED,
        OPTED_IN,
        /// The unit's assignment was passed on to another unit, with its members.
        PASSED_ON,
        TAKEN_OVER,
        /// The unit's organisation was moved in the tree.
        MOVED_AWAY,
        MOVED_HERE
    }

    /// @param member null when the change is of many
    /// @param owes members more on the roster, or fewer
    /// @param exempt members more who are exempt, or fewer
    public record Change(
            UUID campaign, UUID unit, Kind kind, @Nullable UUID member, int owes, int exempt, LocalDate on) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Collection<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        session.flush();
        session.doWork(connection -> {
            try (var place = connection.prepareStatement(
                    "update campaign_unit set roster_path = organisation_path where id = any(?) and roster_path is"
                            + " null")) {
                place.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                changes.stream().map(Change::unit).distinct().toArray()));
                place.executeUpdate();
            }
            try (var insert = connection.prepareStatement("""
                insert into roster_change (id, campaign_id, unit_id, organisation_path, kind, member_id, owes, exempt,
                  effective_on, recorded_at)
                select ?, ?, u.id, u.roster_path, ?, ?, ?, ?, ?, ? from campaign_unit u where u.id = ?""")) {
                for (var change : changes) {
                    insert.setObject(1, Uuid7.next());
                    insert.setObject(2, change.campaign);
                    insert.setString(3, change.kind.name());
                    insert.setObject(4, change.member, Types.OTHER);
                    insert.setInt(5, change.owes);
                    insert.setInt(6, change.exempt);
                    insert.setObject(7, change.on);
                    insert.setObject(8, now.atOffset(ZoneOffset.UTC));
                    insert.setObject(9, change.unit);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Change change, Instant now) {
        add(List.of(change), now);
    }
}
