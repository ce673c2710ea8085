package vn.tiendo.kit.content;

/// A table that refers to stored contents. A feature that keeps files has one such bean; a service without any keeps no
/// files, and needs neither the folder nor the tables.
///
/// @param table whose column `hash` names the content; written by programmers, never by users
public record ContentUse(String table) {}
