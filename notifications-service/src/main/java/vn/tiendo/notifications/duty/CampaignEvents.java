package vn.tiendo.notifications.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Keeps a campaign's title, and whether it is closed; its registrations follow in the background.
@ApplicationScoped
public class CampaignEvents implements EventHandler {

    @Inject
    EntityManager entities;

    private record CampaignState(
            UUID id, String status, @Nullable String title) {}

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
    }
}
