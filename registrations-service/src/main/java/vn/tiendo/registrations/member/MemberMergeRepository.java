package vn.tiendo.registrations.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MemberMergeRepository implements PanacheRepositoryBase<MemberMerge, UUID> {

    List<MemberMerge> into(Collection<UUID> survivors) {
        return list("survivorId in ?1 order by mergedAt, id", survivors);
    }
}
