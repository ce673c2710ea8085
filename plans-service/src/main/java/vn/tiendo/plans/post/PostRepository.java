package vn.tiendo.plans.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class PostRepository implements PanacheRepositoryBase<Post, UUID> {

    List<Post> listAt(UUID organisation, PageRequest page) {
        var after = page.after().map(Cursor::id).orElse(new UUID(0, 0));
        return find("organisationId = ?1 and id > ?2 order by id", organisation, after)
                .page(0, page.lookFor())
                .list();
    }
}
