package vn.tiendo.plans.imports;

/// What has been found out about a document before it is taken in; sending it twice is the same request.
record SentDocument(String fileName, DocumentFormat format, String hash, long size) {}
