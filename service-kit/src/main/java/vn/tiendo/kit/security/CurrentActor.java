package vn.tiendo.kit.security;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.time.Days;

/// The actor of the request under way. Its posts are read once per request, so a post that ends takes effect at the
/// next one.
@RequestScoped
public class CurrentActor {

    @Inject
    SecurityIdentity identity;

    @Inject
    ReachRepository reach;

    @Inject
    Clock clock;

    private @Nullable Actor actor;

    /// @throws KitProblem.NotSignedIn without a valid token
    public Actor get() {
        if (actor == null) {
            var person = withoutPosts();
            var today = Days.dayOf(clock.instant());
            actor = new Actor(
                    person.issuer(), person.subject(), reach.postsHeldBy(person.issuer(), person.subject(), today));
        }
        return actor;
    }

    /// Who it is, without what it may do for others: enough for one's own things, and costs no statement.
    ///
    /// @throws KitProblem.NotSignedIn without a valid token
    public Actor withoutPosts() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof OidcJwtCallerPrincipal token)) {
            throw new KitProblem.NotSignedIn();
        }
        return new Actor(token.getIssuer(), token.getSubject(), List.of());
    }
}
