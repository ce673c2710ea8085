package vn.tiendo.registrations.form;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads forms: published ones of the own organisations and of all above them, shipped ones, and drafts in reach.
@ApplicationScoped
class FormRepository implements PanacheRepositoryBase<FormVersion, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String NOWHERE = "-";

    Optional<FormVersion> find(UUID id, Actor actor, Reach reach) {
        var parameters = parameters(actor, reach);
        parameters.put("id", id);
        return find("from FormVersion f where f.id = :id and " + readable(reach), parameters)
                .firstResultOptional();
    }

    List<FormVersion> page(Actor actor, Reach reach, @Nullable String form, PageRequest page) {
        var parameters = parameters(actor, reach);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var ofKind = "";
        if (form != null) {
            ofKind = " and f.form = :form";
            parameters.put("form", form);
        }
        return find(
                        "from FormVersion f where f.id > :after and " + readable(reach) + ofKind + " order by f.id",
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    int newestNumber(UUID family) {
        return find("familyId = ?1 order by number desc", family)
                .range(0, 0)
                .firstResultOptional()
                .map(FormVersion::number)
                .orElse(0);
    }

    private static String readable(Reach reach) {
        return "(" + reach.condition("f.organisationPath")
                + " or (f.publishedAt is not null and (f.organisationPath is null or f.organisationPath in :above"
                + " or exists (select 1 from Member m join m.memberships s"
                + " where m.identityIssuer = :issuer and m.identitySubject = :subject"
                + " and substring(s.organisationPath, 1, length(f.organisationPath)) = f.organisationPath))))";
    }

    private static Map<String, Object> parameters(Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var above = actor.posts().stream()
                .flatMap(post -> Lineage.of(post.path()).stream())
                .distinct()
                .toList();
        parameters.put("above", above.isEmpty() ? List.of(NOWHERE) : above);
        parameters.put("issuer", actor.issuer());
        parameters.put("subject", actor.subject());
        return parameters;
    }
}
