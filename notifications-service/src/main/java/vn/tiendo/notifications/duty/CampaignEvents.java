package vn.tiendo.notifications.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.time.Days;

/// Keeps a campaign's title, whether it is closed, and for which units it is open again; its registrations follow in
/// the background.
@ApplicationScoped
public class CampaignEvents implements EventHandler {

    @Inject
    EntityManager entities;

    private record CampaignState(
            UUID id,
            String status,
            @Nullable String title,
            @Nullable List<UnitReopened> reopenings) {}

    /// @param until last day on which the members of the unit may write again
    private record UnitReopened(UUID organisationId, LocalDate until) {}

    @Override
    public String topic() {
        return "registrations.campaign.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var campaign = event.as(CampaignState.class);
        entities.createNativeQuery("""
                        insert into known_campaign (id, title, closed) values (?1, ?2, ?3)
                        on conflict (id) do update set title = excluded.title, closed = excluded.closed""")
                .setParameter(1, campaign.id)
                .setParameter(2, campaign.title)
                .setParameter(3, campaign.status.equals("CLOSED"))
                .executeUpdate();
        if (campaign.reopenings != null && !campaign.reopenings.isEmpty()) {
            reopen(campaign.id, campaign.reopenings);
        }
    }

    /// Of several for one unit the last one holds.
    private void reopen(UUID campaign, List<UnitReopened> reopenings) {
        var untilByUnit = new LinkedHashMap<UUID, LocalDate>();
        reopenings.forEach(each -> untilByUnit.put(each.organisationId, each.until));
        var days = List.copyOf(untilByUnit.values());
        entities.createNativeQuery("""
                        insert into known_reopening (campaign_id, organisation_id, until, ends_at)
                        select ?1, u.unit, cast(u.until as date), cast(u.ends_at as timestamptz)
                          from unnest(?2, ?3, ?4) u (unit, until, ends_at)
                        on conflict (campaign_id, organisation_id)
                          do update set until = excluded.until, ends_at = excluded.ends_at, followed = false
                             where known_reopening.until <> excluded.until""")
                .setParameter(1, campaign)
                .setParameter(2, untilByUnit.keySet().toArray(UUID[]::new))
                .setParameter(3, days.stream().map(LocalDate::toString).toArray(String[]::new))
                .setParameter(
                        4, days.stream().map(day -> Days.endOf(day).toString()).toArray(String[]::new))
                .executeUpdate();
    }
}
