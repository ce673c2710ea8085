package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationKindResource.Kind;
import vn.tiendo.plans.organisation.OrganisationProblem.KindTaken;

/// The list of kinds, one for the whole deployment.
@ApplicationScoped
class OrganisationKindService implements PanacheRepositoryBase<OrganisationKind, String> {

    @Inject
    OrganisationRepository organisations;

    @Inject
    AuditTrail audit;

    List<OrganisationKind> list(PageRequest page) {
        return find("code > ?1 order by code", page.after().map(Cursor::key).orElse(""))
                .page(0, page.lookFor())
                .list();
    }

    @Transactional
    OrganisationKind add(Kind request, Actor actor) {
        var root = organisations.root().orElseThrow(KitProblem.OrganisationNotFound::new);
        var post = actor.require(root.path(), ADMINISTRATOR);
        if (findByIdOptional(request.code()).isPresent()) {
            throw new KindTaken(request.code());
        }
        var kind = new OrganisationKind(request.code(), request.nameVi(), request.nameEn(), request.hierarchy());
        persistAndFlush(kind);
        audit.record(actor, post, "add-organisation-kind", "organisation-kind", kind.subject(), null, Kind.of(kind));
        return kind;
    }
}
