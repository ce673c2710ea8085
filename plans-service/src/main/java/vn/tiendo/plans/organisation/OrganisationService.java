package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.kit.security.Role.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationApi.Correction;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationApi.OrganisationView;
import vn.tiendo.plans.organisation.OrganisationApi.Settings;
import vn.tiendo.plans.organisation.OrganisationCreation.Founded;
import vn.tiendo.plans.organisation.OrganisationCreation.Place;
import vn.tiendo.plans.organisation.OrganisationProblem.RootReserved;
import vn.tiendo.plans.organisation.OrganisationProblem.UnknownOrganisationKind;

/// Grows the tree and answers where an organisation stands.
@ApplicationScoped
public class OrganisationService {

    private static final int LONGEST_EXTENSION = 30;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationCreation creation;

    @Inject
    FirstAdministrator firstAdministrator;

    @Inject
    TreeRepository tree;

    @Inject
    OrganisationPublication publication;

    @Inject
    AuditTrail audit;

    /// Subtrees in which an actor may see organisations, whatever its posts are.
    public static Reach readable(Actor actor) {
        return actor.reach(
                MEMBER, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }

    @Transactional
    Organisation create(NewOrganisation request, Actor actor) {
        tree.lock();
        if (!organisations.knowsKind(request.kind())) {
            throw new UnknownOrganisationKind(request.kind());
        }
        OrganisationCreation.requireValidityInOrder(request);
        return request.parentId() == null
                ? createRoot(request, actor)
                : createBelow(request, request.parentId(), actor);
    }

    private Organisation createRoot(NewOrganisation request, Actor actor) {
        if (!isFirstAdministrator(actor)) {
            throw new RootReserved();
        }
        return store(request, null, actor, null);
    }

    private Organisation createBelow(NewOrganisation request, UUID parentId, Actor actor) {
        var parent = organisations.get(parentId, readable(actor));
        var post = actor.require(parent.path(), ADMINISTRATOR);
        OrganisationCreation.requireWithin(Place.of(parent), request);
        return store(request, parent, actor, post);
    }

    private Organisation store(
            NewOrganisation request, @Nullable Organisation parent, Actor actor, @Nullable HeldPost post) {
        var organisation = OrganisationCreation.draft(
                request, parent == null ? null : Place.of(parent), organisations.nextNumber());
        creation.store(List.of(new Founded(organisation, post)), actor);
        return organisation;
    }

    @Transactional
    Organisation set(UUID id, @Nullable String ifMatch, Settings settings, Actor actor) {
        var organisation = organisations.get(id, readable(actor));
        var post = actor.require(organisation.path(), ADMINISTRATOR, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, organisation.version());
        var before = OrganisationView.of(organisation);
        organisation.readBeforeDateAs(settings.beforeDateIncludesNamedDay());
        organisation.limitExtensions(settings.longestExtensionDays());
        publication.publish(List.of(organisation), "settings-changed");
        audit.record(
                actor,
                post,
                "change-organisation-settings",
                "organisation",
                id,
                before,
                OrganisationView.of(organisation));
        return organisation;
    }

    /// Mends how the name is written, for good and as of always; a new name is a restructuring.
    @Transactional
    Organisation correct(UUID id, @Nullable String ifMatch, Correction correction, Actor actor) {
        tree.lock();
        var organisation = organisations.get(id, readable(actor));
        var post = actor.require(organisation.path(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, organisation.version());
        var before = OrganisationView.of(organisation);
        var name = correction.name().strip();
        organisations.periodsOf(id).stream()
                .filter(period -> period.name().equals(before.name()))
                .forEach(period -> period.correct(name));
        organisation.correct(name);
        organisations.flush();
        tree.show(List.of(id));
        publication.publish(List.of(organisation), "corrected");
        audit.record(
                actor, post, "correct-organisation", "organisation", id, before, OrganisationView.of(organisation));
        return organisation;
    }

    /// @throws KitProblem.OrganisationNotFound when absent or neither in reach nor above an organisation of the actor
    Organisation get(UUID id, Actor actor) {
        return organisations
                .findByIdOptional(id)
                .filter(organisation -> readable(actor).covers(organisation.path())
                        || actor.posts().stream().anyMatch(post -> post.path().startsWith(organisation.path())))
                .orElseThrow(KitProblem.OrganisationNotFound::new);
    }

    List<Organisation> list(Actor actor, OrganisationFilter filter, PageRequest page) {
        return organisations.list(readable(actor), filter, page);
    }

    List<OrganisationPeriod> subtree(UUID id, LocalDate asOf, Actor actor, PageRequest page) {
        organisations.get(id, readable(actor));
        return organisations
                .periodOf(id, asOf)
                .map(root -> organisations.subtree(root.path(), asOf, page))
                .orElse(List.of());
    }

    /// Whether "trước ngày D" lets D itself count for what this organisation issues: its own setting, else the nearest
    /// one above, else no.
    public boolean beforeDateIncludesNamedDay(String path) {
        return organisations.nearestReading(path).orElse(false);
    }

    /// The organisations of these codes, by code; ask whether each is in reach.
    public Map<String, KnownOrganisation> withCodes(Set<String> codes) {
        return organisations.withCodes(codes).stream()
                .collect(Collectors.toMap(Organisation::code, Organisation::known));
    }

    /// So many days beyond the first due day a leader may give for what this organisation issues: its own setting, else
    /// the nearest one above, else thirty.
    public int longestExtension(String path) {
        return organisations.nearestLongestExtension(path).orElse(LONGEST_EXTENSION);
    }

    public boolean isFirstAdministrator(Actor actor) {
        return firstAdministrator.subject().filter(actor.subject()::equals).isPresent();
    }
}
