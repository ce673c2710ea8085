package vn.tiendo.registrations.summary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The folded numbers: of units, and of every path above them.
@ApplicationScoped
class UnitSummaryRepository implements PanacheRepositoryBase<UnitSummary, UUID> {

    @Inject
    Session session;

    /// Where the sums of a unit stand.
    record Place(UUID unit, UUID campaign, @Nullable String foldedPath, String path) {}

    /// The summaries of the units, new ones for those that have none yet.
    Map<UUID, UnitSummary> ofUnits(Collection<UUID> units, Instant now) {
        var held = new HashMap<UUID, UnitSummary>();
        getEntityManager()
                .createQuery("""
                        select s, u.planId, u.obligationId from UnitSummary s join CampaignUnit u on u.id = s.id
                         where s.id in :units""", Tuple.class)
                .setParameter("units", units)
                .getResultList()
                .forEach(row -> {
                    var summary = row.get(0, UnitSummary.class);
                    summary.carryTo(row.get(1, UUID.class), row.get(2, UUID.class));
                    held.put(summary.id(), summary);
                });
        var without = units.stream().filter(unit -> !held.containsKey(unit)).toList();
        if (!without.isEmpty()) {
            var rows = getEntityManager()
                    .createQuery("""
                            select u.id, u.campaignId, u.planId, u.obligationId, u.organisationId
                              from CampaignUnit u where u.id in :units""", Tuple.class)
                    .setParameter("units", without)
                    .getResultList();
            for (var row : rows) {
                var summary = new UnitSummary(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, UUID.class),
                        row.get(4, UUID.class),
                        now);
                persist(summary);
                held.put(summary.id(), summary);
            }
        }
        return held;
    }

    List<Place> placesOf(Collection<UUID> units) {
        return places("u.id in :units", Map.of("units", units), units.size());
    }

    /// Units whose organisation has moved since their numbers were added to the sums above them.
    List<Place> moved(int limit) {
        return places("u.foldedPath <> u.organisationPath", Map.of(), limit);
    }

    private List<Place> places(String condition, Map<String, ?> parameters, int limit) {
        var query = getEntityManager()
                .createQuery(
                        "select u.id, u.campaignId, u.foldedPath, u.organisationPath from CampaignUnit u where "
                                + condition + " order by u.id",
                        Tuple.class)
                .setMaxResults(limit);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Place(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    void standAt(Collection<UUID> units) {
        getEntityManager()
                .createQuery("update CampaignUnit u set u.foldedPath = u.organisationPath where u.id in :units")
                .setParameter("units", units)
                .executeUpdate();
    }

    /// Adds to the sums of paths, in one batch and always in the same order.
    void add(Map<PathOfCampaign, Tally> changes) {
        session.flush();
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into campaign_summary as s (campaign_id, path, owes, missing, submitted, accepted, exempt,
                      returned, late)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (campaign_id, path) do update set owes = s.owes + excluded.owes,
                      missing = s.missing + excluded.missing, submitted = s.submitted + excluded.submitted,
                      accepted = s.accepted + excluded.accepted, exempt = s.exempt + excluded.exempt,
                      returned = s.returned + excluded.returned, late = s.late + excluded.late""")) {
                for (var change : changes.entrySet()) {
                    var tally = change.getValue();
                    if (tally.equals(Tally.NOTHING)) {
                        continue;
                    }
                    upsert.setObject(1, change.getKey().campaign());
                    upsert.setString(2, change.getKey().path());
                    upsert.setInt(3, tally.owes());
                    upsert.setInt(4, tally.missing());
                    upsert.setInt(5, tally.submitted());
                    upsert.setInt(6, tally.accepted());
                    upsert.setInt(7, tally.exempt());
                    upsert.setInt(8, tally.returned());
                    upsert.setInt(9, tally.late());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        });
    }

    /// The row that holds the sum at and below a path.
    record PathOfCampaign(UUID campaign, String path) implements Comparable<PathOfCampaign> {
        @Override
        public int compareTo(PathOfCampaign other) {
            var byCampaign = campaign.compareTo(other.campaign);
            return byCampaign != 0 ? byCampaign : path.compareTo(other.path);
        }
    }
}
