package vn.tiendo.reporting.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an organisation stands in today's tree.
public record Place(UUID organisationId, @Nullable UUID parentId, String path) {}
