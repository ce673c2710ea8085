package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Outbox;
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
    Outbox outbox;

    @Inject
    AuditTrail audit;

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
                Normalizer.normalize(request.name().strip(), Normalizer.Form.NFC),
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
        organisations.persist(made);
        var periods = made.stream()
                .map(OrganisationPeriod::new)
                .collect(Collectors.toMap(OrganisationPeriod::organisationId, Function.identity()));
        periods.values().forEach(organisations::keep);
        organisations.putIntoReach(made);
        outbox.addAll(
                new EventStream<Organisation>(
                        "plans.organisation.v1", each -> OrganisationEvent.of(each, List.of(periods.get(each.id())))),
                made,
                "created");
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
