package vn.tiendo.registrations.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads what one person did, under all the ids it has had; who may ask is judged before.
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /// The last act of each purpose about which there was any.
    Map<ConsentPurpose, Consent> lastOf(Collection<UUID> ids) {
        @SuppressWarnings("unchecked")
        List<Consent> found = getEntityManager()
                .createNativeQuery("""
                        select distinct on (purpose) * from consent where member_id = any(?1)
                         order by purpose, recorded_at desc, id desc""", Consent.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
        var last = new EnumMap<ConsentPurpose, Consent>(ConsentPurpose.class);
        found.forEach(consent -> last.put(consent.purpose(), consent));
        return last;
    }

    /// The newest first.
    List<Consent> page(Collection<UUID> ids, PageRequest page) {
        var after = page.after();
        return find(
                        "memberId in ?1 and (recordedAt < ?2 or recordedAt = ?2 and id < ?3)"
                                + " order by recordedAt desc, id desc",
                        ids,
                        after.map(Cursor::moment).orElse(END),
                        after.map(Cursor::id).orElse(LAST))
                .range(0, page.lookFor() - 1)
                .list();
    }
}
