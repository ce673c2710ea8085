package vn.tiendo.plans.attachment;

import vn.tiendo.kit.content.DocumentType;

/// What has been found out about a file before it is attached; two uploads of it are the same request.
record ReceivedDocument(String fileName, DocumentType type, String hash, long size) {}
