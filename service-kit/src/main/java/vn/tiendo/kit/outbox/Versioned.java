package vn.tiendo.kit.outbox;

import java.util.UUID;

/// An aggregate whose changes are published: an entity with a UUID and a JPA `@Version`.
public interface Versioned {

    UUID id();

    long version();
}
