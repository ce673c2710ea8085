package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationApi.OrganisationView;
import vn.tiendo.plans.organisation.OrganisationProblem.OutsideParentsValidity;
import vn.tiendo.plans.organisation.OrganisationProblem.ValidityReversed;

/// Makes organisations, one or many in a row: the rules that each keeps, and all that is written for it.
@ApplicationScoped
class OrganisationCreation {

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationPublication publication;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Where a new organisation comes to stand.
    record Place(
            UUID id,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static Place of(Organisation organisation) {
            return new Place(organisation.id(), organisation.path(), organisation.validFrom(), organisation.validTo());
        }
    }

    /// An organisation not stored yet, and the post that allows it.
    record Founded(Organisation organisation, @Nullable HeldPost allowedBy) {}

    static void requireValidityInOrder(NewOrganisation request) {
        if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
            throw new ValidityReversed();
        }
    }

    static void requireWithin(Place parent, NewOrganisation request) {
        if (request.validFrom().isBefore(parent.validFrom())
                || (parent.validTo() != null
                        && (request.validTo() == null || request.validTo().isAfter(parent.validTo())))) {
            throw new OutsideParentsValidity();
        }
    }

    /// @param number from the sequence of all organisations ever made
    static Organisation draft(NewOrganisation request, @Nullable Place parent, long number) {
        return new Organisation(
                request.code(),
                request.name().strip(),
                request.kind(),
                request.hierarchy(),
                parent == null ? null : parent.id(),
                TreePath.below(parent == null ? "" : parent.path(), number),
                request.validFrom(),
                request.validTo());
    }

    /// Stores organisations with their first periods, reach, events and audit records; parents go before children.
    @Transactional(Transactional.TxType.MANDATORY)
    void store(List<Founded> founded, Actor actor) {
        if (founded.isEmpty()) {
            return;
        }
        var made = founded.stream().map(Founded::organisation).toList();
        var inBatch = made.stream().map(Organisation::id).collect(Collectors.toSet());
        var periods = new HashMap<>(organisations.periodsOf(made.stream()
                .map(Organisation::parentId)
                .filter(Objects::nonNull)
                .filter(parent -> !inBatch.contains(parent))
                .toList()));
        made.forEach(each -> each.changed(clock.instant()));
        organisations.persist(made);
        for (var each : made) {
            var parents = each.parentId() == null
                    ? List.<OrganisationPeriod>of()
                    : periods.getOrDefault(each.parentId(), List.of());
            var own = OrganisationPeriod.of(each, parents);
            periods.put(each.id(), own);
            own.forEach(organisations::keep);
        }
        organisations.putIntoReach(made);
        publication.publish(made, "created");
        audit.recordAll(
                actor,
                founded.stream()
                        .map(each -> new Deed(
                                each.allowedBy(),
                                "create-organisation",
                                "organisation",
                                each.organisation().id(),
                                null,
                                OrganisationView.of(each.organisation())))
                        .toList());
    }
}
