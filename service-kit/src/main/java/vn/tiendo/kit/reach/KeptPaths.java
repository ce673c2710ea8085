package vn.tiendo.kit.reach;

/// Says that a table keeps the path of an organisation on its rows; when organisations move, the rows follow.
///
/// A service produces one such bean per table. Names are written by programmers, never by users.
public record KeptPaths(String table, String column) {}
