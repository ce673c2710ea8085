package vn.tiendo.registrations.registration;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;

/// What a roster says of one member: in which campaign it owes, which unit keeps the registration, which organisations
/// review it, and by when it is due.
@MappedSuperclass
abstract class RosterEntry implements Versioned {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID campaignId;
    private UUID planId;
    private UUID obligationId;
    private UUID unitId;
    private UUID memberId;
    private UUID organisationId;
    private UUID[] organisationIds;
    private @Nullable Instant dueAt;
    private @Nullable Instant ownDueAt;

    @SuppressWarnings("NullAway.Init") // filled by the provider, as entities are
    protected RosterEntry() {}

    /// The unit that keeps a member's registration, and the date by which it owes it.
    record Keeper(
            UUID campaignId,
            UUID planId,
            UUID obligationId,
            UUID unitId,
            UUID organisationId,
            @Nullable Instant dueAt) {}

    RosterEntry(Keeper keeper, UUID member, List<UUID> reviewers) {
        campaignId = keeper.campaignId;
        planId = keeper.planId;
        obligationId = keeper.obligationId;
        unitId = keeper.unitId;
        organisationId = keeper.organisationId;
        dueAt = keeper.dueAt;
        memberId = member;
        organisationIds = reviewers.toArray(UUID[]::new);
    }

    void belongTo(UUID unit, UUID organisation, @Nullable Instant due) {
        unitId = unit;
        organisationId = organisation;
        dueAt = due;
    }

    /// An amendment took the place of the plan: the same is owed under another obligation.
    void carryTo(UUID plan, UUID obligation) {
        planId = plan;
        obligationId = obligation;
    }

    /// The unit was given another date.
    void fallDue(@Nullable Instant moment) {
        dueAt = moment;
        dueNotBefore(ownDueAt);
    }

    /// Who came later has a day of its own.
    void dueNotBefore(@Nullable Instant moment) {
        ownDueAt = moment;
        if (moment != null && dueAt != null && dueAt.isBefore(moment)) {
            dueAt = moment;
        }
    }

    /// The assignment of its unit was transferred: another unit keeps it, in the place of the one before.
    void passTo(UUID unit, UUID organisation, @Nullable Instant due) {
        var left = organisationId;
        unitId = unit;
        organisationId = organisation;
        fallDue(due);
        organisationIds = Arrays.stream(organisationIds)
                .map(each -> each.equals(left) ? organisation : each)
                .distinct()
                .toArray(UUID[]::new);
    }

    /// Another unit of the member is in the campaign too, so it reviews as well.
    ///
    /// @return whether it is new
    boolean addReviewer(UUID organisation) {
        if (Arrays.asList(organisationIds).contains(organisation)) {
            return false;
        }
        organisationIds = Arrays.copyOf(organisationIds, organisationIds.length + 1);
        organisationIds[organisationIds.length - 1] = organisation;
        return true;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID planId() {
        return planId;
    }

    UUID obligationId() {
        return obligationId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID organisationId() {
        return organisationId;
    }

    List<UUID> organisationIds() {
        return List.of(organisationIds);
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    /// The member was known under two records.
    void passToMember(UUID member) {
        memberId = member;
    }
}
