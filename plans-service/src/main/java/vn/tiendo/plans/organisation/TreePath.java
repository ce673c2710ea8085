package vn.tiendo.plans.organisation;

import java.util.Locale;

/// Materialised paths: one segment of four characters and a slash per level, so that a subtree is a range of
/// text and the length tells the level.
public final class TreePath {

    private static final int WIDTH = 4;
    private static final int RADIX = 36;
    private static final long LARGEST = 1_679_615; // zzzz

    /// How much longer a path gets with each level.
    public static final int SEGMENT_LENGTH = WIDTH + 1;

    private TreePath() {}

    /// @param parent path of the parent, empty for the root
    /// @param number position in the sequence of all organisations ever made, 1 to 1,679,615
    public static String below(String parent, long number) {
        if (number < 1 || number > LARGEST) {
            throw new IllegalStateException("The tree has room for " + LARGEST + " organisations");
        }
        var segment = Long.toString(number, RADIX).toLowerCase(Locale.ROOT);
        return parent + "0".repeat(WIDTH - segment.length()) + segment + "/";
    }
}
