package vn.tiendo.kit.test;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.KnownPost;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Uuid7;

/// Puts organisations and posts straight into the projection of the service under test; each test grows its own tree.
public final class TestTree {

    public static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestTree() {}

    public static KnownOrganisation aRoot() {
        return grow(null, "");
    }

    public static KnownOrganisation aChildOf(KnownOrganisation parent) {
        return grow(parent.id(), parent.path());
    }

    /// Gives a post for all time and returns the holder's subject, for [Tokens#of].
    public static String aHolderOf(Role role, KnownOrganisation organisation) {
        var subject = role.name().toLowerCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
        give(subject, role, organisation);
        return subject;
    }

    public static KnownPost give(String subject, Role role, KnownOrganisation organisation) {
        var post = new KnownPost(Uuid7.next(), organisation.id(), role, Tokens.ISSUER, subject, LONG_AGO, null, null);
        put(post);
        return post;
    }

    public static void put(KnownPost post) {
        QuarkusTransaction.requiringNew().run(() -> reach().put(post));
    }

    private static KnownOrganisation grow(@Nullable UUID parent, String parentPath) {
        var number = COUNT.incrementAndGet();
        var segment =
                "t" + "%06x".formatted(number) + UUID.randomUUID().toString().substring(0, 4);
        var organisation = new KnownOrganisation(
                Uuid7.next(),
                "T" + number + "-" + segment,
                "Tổ chức " + number,
                "CELL",
                parent,
                parentPath + segment + "/",
                LONG_AGO,
                null);
        QuarkusTransaction.requiringNew().run(() -> reach().put(organisation));
        return organisation;
    }

    private static ReachRepository reach() {
        return Arc.container().instance(ReachRepository.class).get();
    }
}
