package vn.tiendo.kit.content;

import java.nio.file.Path;

/// A content on its way into the store.
public record ReceivedContent(Path file, String hash, long size) {}
