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
import vn.tiendo.registrations.campaign.CampaignStatus;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.member.MemberStatus;
import vn.tiendo.registrations.registration.RosterRepository.Place;

/// Whose memberships have changed, and where these belong now.
@ApplicationScoped
class MembershipLooks {

    @Inject
    EntityManager entities;

    /// A unit of an open campaign to which a member belongs, and the status of the member.
    ///
    /// @param taking whether members still come onto its roster: it is neither closed nor passed on to another unit
    record PlaceNow(UUID campaignId, MemberStatus status, Place place, boolean taking) {}

    /// Hands out members whose day has come and forgets that they were to be looked at. Those of a unit that is
    /// still being written down, or passed on, wait until it is done. So do those about whom somebody is writing
    /// just now, for what is not committed would not be seen.
    List<UUID> take(int limit, LocalDate today) {
        @SuppressWarnings("unchecked")
        List<UUID> taken = entities.createNativeQuery("""
            with due as materialized (
              select l.look_on, l.member_id from membership_look l
               where l.look_on <= ?1 and not exists (
                 select 1 from membership s join campaign_unit u on u.organisation_id = s.organisation_id
                   join campaign c on c.id = u.campaign_id
                  where s.member_id = l.member_id and c.status = 'OPEN' and u.closed_at is null
                    and (u.roster_frozen_at is null or (u.passed_to_id is not null and u.passed_at is null)))
               order by l.look_on, l.member_id limit ?2 for update of l skip locked)
            delete from membership_look l using due d where l.look_on = d.look_on and l.member_id = d.member_id
            returning l.member_id""", UUID.class)
                .setParameter(1, today)
                .setParameter(2, limit)
                .getResultList();
        return taken;
    }

    /// Who came or left between the day of a unit's roster and the freezing of it is looked at afterwards.
    void lookAtThoseAfter(CampaignUnit unit, LocalDate rosterOn) {
        entities.createNativeQuery("""
            insert into membership_look (member_id, look_on)
            select member_id, valid_from from membership where organisation_id = ?1 and valid_from > ?2
            union
            select member_id, valid_to + 1 from membership where organisation_id = ?1 and valid_to >= ?2
             order by 2, 1
            on conflict (look_on, member_id) do update set look_on = excluded.look_on""")
                .setParameter(1, unit.organisationId())
                .setParameter(2, rosterOn)
                .executeUpdate();
    }

    /// A look that waits already is held until the end of the transaction: it is taken once the change can be seen.
    void lookAt(List<UUID> members, LocalDate day) {
        if (members.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
            insert into membership_look (member_id, look_on)
            select distinct id, cast(?2 as date) from unnest(cast(?1 as uuid[])) as m (id) order by id
            on conflict (look_on, member_id) do update set look_on = excluded.look_on""")
                .setParameter(1, members.toArray(UUID[]::new))
                .setParameter(2, day)
                .executeUpdate();
    }

    /// For each member the units of open campaigns that it belongs to, its first membership first. A unit that was
    /// waived is none of them: whoever owed there only, owes no more.
    Map<UUID, List<PlaceNow>> placesOf(List<UUID> members, LocalDate day) {
        return entities.createQuery("""
            select m.id, m.status, u.campaignId, u.id, u.organisationId, u.organisationPath, u.dueAt,
                   (case when u.closedAt is null and u.passedToId is null and u.rosterFrozenAt is not null
                         then true else false end)
              from Member m join m.memberships s
              join CampaignUnit u on u.organisationId = s.organisationId
              join Campaign c on c.id = u.campaignId
             where m.id in :members and s.validFrom <= :day and (s.validTo is null or s.validTo >= :day)
               and c.status = :open and u.organisationPath is not null and u.waivedAt is null
             order by m.id, index(s), u.id""", Tuple.class)
                .setParameter("members", members)
                .setParameter("day", day)
                .setParameter("open", CampaignStatus.OPEN)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(
                                row -> new PlaceNow(
                                        row.get(2, UUID.class),
                                        row.get(1, MemberStatus.class),
                                        new Place(
                                                row.get(3, UUID.class),
                                                row.get(4, UUID.class),
                                                row.get(5, String.class),
                                                row.get(6, Instant.class)),
                                        row.get(7, Boolean.class)),
                                Collectors.toList())));
    }

    /// A registration that goes on though its campaign is closed, and a unit of its member that does not review it.
    record Unreviewed(Registration registration, Place place) {}

    List<Unreviewed> unreviewed(List<UUID> members, LocalDate day) {
        return entities.createQuery("""
            select r, u.id, u.organisationId, u.organisationPath, u.dueAt
              from Registration r join Member m on m.id = r.memberId join m.memberships s
              join CampaignUnit u on u.campaignId = r.campaignId and u.organisationId = s.organisationId
              join Campaign c on c.id = r.campaignId
             where r.memberId in :members and s.validFrom <= :day and (s.validTo is null or s.validTo >= :day)
               and c.status = :closed and r.status not in :over
               and u.passedToId is null and u.organisationPath is not null
               and not exists (select 1 from RegistrationReviewer v
                 where v.key.registrationId = r.id and v.key.organisationId = u.organisationId)
             order by r.id, index(s), u.id""", Tuple.class)
                .setParameter("members", members)
                .setParameter("day", day)
                .setParameter("closed", CampaignStatus.CLOSED)
                .setParameter("over", List.of(RegistrationStatus.LEFT, RegistrationStatus.CLOSED))
                .getResultStream()
                .map(row -> new Unreviewed(
                        row.get(0, Registration.class),
                        new Place(
                                row.get(1, UUID.class),
                                row.get(2, UUID.class),
                                row.get(3, String.class),
                                row.get(4, Instant.class))))
                .toList();
    }

    boolean hasSuccessor(UUID organisation) {
        return !entities.createNativeQuery("select 1 from succession where organisation_id = ?1")
                .setParameter(1, organisation)
                .getResultList()
                .isEmpty();
    }
}
