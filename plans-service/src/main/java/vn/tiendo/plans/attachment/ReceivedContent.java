package vn.tiendo.plans.attachment;

import java.nio.file.Path;

/// A content on its way into the store.
record ReceivedContent(Path file, String hash, long size) {}
