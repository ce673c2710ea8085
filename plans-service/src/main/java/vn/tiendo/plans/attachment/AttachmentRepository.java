package vn.tiendo.plans.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {

    List<Attachment> ofPlan(UUID plan, PageRequest page) {
        return find(
                        "planId = ?1 and id > ?2 order by id",
                        plan,
                        page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .page(0, page.lookFor())
                .list();
    }

    Optional<Attachment> find(UUID plan, UUID id) {
        return find("id = ?1 and planId = ?2", id, plan).firstResultOptional();
    }
}
