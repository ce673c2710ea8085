package vn.tiendo.plans.assignment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.TreePath;

/// The query behind one page of a list of assignments.
///
/// A page costs the same wherever it lies and however large the subtree is: the query is a union of
/// branches that each read at most one page from an index in the order of the list. There is a branch per
/// root of the reach and stage for the debtors below it, one for each party that sees assignments of
/// debtors elsewhere (and, below the deepest level that has an index, one more for those beside it), and
/// one for what a body advises on.
final class AssignmentListing {

    /// The deepest level that has an index of its own; below it subtrees are small.
    private static final int DEEPEST = 4;

    private static final List<String> PARTIES = List.of("plan_path", "recipient_path", "via_path");

    private final AssignmentFilter filter;
    private final PageRequest page;
    private final Instant now;
    private final Map<String, Object> parameters = new HashMap<>();
    private final String order;
    private final List<String> everywhere;
    private final List<String> branches = new ArrayList<>();

    private AssignmentListing(AssignmentFilter filter, PageRequest page, Instant now) {
        this.filter = filter;
        this.page = page;
        this.now = now;
        this.order = filter.updatedSince() == null ? "sort_due" : "updated_at";
        this.everywhere = conditions();
    }

    static List<Assignment> list(
            EntityManager entities, Reach reach, AssignmentFilter filter, PageRequest page, Instant now) {
        var listing = new AssignmentListing(filter, page, now);
        reach.roots().forEach(listing::show);
        return listing.branches.isEmpty() ? List.of() : listing.run(entities);
    }

    /// Where an assignment stands in the list that a filter asks for.
    static Cursor position(Assignment assignment, AssignmentFilter filter) {
        return filter.updatedSince() == null
                ? byDue(assignment)
                : new Cursor(assignment.updatedAt().toString(), assignment.id());
    }

    static Cursor byDue(Assignment assignment) {
        return new Cursor(assignment.due().inLists().toString(), assignment.id());
    }

    private List<Assignment> run(EntityManager entities) {
        var query = entities.createNativeQuery(
                """
                select a.* from (select %2$s, id from (%1$s) branches order by %2$s, id limit :most) p
                  join assignment a on a.id = p.id order by p.%2$s, p.id\
                """.formatted(String.join(" union" + " ", branches), order), Assignment.class);
        parameters.forEach(query::setParameter);
        query.setParameter("most", page.lookFor());
        @SuppressWarnings("unchecked")
        List<Assignment> found = query.getResultList();
        return found;
    }

    private void show(String root) {
        var below = filter.organisationPath();
        if (below == null || below.startsWith(root)) {
            debtorsUnder(below == null ? root : below);
        } else if (root.startsWith(below)) {
            debtorsUnder(root);
        }
        if (below == null || !below.startsWith(root)) {
            PARTIES.forEach(party -> seenAs(party, root));
            advisedBy(root);
        }
    }

    private void debtorsUnder(String root) {
        var under = under("organisation_path", root);
        if (filter.isNarrow()) {
            standings().map(standing -> and(under, standing)).ifPresentOrElse(this::branch, () -> branch(under));
        } else if (filter.standings().isEmpty()) {
            Stage.ALL.forEach(stage -> branch(and(under, stage.is())));
        } else {
            filter.standings().stream()
                    .flatMap(standing -> Stage.of(standing, this::bind, now).stream())
                    .forEach(condition -> branch(and(under, condition)));
        }
    }

    private void seenAs(String party, String root) {
        var length = lengthOfLevel(root);
        if (length <= TreePath.SEGMENT_LENGTH) {
            return; // everybody is below the root of the tree
        }
        seenAs(
                party,
                root,
                "left(%1$s, %2$d) <> left(organisation_path, %2$d) and length(%1$s) >= %2$d".formatted(party, length));
        if (root.length() > length) {
            var beside = under("organisation_path", root.substring(0, length));
            seenAs(party, root, and(beside, "not (" + within("organisation_path", root) + ")"));
        }
    }

