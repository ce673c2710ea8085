package vn.tiendo.plans.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.obligation.Debtors;

/// The sorts of organisation that documents speak of together. How words were read is told with the sample's reviewed
/// predicates.
enum DebtorGroup {
    /// "các đảng bộ trực thuộc": the committees of the next level.
    DIRECT(true, null, Kinds.DISTRICT),
    /// "cấp ủy cơ sở".
    BASE(false, null, Kinds.BASE),
    /// "các cấp ủy", "cấp ủy các cấp".
    COMMITTEES(false, null, Kinds.DISTRICT, Kinds.BASE),
    /// "tổ chức đảng" adds cells and caucuses.
    PARTY(false, null, Kinds.DISTRICT, Kinds.BASE, List.of("CELL"), List.of("PARTY_CAUCUS")),
    CELLS(false, null, Kinds.CELLS),
    /// "mỗi cán bộ, đảng viên": the cells that keep such persons.
    PERSONS(false, null, Kinds.CELLS),
    /// "công chức, viên chức": the agencies that keep them.
    EMPLOYEES(false, null, List.of("BROADCASTER", "DEPARTMENT", "PRESS_AGENCY")),
    HEADS(false, Role.COMMITTEE_LEADER, Kinds.DISTRICT, Kinds.BASE),
    PEOPLES_COMMITTEES(false, null, List.of("PEOPLES_COMMITTEE")),
    DEPARTMENTS(false, null, List.of("DEPARTMENT")),
    FRONT(true, null, List.of("FATHERLAND_FRONT")),
    MASS(true, null, List.of("MASS_ORGANISATION")),
    CAUCUSES(true, null, List.of("PARTY_CAUCUS")),
    BOARDS(false, null, List.of("ADVISORY_BOARD")),
    OFFICES(true, null, List.of("ADVISORY_BOARD", "COMMITTEE_OFFICE", "INSPECTION_COMMISSION")),
    POLITICAL_CENTRES(false, null, List.of("POLITICAL_CENTRE")),
    PRESS(false, null, List.of("BROADCASTER", "PRESS_AGENCY")),
    PORTALS(false, null, List.of("INFORMATION_PORTAL")),
    MAGAZINES(false, null, List.of("MAGAZINE")),
    ASSOCIATIONS(false, null, List.of("PROFESSIONAL_ASSOCIATION")),
    MEDIA_CENTRES(false, null, List.of("MEDIA_CENTRE"));

    private final boolean nextLevelOnly;
    private final @Nullable Role post;
    private final List<List<String>> parts;

    @SafeVarargs
    DebtorGroup(boolean nextLevelOnly, @Nullable Role post, List<String>... parts) {
        this.nextLevelOnly = nextLevelOnly;
        this.post = post;
        this.parts = Arrays.asList(parts);
    }

    /// As predicates over the tree that there is; empty when it has nobody of that sort.
    List<Debtors.Group> below(Neighbourhood tree) {
        var groups = new ArrayList<Debtors.Group>();
        for (var kinds : parts) {
            add(groups, kinds, tree);
        }
        if (groups.isEmpty() && this == DIRECT) {
            add(groups, Kinds.BASE, tree);
        }
        return groups;
    }

    private void add(List<Debtors.Group> groups, List<String> kinds, Neighbourhood tree) {
        var present = new TreeSet<String>();
        var tiers = new TreeSet<Integer>();
        for (var kind : kinds) {
            var below = below(tree.tiers(), kind);
            if (!below.isEmpty()) {
                present.add(kind);
                tiers.addAll(below);
            }
        }
        if (!present.isEmpty()) {
            groups.add(new Debtors.Group(
                    null,
                    List.copyOf(present),
                    tree.anchor().id(),
                    tiers.first(),
                    nextLevelOnly ? tiers.first() : tiers.last(),
                    post));
        }
    }

    private static SortedSet<Integer> below(Map<String, SortedSet<Integer>> tiers, String kind) {
        return tiers.getOrDefault(kind, new TreeSet<>()).tailSet(1);
    }

    private static final class Kinds {
        static final List<String> DISTRICT =
                List.of("AFFILIATED_COMMITTEE", "CITY_COMMITTEE", "DISTRICT_COMMITTEE", "TOWN_COMMITTEE");
        static final List<String> BASE = List.of("GRASSROOTS_CELL", "GRASSROOTS_COMMITTEE");
        static final List<String> CELLS = List.of("CELL", "GRASSROOTS_CELL");
    }
}
