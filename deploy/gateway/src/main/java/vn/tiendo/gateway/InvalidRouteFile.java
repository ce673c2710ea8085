package vn.tiendo.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;

/// The route files cannot be served as they are written; Quarkus prints the message alone and ends with status 1.
final class InvalidRouteFile extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    InvalidRouteFile(String file, String path, String reason) {
        super("The gateway does not start: %s: %s %s.".formatted(file, path, reason));
    }
}
