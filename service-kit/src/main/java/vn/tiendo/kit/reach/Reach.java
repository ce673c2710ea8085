package vn.tiendo.kit.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A set of subtrees, each named by the path of its root; empty means nothing at all.
///
/// Put [#condition] into the query itself, so that what lies outside is never loaded and pages stay full.
public record Reach(List<String> roots) {

    private static final String PARAMETER = "reach";

    public static final Reach NOTHING = new Reach(List.of());

    /// Drops roots that lie below another one, so that the query has as few ranges as possible.
    public static Reach over(List<String> paths) {
        var roots = new ArrayList<String>();
        paths.stream().sorted().forEach(path -> {
            if (roots.isEmpty() || !path.startsWith(roots.getLast())) {
                roots.add(path);
            }
        });
        return new Reach(List.copyOf(roots));
    }

    public boolean covers(String path) {
        return roots.stream().anyMatch(path::startsWith);
    }

    public boolean isNothing() {
        return roots.isEmpty();
    }

    /// A condition in SQL or JPQL on a column that holds paths, as ranges that an index with collation "C" serves.
    ///
    /// @param column the path column, such as `a.organisationPath`; never user input
    public String condition(String column) {
        if (roots.isEmpty()) {
            return "1 = 0";
        }
        return IntStream.range(0, roots.size())
                .mapToObj(i -> "(%1$s >= :%2$sFrom%3$d and %1$s < :%2$sTo%3$d)".formatted(column, PARAMETER, i))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /// Adds the values of the condition's parameters to those of the query.
    public void bind(Map<String, Object> parameters) {
        for (int i = 0; i < roots.size(); i++) {
            parameters.put(PARAMETER + "From" + i, roots.get(i));
            parameters.put(PARAMETER + "To" + i, endOf(roots.get(i)));
        }
    }

    /// The first path behind a subtree: `/` is followed by `0` in the byte order of the column.
    public static String endOf(String root) {
        return root.substring(0, root.length() - 1) + '0';
    }
}
