package vn.tiendo.plans.post;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.post.PostApi.NewPost;
import vn.tiendo.plans.post.PostApi.PostEnding;
import vn.tiendo.plans.post.PostApi.PostView;
import vn.tiendo.plans.post.PostProblem.DeputyElsewhere;
import vn.tiendo.plans.post.PostProblem.OwnPost;
import vn.tiendo.plans.post.PostProblem.PostNotFound;
import vn.tiendo.plans.post.PostProblem.PostPeriodReversed;

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
    Outbox outbox;

    @Inject
    AuditTrail audit;

    private static Reach readable(Actor actor) {
        return actor.reach(ADMINISTRATOR, COMMITTEE_OFFICER, COMMITTEE_LEADER, AUDITOR);
    }

    @Transactional
    Post give(NewPost request, Actor actor) {
        var organisation = organisationFor(request.organisationId(), actor);
        var first = isFirstPostOfRoot(organisation, request, actor);
        var allowedBy = first ? null : actor.require(organisation.path(), ADMINISTRATOR);
        var issuer = request.holderIssuer() == null ? actor.issuer() : request.holderIssuer();
        if (!first && issuer.equals(actor.issuer()) && request.holderSubject().equals(actor.subject())) {
            throw new OwnPost();
        }
        if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
            throw new PostPeriodReversed();
        }
        requireSamePlace(request);
        var post = new Post(
                organisation.id(),
                request.role(),
                issuer,
                request.holderSubject(),
                request.validFrom(),
                request.validTo(),
                request.deputyOf());
        posts.persist(post);
        outbox.add(Post.STREAM, post, "given");
        reach.put(post.known());
        audit.record(actor, allowedBy, "give-post", "post", post.id(), null, PostView.of(post));
        return post;
    }

    private KnownOrganisation organisationFor(UUID id, Actor actor) {
        return organisations.isFirstAdministrator(actor) ? reach.get(id) : reach.get(id, readable(actor));
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
        var post = get(id, actor);
        var allowedBy = actor.require(reach.get(post.organisationId()).path(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, post.version());
        var before = PostView.of(post);
        post.end(request.lastDay());
        outbox.add(Post.STREAM, post, "ended");
        reach.put(post.known());
        audit.record(actor, allowedBy, "end-post", "post", id, before, PostView.of(post));
        return post;
    }

    /// A post is seen by its holder and by those who administer or lead its organisation.
    Post get(UUID id, Actor actor) {
        var post = posts.findByIdOptional(id).orElseThrow(PostNotFound::new);
        var own = post.holderIssuer().equals(actor.issuer())
                && post.holderSubject().equals(actor.subject());
        var path = reach.find(post.organisationId()).map(KnownOrganisation::path);
        if (!own && path.filter(readable(actor)::covers).isEmpty()) {
            throw new PostNotFound();
        }
        return post;
    }

    List<Post> list(UUID organisation, Actor actor, PageRequest page) {
        reach.get(organisation, readable(actor));
        return posts.listAt(organisation, page);
    }
}
