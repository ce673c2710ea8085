package vn.tiendo.kit.reach;

/// Says that a table keeps the path of an organisation on its rows; when organisations move, the rows follow.
///
/// A service produces one such bean per table. Names are written by programmers, never by users.
///
/// @param found a condition by whose index the rows of many organisations are found at once: `:ids` are those
///     organisations, `:paths` where they stood
public record KeptPaths(String table, String column, String found) {

    public KeptPaths(String table, String column) {
        this(table, column, column + " = any(:paths)");
    }
}
