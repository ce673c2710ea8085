package vn.tiendo.registrations.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignStatus;
import vn.tiendo.registrations.campaign.CampaignUnit;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationLine;

/// Reads registrations that are the caller's own or reviewed by an organisation in reach.
@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String FOUND =
            "select r, c.status, c.graceDays, u.reopenedUntil, c.closedWithPlan, c.formVersionId,"
                    + " m.identityIssuer, m.identitySubject"
                    + " from Registration r join Campaign c on c.id = r.campaignId"
                    + " join CampaignUnit u on u.id = r.unitId join Member m on m.id = r.memberId";

    /// @param formVersionId the version of a form on which the campaign lets new drafts be written
    /// @param own whether it is the caller's
    record Found(Registration registration, Openness openness, UUID formVersionId, boolean own) {}

    /// @param waived whether no unit of the member owes it any more, for another reason than that the campaign is over
    record Fared(Registration registration, boolean waived) {}

    /// What a list is narrowed to; any status when none is named.
    record Filter(@Nullable UUID campaign, List<RegistrationStatus> status) {}

    /// All that a command needs to know, in one statement.
    Optional<Found> find(UUID id, Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        var reviewed = "";
        if (!reach.isNothing()) {
            reach.bind(parameters);
            reviewed = " or exists (select 1 from RegistrationReviewer v where v.key.registrationId = r.id and "
                    + reach.condition("v.organisationPath") + ")";
        }
        parameters.put("id", id);
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        var query = getEntityManager()
                .createQuery(
                        FOUND
                                + " where r.id = :id and ((m.identityIssuer = :issuer and m.identitySubject = :subject)"
                                + reviewed + ")",
                        Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().findFirst().map(row -> found(row, actor));
    }

    private static Found found(Tuple row, Actor actor) {
        return new Found(
                row.get(0, Registration.class),
                new Openness(
                        row.get(1, CampaignStatus.class),
                        row.get(2, Integer.class),
                        row.get(3, LocalDate.class),
                        row.get(4, Boolean.class)),
                row.get(5, UUID.class),
                actor.issuer().equals(row.get(6)) && actor.subject().equals(row.get(7)));
    }

    /// Several in reach at once, locked until the transaction ends so that none changes between being judged and
    /// stored.
    List<Found> lock(List<UUID> ids, Actor actor, Reach reach) {
        if (reach.isNothing()) {
            return List.of();
        }
        getEntityManager()
                .createNativeQuery("select id from registration where id = any(?1) order by id for update", UUID.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("ids", ids);
        var query = getEntityManager()
                .createQuery(
                        FOUND + " where r.id in :ids and exists (select 1 from RegistrationReviewer v"
                                + " where v.key.registrationId = r.id and " + reach.condition("v.organisationPath")
                                + ")",
                        Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(row -> found(row, actor)).toList();
    }

    /// Paths of the organisations that review each.
    Map<UUID, List<String>> reviewerPaths(List<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select v.key.registrationId, v.organisationPath from RegistrationReviewer v"
                                + " where v.key.registrationId in :ids order by v.organisationPath",
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
    }

    /// Paths of the organisations that review it.
    List<String> reviewerPaths(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select v.organisationPath from RegistrationReviewer v where v.key.registrationId = :id"
                                + " order by v.organisationPath",
                        String.class)
                .setParameter("id", id)
                .getResultList();
    }

    List<RegistrationLine> pageOfOwn(Actor actor, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return lines(
                "r.memberId = (select o.id from Member o where o.identityIssuer = :issuer and o.identitySubject ="
                        + " :subject)",
                parameters,
                filter,
                page);
    }

    List<RegistrationLine> page(Reach reach, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var ofCampaign = filter.campaign == null ? "" : "v.campaignId = :campaign and ";
        return lines(
                "r.id in (select v.key.registrationId from RegistrationReviewer v where " + ofCampaign
                        + reach.condition("v.organisationPath") + ")",
                parameters,
                filter,
                page);
    }

    private List<RegistrationLine> lines(
            String condition, Map<String, Object> parameters, Filter filter, PageRequest page) {
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var narrowed = new ArrayList<String>();
        if (filter.campaign != null) {
            narrowed.add(" and r.campaignId = :campaign");
            parameters.put("campaign", filter.campaign);
        }
        if (!filter.status.isEmpty()) {
            narrowed.add(" and r.status in :status");
            parameters.put("status", filter.status);
        }
        var query = getEntityManager()
                .createQuery(
                        "select r.id, r.campaignId, r.memberId, m.name, r.organisationId, r.status, r.dueAt,"
                                + " r.receipt.receivedAt, r.receipt.countedAt, r.givenBack.returnedUntil, r.version,"
                                + " r.exemptedAt from Registration r join Member m on m.id = r.memberId"
                                + " where " + condition + " and r.id > :after"
                                + String.join("", narrowed) + " order by r.id",
                        Tuple.class)
                .setMaxResults(page.lookFor());
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(RegistrationRepository::line).toList();
    }

    private static RegistrationLine line(Tuple row) {
        var dueAt = row.get(6, Instant.class);
        var countedAt = row.get(8, Instant.class);
        return new RegistrationLine(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, UUID.class),
                row.get(3, String.class),
                row.get(4, UUID.class),
                row.get(5, RegistrationStatus.class),
                row.get(11) == null && dueAt != null && countedAt != null && !countedAt.isBefore(dueAt),
                dueAt,
                row.get(7, Instant.class),
                row.get(9, LocalDate.class),
                row.get(10, Long.class));
    }

    List<Registration> ofMembers(UUID campaign, List<UUID> members) {
        return list("campaignId = ?1 and memberId in ?2", campaign, members);
    }

    List<Fared> faring(UUID campaign, List<UUID> members) {
        return getEntityManager()
                .createQuery("""
                    select r, (case when c.withdrawnAt is not null or u.waivedAt is not null and not exists (
                                 select 1 from RegistrationReviewer v join CampaignUnit o
                                     on o.campaignId = r.campaignId and o.organisationId = v.key.organisationId
                                  where v.key.registrationId = r.id and o.waivedAt is null and o.passedToId is null)
                               then true else false end)
                      from Registration r join Campaign c on c.id = r.campaignId join CampaignUnit u on u.id = r.unitId
                     where r.campaignId = ?1 and r.memberId in ?2""", Tuple.class)
                .setParameter(1, campaign)
                .setParameter(2, members)
                .getResultStream()
                .map(row -> new Fared(row.get(0, Registration.class), row.get(1, Boolean.class)))
                .toList();
    }

    List<Registration> inOpenCampaigns(List<UUID> members) {
        return list(
                "from Registration r where r.memberId in ?1 and exists (select 1 from Campaign c"
                        + " where c.id = r.campaignId and c.status = ?2) order by r.id",
                members,
                CampaignStatus.OPEN);
    }

    /// Registrations of a unit whose due instant or obligation is not the unit's.
    List<Registration> unlike(CampaignUnit unit, int limit) {
        var found = unit.dueAt() == null
                ? find(
                        "unitId = ?1 and (obligationId <> ?2 or dueAt is not null) order by id",
                        unit.id(),
                        unit.obligationId())
                : find(
                        "unitId = ?1 and (obligationId <> ?2 or dueAt is null"
                                + " or dueAt <> (case when ownDueAt > ?3 then ownDueAt else ?3 end)) order by id",
                        unit.id(),
                        unit.obligationId(),
                        unit.dueAt());
        return found.range(0, limit - 1).list();
    }

    Optional<RegistrationRevision> revision(UUID registration, int number) {
        return Optional.ofNullable(getEntityManager()
                .find(RegistrationRevision.class, new RegistrationRevision.Key(registration, number)));
    }

    /// Another registration of the same member that has a text: the one named, or the last one it owed before.
    Optional<Registration> earlierOf(Registration registration, @Nullable UUID named) {
        var written = "memberId = ?1 and id <> ?2 and writing.formVersionId is not null";
        return named == null
                ? find(
                                written + " and owedAt <= ?3 order by owedAt desc, id desc",
                                registration.memberId(),
                                registration.id(),
                                registration.owedAt())
                        .range(0, 0)
                        .firstResultOptional()
                : find(written + " and id = ?3", registration.memberId(), registration.id(), named)
                        .firstResultOptional();
    }

    List<RegistrationRevision> revisions(UUID registration) {
        return getEntityManager()
                .createQuery(
                        "from RegistrationRevision v where v.key.registrationId = :id order by v.key.number",
                        RegistrationRevision.class)
                .setParameter("id", registration)
                .getResultList();
    }

    List<Registration> ofUnit(UUID unit, int limit) {
        return find("unitId = ?1 order by id", unit).range(0, limit - 1).list();
    }

    /// What members have registered where the organisation reviews.
    List<Registration> reviewedBy(UUID organisation, List<UUID> members) {
        return list(
                "from Registration r where r.memberId in ?1 and exists (select 1 from RegistrationReviewer v"
                        + " where v.key.registrationId = r.id and v.key.organisationId = ?2) order by r.id",
                members,
                organisation);
    }

    /// One statement however many there are; who reviews already stays.
    void letReview(KnownOrganisation organisation, List<Registration> reviewed) {
        getEntityManager()
                .createNativeQuery("""
                    insert into registration_reviewer (registration_id, organisation_id, campaign_id, organisation_path)
                    select id, ?1, campaign_id, ?2 from registration where id = any(?3)
                    on conflict do nothing""")
                .setParameter(1, organisation.id())
                .setParameter(2, organisation.path())
                .setParameter(3, idsOf(reviewed))
                .executeUpdate();
    }

    void reviewNoMore(UUID organisation, List<Registration> reviewed) {
        getEntityManager()
                .createNativeQuery(
                        "delete from registration_reviewer where organisation_id = ?1 and registration_id = any(?2)")
                .setParameter(1, organisation)
                .setParameter(2, idsOf(reviewed))
                .executeUpdate();
    }

    private static UUID[] idsOf(List<Registration> registrations) {
        return registrations.stream().map(Registration::id).toArray(UUID[]::new);
    }
}
