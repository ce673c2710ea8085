package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationLinkApi.LinkEnd;
import vn.tiendo.plans.organisation.OrganisationLinkApi.LinkView;
import vn.tiendo.plans.organisation.OrganisationLinkApi.NewLink;
import vn.tiendo.plans.organisation.OrganisationProblem.LinkNotFound;
import vn.tiendo.plans.organisation.OrganisationProblem.LinkedAlready;
import vn.tiendo.plans.organisation.OrganisationProblem.LinkedToItself;
import vn.tiendo.plans.organisation.OrganisationProblem.OutsideParentsValidity;

/// Links organisations beside the tree: who advises whom, whose party committee one is, who coordinates with whom.
@ApplicationScoped
class OrganisationLinkService {

    @Inject
    OrganisationLinkRepository links;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationService service;

    @Inject
    OrganisationPublication publication;

    @Inject
    TreeRepository tree;

    @Inject
    AuditTrail audit;

    /// The one it starts at must be the actor's to administer; of the other it is enough that the actor may see it.
    @Transactional
    OrganisationLink link(UUID from, NewLink request, Actor actor) {
        var organisation = organisations.get(from, OrganisationService.readable(actor));
        var post = actor.require(organisation.path(), ADMINISTRATOR);
        var target = service.get(request.organisationId(), actor);
        if (target.id().equals(from)) {
            throw new LinkedToItself();
        }
        requireWithin(organisation, request.from(), request.to());
        requireWithin(target, request.from(), request.to());
        var link = new OrganisationLink(from, target.id(), request.type(), request.from(), request.to());
        tree.lock(); // so that the check and the row are one; the constraint backs it
        requireLinkedOnce(link);
        links.persistAndFlush(link);
        publication.publish(List.of(organisation), "linked");
        audit.record(actor, post, "link-organisation", "organisation-link", link.id(), null, LinkView.of(link));
        return link;
    }

    private void requireLinkedOnce(OrganisationLink link) {
        if (links.like(link).stream().anyMatch(link::overlaps)) {
            throw new LinkedAlready();
        }
    }

    /// A link lasts no longer than the organisations that it joins.
    private static void requireWithin(Organisation organisation, LocalDate from, @Nullable LocalDate to) {
        var end = organisation.validTo();
        if (from.isBefore(organisation.validFrom()) || (end != null && (to == null || to.isAfter(end)))) {
            throw new OutsideParentsValidity();
        }
    }

    @Transactional
    OrganisationLink end(UUID from, UUID id, @Nullable String ifMatch, LinkEnd request, Actor actor) {
        var organisation = organisations.get(from, OrganisationService.readable(actor));
        var link = get(from, id, actor);
        var post = actor.require(organisation.path(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, link.version());
        var before = LinkView.of(link);
        link.last(request.lastDay());
        requireLinkedOnce(link);
        links.flush();
        publication.publish(List.of(organisation), "linked");
        audit.record(actor, post, "end-organisation-link", "organisation-link", id, before, LinkView.of(link));
        return link;
    }

    OrganisationLink get(UUID from, UUID id, Actor actor) {
        service.get(from, actor);
        return links.findByIdOptional(id)
                .filter(link -> link.organisationId().equals(from))
                .orElseThrow(LinkNotFound::new);
    }

    List<OrganisationLink> list(UUID organisation, @Nullable LocalDate asOf, Actor actor, PageRequest page) {
        service.get(organisation, actor);
        return links.list(organisation, asOf, page);
    }
}
