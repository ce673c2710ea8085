package vn.tiendo.registrations.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// An organisation that owes a campaign, known from its assignment, and how far its roster has come.
@Entity
@DynamicUpdate
public class CampaignUnit {

    /// That of the assignment.
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID planId;
    private UUID obligationId;
    private String occurrence;
    private @Nullable UUID campaignId;
    private UUID organisationId;
    private @Nullable String organisationPath;
    private @Nullable String foldedPath;
    private @Nullable LocalDate opensOn;
    private @Nullable Instant dueAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant waivedAt;
    private @Nullable UUID passedToId;
    private @Nullable UUID passedFromId;
    private @Nullable Instant passedAt;
    private boolean datesPending;
    private @Nullable UUID rosterCursor;
    private @Nullable Instant rosterFrozenAt;
    private @Nullable LocalDate reopenedUntil;

    protected CampaignUnit() {}

    void belongTo(Campaign campaign) {
        campaignId = campaign.id();
    }

    /// Members up to this one are on the roster.
    public void rosterHas(UUID lastMember) {
        rosterCursor = lastMember;
    }

    public void freeze(Instant now) {
        rosterFrozenAt = now;
        rosterCursor = null;
    }

    /// Its registrations are with the unit that took its assignment over.
    public void passed(Instant now) {
        passedAt = now;
    }

    void reopenUntil(LocalDate day) {
        reopenedUntil = day;
    }

    @Nullable
    UUID passedToId() {
        return passedToId;
    }

    /// Its registrations carry its dates now.
    public void datesAreTaken() {
        datesPending = false;
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public UUID obligationId() {
        return obligationId;
    }

    String occurrence() {
        return occurrence;
    }

    public UUID campaignId() {
        return Objects.requireNonNull(campaignId, "the unit has no campaign yet");
    }

    public UUID organisationId() {
        return organisationId;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable UUID rosterCursor() {
        return rosterCursor;
    }
}
