package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.member.MemberStatus;

/// Who belongs where on the day of a roster.
@ApplicationScoped
class RosterRepository {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    EntityManager entities;

    record RosterMember(UUID id, MemberStatus status) {}

    /// A unit of the campaign to which a member belongs.
    record Place(
            UUID unitId,
            UUID organisationId,
            String path,
            @Nullable Instant dueAt) {}

    /// The members of an organisation on a day, in the order of their ids, behind the last one seen.
    List<RosterMember> membersOf(UUID organisation, LocalDate day, @Nullable UUID after, int limit) {
        return entities
                .createQuery("""
                        select distinct m.id, m.status from Member m join m.memberships s
                         where s.organisationId = :organisation and s.validFrom <= :day
                           and (s.validTo is null or s.validTo >= :day) and m.id > :after
                         order by m.id""", Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new RosterMember(row.get(0, UUID.class), row.get(1, MemberStatus.class)))
                .toList();
    }

    /// For each member the units of the campaign that it belongs to on the day, its first membership first.
    Map<UUID, List<Place>> placesOf(UUID campaign, List<UUID> members, LocalDate day) {
        return entities
                .createQuery("""
                        select m.id, u.id, u.organisationId, u.organisationPath, u.dueAt
                          from Member m join m.memberships s
                          join CampaignUnit u on u.campaignId = :campaign and u.organisationId = s.organisationId
                         where m.id in :members and s.validFrom <= :day and (s.validTo is null or s.validTo >= :day)
                           and u.closedAt is null and u.organisationPath is not null
                         order by m.id, index(s), u.id""", Tuple.class)
                .setParameter("campaign", campaign)
                .setParameter("members", members)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(
                                row -> new Place(
                                        row.get(1, UUID.class),
                                        row.get(2, UUID.class),
                                        row.get(3, String.class),
                                        row.get(4, Instant.class)),
                                Collectors.toList())));
    }
}
