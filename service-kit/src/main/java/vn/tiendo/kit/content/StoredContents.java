package vn.tiendo.kit.content;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The contents that the store holds, or is about to hold.
///
/// A content is announced here, in a transaction of its own, before its bytes are kept, and referred to only
/// afterwards: whatever is killed in between leaves an announced content that nothing refers to, which is collected
/// after a time of grace, and never a reference whose file is missing.
@ApplicationScoped
public class StoredContents {

    @Inject
    EntityManager entities;

    @Inject
    @All
    List<ContentUse> uses;

    boolean isUsed() {
        return !uses.isEmpty();
    }

    private String referredTo() {
        return uses.stream()
                .map(use -> "exists (select 1 from " + use.table() + " d where d.hash = c.hash)")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /// Begins the time of grace, anew when the content is known already. Waits for a collection of it that is under
    /// way.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void announce(String hash, long size) {
        entities.createNativeQuery("""
                        insert into stored_content (hash, size) values (?1, ?2)
                            on conflict (hash) do update set touched_at = now()""")
                .setParameter(1, hash)
                .setParameter(2, size)
                .executeUpdate();
    }

    /// Its bytes have just been written.
    public void kept(String hash) {
        entities.createNativeQuery(
                        "update stored_content set touched_at = now(), verified_at = now(), damaged_at = null"
                                + " where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /// Begins the time of grace when something gives the content up.
    public void release(String hash) {
        entities.createNativeQuery("update stored_content set touched_at = now() where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /// Contents that nobody refers to, locked against being announced again.
    public List<String> orphans(Duration grace, int most) {
        @SuppressWarnings("unchecked")
        List<String> found = entities.createNativeQuery("""
                        select hash from stored_content c
                         where touched_at < now() - make_interval(secs => :grace)
                           and not %s
                         order by touched_at limit :most for update skip locked""".formatted(referredTo()), String.class)
                .setParameter("grace", (double) grace.toSeconds())
                .setParameter("most", most)
                .getResultList();
        return found;
    }

    public void forget(String hash) {
        entities.createNativeQuery("delete from stored_content where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /// The content whose last comparison is the longest ago, if that is long enough.
    public Optional<String> nextToVerify(Duration every) {
        return entities
                .createNativeQuery("""
                        select hash from stored_content c
                         where coalesce(verified_at, touched_at) < now() - make_interval(secs => :every)
                           and %s
                         order by coalesce(verified_at, touched_at) limit 1""".formatted(referredTo()), String.class)
                .setParameter("every", (double) every.toSeconds())
                .getResultList()
                .stream()
                .map(String.class::cast)
                .findFirst();
    }

    public void verified(String hash, boolean sound) {
        entities.createNativeQuery("""
                        update stored_content set verified_at = now(),
                               damaged_at = case when ?2 then null else coalesce(damaged_at, now()) end
                         where hash = ?1""")
                .setParameter(1, hash)
                .setParameter(2, sound)
                .executeUpdate();
    }

    public long damaged() {
        return ((Number) entities.createNativeQuery("select count(*) from stored_content where damaged_at is not null")
                        .getSingleResult())
                .longValue();
    }

    /// Takes so much of an organisation's quota, in one statement, so that two uploads at once cannot pass it.
    public boolean take(UUID organisation, long bytes, long quota) {
        return bytes <= quota
                && entities.createNativeQuery("""
                        insert into document_usage (organisation_id, bytes) values (?1, ?2)
                            on conflict (organisation_id) do update set bytes = document_usage.bytes + excluded.bytes
                             where document_usage.bytes + excluded.bytes <= ?3""")
                                .setParameter(1, organisation)
                                .setParameter(2, bytes)
                                .setParameter(3, quota)
                                .executeUpdate()
                        == 1;
    }

    public void giveBack(UUID organisation, long bytes) {
        entities.createNativeQuery("update document_usage set bytes = bytes - ?2 where organisation_id = ?1")
                .setParameter(1, organisation)
                .setParameter(2, bytes)
                .executeUpdate();
    }
}
