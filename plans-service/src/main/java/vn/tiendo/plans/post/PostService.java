package vn.tiendo.plans.post;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.post.PostApi.NewPost;
import vn.tiendo.plans.post.PostApi.PostEnding;
import vn.tiendo.plans.post.PostApi.PostPeriod;
import vn.tiendo.plans.post.PostApi.PostView;
import vn.tiendo.plans.post.PostGiving.Given;
import vn.tiendo.plans.post.PostProblem.DeputyElsewhere;
import vn.tiendo.plans.post.PostProblem.PostNotFound;

/// Gives and ends posts; what it writes decides rights from the next request on.
@ApplicationScoped
public class PostService {

    @Inject
    PostRepository posts;

    @Inject
    ReachRepository reach;

    @Inject
    OrganisationService organisations;

    @Inject
    PostGiving giving;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    static Reach readable(Actor actor) {
        return actor.reach(ADMINISTRATOR, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
    }

    @Transactional
    Post give(NewPost request, Actor actor) {
        var organisation = organisationFor(request.organisationId(), actor);
        var first = isFirstPostOfRoot(organisation, request, actor);
        var allowedBy = first ? null : actor.require(organisation.path(), ADMINISTRATOR);
        var issuer = request.holderIssuer() == null ? actor.issuer() : request.holderIssuer();
        if (!first) {
            PostGiving.requireSomebodyElse(issuer, request.holderSubject(), actor);
        }
        PostGiving.requirePeriodInOrder(request.validFrom(), request.validTo());
        requireSamePlace(request);
        posts.lockAlike(organisation.id(), request.role(), issuer, request.holderSubject());
        PostGiving.requireNoOverlap(
                request.validFrom(),
                request.validTo(),
                posts.alike(organisation.id(), request.role(), issuer, request.holderSubject()));
        var post = new Post(
                organisation.id(),
                request.role(),
                issuer,
                request.holderSubject(),
                request.validFrom(),
                request.validTo(),
                request.deputyOf());
        giving.store(List.of(new Given(post, allowedBy)), actor);
        return post;
    }

    private KnownOrganisation organisationFor(UUID id, Actor actor) {
        return organisations.isFirstAdministrator(actor)
                ? reach.get(id)
                : reach.get(id, OrganisationService.readable(actor));
    }

    /// The first administrator has no post yet when the root has just been made; that one post it gives itself.
    private boolean isFirstPostOfRoot(KnownOrganisation organisation, NewPost request, Actor actor) {
        return organisation.parentId() == null
                && request.role() == ADMINISTRATOR
                && request.holderSubject().equals(actor.subject())
                && organisations.isFirstAdministrator(actor)
                && posts.count("organisationId = ?1 and role = ?2", organisation.id(), ADMINISTRATOR) == 0;
    }

    private void requireSamePlace(NewPost request) {
        if (request.deputyOf() == null) {
            return;
        }
        var deputised = posts.findByIdOptional(request.deputyOf()).orElseThrow(DeputyElsewhere::new);
        if (!deputised.organisationId().equals(request.organisationId()) || deputised.role() != request.role()) {
            throw new DeputyElsewhere();
        }
    }

    @Transactional
    Post end(UUID id, @Nullable String ifMatch, PostEnding request, Actor actor) {
        return change(id, ifMatch, actor, "end-post", "ended", post -> post.end(request.lastDay()));
    }

    /// Puts a period right that was entered wrongly. Nobody does that for a post of one's own.
    @Transactional
    Post correct(UUID id, @Nullable String ifMatch, PostPeriod request, Actor actor) {
        return change(id, ifMatch, actor, "correct-post", "corrected", post -> {
            PostGiving.requireSomebodyElse(post.holderIssuer(), post.holderSubject(), actor);
            PostGiving.requireNoOverlap(
                    request.validFrom(),
                    request.validTo(),
                    posts.alike(post.organisationId(), post.role(), post.holderIssuer(), post.holderSubject()).stream()
                            .filter(other -> !other.id().equals(id))
                            .toList());
            post.correct(request.validFrom(), request.validTo());
        });
    }

    private Post change(
            UUID id, @Nullable String ifMatch, Actor actor, String action, String what, Consumer<Post> change) {
        var post = get(id, actor);
        var allowedBy = actor.require(reach.get(post.organisationId()).path(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, post.version());
        var absences = posts.absencesOf(id);
        var before = PostView.of(post, absences);
        change.accept(post);
        outbox.add(PostEvent.stream(Map.of(id, absences)), post, what);
        reach.put(post.known());
        audit.record(actor, allowedBy, action, "post", id, before, PostView.of(post, absences));
        return post;
    }

    /// A post is seen by its holder and by those who administer or lead its organisation.
    Post get(UUID id, Actor actor) {
        var post = posts.findByIdOptional(id).orElseThrow(PostNotFound::new);
        var own = post.isHeldBy(actor.issuer(), actor.subject());
        var path = reach.find(post.organisationId()).map(KnownOrganisation::path);
        if (!own && path.filter(readable(actor)::covers).isEmpty()) {
            throw new PostNotFound();
        }
        return post;
    }

    List<Post> list(UUID organisation, @Nullable Role role, @Nullable LocalDate asOf, Actor actor, PageRequest page) {
        reach.get(organisation, readable(actor));
        return posts.listAt(organisation, role, asOf, page);
    }

    /// Who acts in a role at an organisation on a day.
    List<ActingPost> acting(UUID organisation, Role role, LocalDate day, Actor actor) {
        reach.get(organisation, readable(actor));
        var held = posts.heldOn(day, organisation, role);
        return ActingPost.on(day, held, absencesOf(held));
    }

    Map<UUID, List<PostAbsence>> absencesOf(List<Post> some) {
        return posts.absencesOf(some.stream().map(Post::id).toList());
    }
}
