package vn.tiendo.kit.body;

import java.util.regex.Pattern;

/// Says that requests to a path may be larger than others. A feature produces one such bean per path.
///
/// @param path matched against the whole path; written by programmers, never by users
/// @param bytes at most what `quarkus.http.limits.max-body-size` allows
public record BodyLimit(Pattern path, long bytes) {}
