package vn.tiendo.kit.security;

import java.util.UUID;

/// A post that the caller holds today.
///
/// @param path materialised path of the organisation, ends with `/`; every organisation below starts with it
public record HeldPost(UUID id, Role role, UUID organisationId, String path) {}
