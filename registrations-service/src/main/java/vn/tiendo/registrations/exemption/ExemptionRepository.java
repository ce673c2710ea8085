package vn.tiendo.registrations.exemption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.exemption.ExemptionApi.Basis;
import vn.tiendo.registrations.exemption.ExemptionApi.ExemptionView;
import vn.tiendo.registrations.registration.ExemptBy;
import vn.tiendo.registrations.registration.RegistrationStatus;

@ApplicationScoped
class ExemptionRepository implements PanacheRepositoryBase<Exemption, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /// What a list is narrowed to.
    ///
    /// @param ended whether those that have ended are listed too, also because the member left the roster
    /// @param reviewBefore only those that are to be looked at again before this day
    record Filter(
            @Nullable UUID campaign,
            @Nullable Basis basis,
            boolean ended,
            @Nullable LocalDate reviewBefore) {}

    Optional<Exemption> holdingOf(UUID registration) {
        return find("registrationId = ?1 and endedAt is null", registration).firstResultOptional();
    }

    Set<UUID> givenUp(Collection<UUID> registrations) {
        return find("registrationId in ?1 and endKind = 'OPTED_IN'", registrations).stream()
                .map(Exemption::registrationId)
                .collect(Collectors.toSet());
    }

    /// Those of units in reach, each in the list of the unit that keeps the registration.
    List<ExemptionView> page(Reach reach, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        return page(reach.condition("u.organisationPath"), parameters, filter, page);
    }

    List<ExemptionView> pageOfOwn(Actor actor, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return page("m.identityIssuer = :issuer and m.identitySubject = :subject", parameters, filter, page);
    }

    private List<ExemptionView> page(
            String condition, Map<String, Object> parameters, Filter filter, PageRequest page) {
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var narrowed = new ArrayList<String>();
        if (filter.campaign != null) {
            narrowed.add(" and e.campaignId = :campaign");
            parameters.put("campaign", filter.campaign);
        }
        if (filter.basis != null) {
            narrowed.add(" and e.basis = :basis");
            parameters.put("basis", filter.basis.name());
        }
        if (!filter.ended) {
            narrowed.add(" and e.endedAt is null and r.status <> :left");
            parameters.put("left", RegistrationStatus.LEFT);
        }
        if (filter.reviewBefore != null) {
            narrowed.add(" and e.reviewOn < :reviewBefore");
            parameters.put("reviewBefore", filter.reviewBefore);
        }
        var query = getEntityManager()
                .createQuery(
                        "select e, m.name, r.organisationId from Exemption e join Registration r on r.id ="
                                + " e.registrationId join CampaignUnit u on u.id = r.unitId join Member m on m.id ="
                                + " e.memberId where "
                                + condition + " and e.id > :after" + String.join("", narrowed) + " order by e.id",
                        Tuple.class)
                .setMaxResults(page.lookFor());
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row ->
                        ExemptionView.of(row.get(0, Exemption.class), row.get(1, String.class), row.get(2, UUID.class)))
                .toList();
    }

    /// The latest decision on each member that is not due for review on a day. Who has it taken over into another
    /// campaign has several of one decision: what was revoked last holds nowhere any more.
    Map<UUID, ExemptBy> decidedFor(Collection<UUID> members, LocalDate day) {
        var decided = new HashMap<UUID, ExemptBy>();
        list(
                        "memberId in ?1 and basis = ?2 and (endKind = ?3 or (endedAt is null and reviewOn > ?4))"
                                + " order by exemptedAt, id",
                        members,
                        ExemptBy.DECISION,
                        Exemption.End.REVOKED,
                        day)
                .forEach(exemption -> {
                    if (exemption.endKind() == Exemption.End.REVOKED) {
                        decided.remove(exemption.memberId());
                    } else {
                        decided.put(exemption.memberId(), exemption.by());
                    }
                });
        return decided;
    }
}
