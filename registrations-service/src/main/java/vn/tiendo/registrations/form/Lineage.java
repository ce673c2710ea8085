package vn.tiendo.registrations.form;

import java.util.ArrayList;
import java.util.List;

/// The paths from the root of the tree down to one organisation.
final class Lineage {

    private Lineage() {}

    static List<String> of(String path) {
        var paths = new ArrayList<String>();
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            paths.add(path.substring(0, end + 1));
        }
        return paths;
    }
}