    /// @param elsewhere that the debtor is not below the root
    private void seenAs(String party, String root, String elsewhere) {
        var conditions = new ArrayList<String>();
        conditions.add(under(party, root));
        conditions.add(elsewhere);
        if (filter.organisationPath() != null) {
            conditions.add(within("organisation_path", filter.organisationPath()));
        }
        standings().ifPresent(conditions::add);
        branch(String.join(" and ", conditions));
    }

    /// What is owed of obligations on which a body below the root advises or which it coordinates, if the plan comes
    /// from elsewhere: one page per obligation at most, in the order of the list.
    private void advisedBy(String root) {
        if (lengthOfLevel(root) <= TreePath.SEGMENT_LENGTH) {
            return; // everybody is below the root of the tree
        }
        var conditions = new ArrayList<String>();
        conditions.add("obligation_id = advised.id");
        if (filter.organisationPath() != null) {
            conditions.add(within("organisation_path", filter.organisationPath()));
        }
        standings().ifPresent(conditions::add);
        conditions.addAll(everywhere);
        branches.add("""
                (select owed.%1$s, owed.id
                   from (select distinct obligation_id as id from obligation_party
                          where %2$s and not (%3$s)) advised
                  cross join lateral
                    (select %1$s, id from assignment where %4$s order by %1$s, id limit :most) owed
                  order by owed.%1$s, owed.id limit :most)""".formatted(
                order, within("organisation_path", root), within("plan_path", root), String.join(" and ", conditions)));
    }

    private static int lengthOfLevel(String root) {
        return Math.min(DEEPEST * TreePath.SEGMENT_LENGTH, root.length());
    }

    private String under(String column, String root) {
        var length = lengthOfLevel(root);
        var level = "left(%s, %d) = %s".formatted(column, length, bind(root.substring(0, length)));
        return root.length() == length ? level : and(level, within(column, root));
    }

    private String within(String column, String root) {
        return "%1$s >= %2$s and %1$s < %3$s".formatted(column, bind(root), bind(Reach.endOf(root)));
    }

    private Optional<String> standings() {
        return filter.standings().isEmpty()
                ? Optional.empty()
                : Optional.of(filter.standings().stream()
                        .flatMap(standing -> Stage.of(standing, this::bind, now).stream())
                        .collect(Collectors.joining(") or (", "((", "))")));
    }

    private List<String> conditions() {
        var conditions = new LinkedHashSet<String>();
        equal(conditions, "plan_id", filter.plan());
        equal(conditions, "obligation_id", filter.obligation());
        equal(conditions, "kind", filter.kind() == null ? null : filter.kind().name());
        equal(conditions, "occurrence", filter.occurrence());
        if (filter.dueFrom() != null) {
            conditions.add("sort_due > " + bind(Days.startOf(filter.dueFrom())));
            conditions.add("sort_due < " + bind(Due.END_OF_LISTS));
        }
        if (filter.dueTo() != null) {
            conditions.add("sort_due <= " + bind(Days.endOf(filter.dueTo())));
        }
        if (filter.updatedSince() != null) {
            conditions.add("updated_at >= " + bind(filter.updatedSince()));
        }
        page.after()
                .ifPresent(after ->
                        conditions.add("(%s, id) > (%s, %s)".formatted(order, bind(after.moment()), bind(after.id()))));
        return List.copyOf(conditions);
    }

    private void equal(LinkedHashSet<String> conditions, String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = " + bind(value));
        }
    }

    private void branch(String condition) {
        var all = new ArrayList<String>();
        all.add(condition);
        all.addAll(everywhere);
        branches.add("(select %1$s, id from assignment where %2$s order by %1$s, id limit :most)"
                .formatted(order, String.join(" and ", all)));
    }

    private static String and(String one, String other) {
        return one + " and " + other;
    }

    private String bind(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
