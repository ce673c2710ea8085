package vn.tiendo.registrations.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.summary.SummaryApi.MissingLine;

/// Who has handed nothing in, unit by unit along the tree.
///
/// The folded numbers say which units have anybody missing, so a page looks into as many units as it has
/// lines, into more only when those have handed in meanwhile, and never into one that is complete, however
/// many members there are.
@ApplicationScoped
class MissingRepository {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    EntityManager entities;

    private record Unit(UUID id, String path) {}

    /// @param path of the organisation below which they are looked for
    List<MissingLine> page(UUID campaign, String path, PageRequest page) {
        var from = page.after().orElse(new Cursor(path, FIRST));
        var end = Reach.endOf(path);
        var found = new ArrayList<MissingLine>();
        // The unit that the page begins in belongs to it, hence no unit's id yet.
        var units = units(campaign, from.key(), FIRST, end, page.lookFor());
        while (!units.isEmpty() && found.size() < page.lookFor()) {
            found.addAll(lines(units, from, page.lookFor() - found.size()));
            var last = units.getLast();
            units = units(campaign, last.path, last.id, end, page.lookFor());
        }
        return found;
    }

    private List<MissingLine> lines(List<Unit> units, Cursor from, int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
            select r.id, r.member_id, m.name, r.organisation_id, u.organisation_path, r.due_at
              from campaign_unit u join registration r on r.unit_id = u.id and r.status = 'OWED' and r.exempted_at is null
              join member m on m.id = r.member_id
             where u.id = any(?1) and (u.organisation_path > ?2 or r.id > ?3)
             order by u.organisation_path, r.id limit ?4\
            """, Tuple.class)
                .setParameter(1, units.stream().map(Unit::id).toArray(UUID[]::new))
                .setParameter(2, from.key())
                .setParameter(3, from.id())
                .setParameter(4, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new MissingLine(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, UUID.class),
                        row.get(5, Instant.class),
                        row.get(4, String.class)))
                .toList();
    }

    private List<Unit> units(UUID campaign, String path, UUID id, String end, int limit) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
            select u.id, u.organisation_path from campaign_unit u join unit_summary s on s.id = u.id
             where u.campaign_id = ?1 and (u.organisation_path, u.id) > (?2, ?3) and u.organisation_path < ?4
               and s.missing > 0
             order by u.organisation_path, u.id limit ?5\
            """, Tuple.class)
                .setParameter(1, campaign)
                .setParameter(2, path)
                .setParameter(3, id)
                .setParameter(4, end)
                .setParameter(5, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Unit(row.get(0, UUID.class), row.get(1, String.class)))
                .toList();
    }
}
