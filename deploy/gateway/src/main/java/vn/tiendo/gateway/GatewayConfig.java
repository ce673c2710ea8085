package vn.tiendo.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Everything that can be set about the gateway; an unknown key under `tiendo.gateway` refuses the start. Limits have
/// their values in application.properties, where the checks of the cluster's edge read them too.
@ConfigMapping(prefix = "tiendo.gateway")
interface GatewayConfig {

    /// Folder of the HTTPRoute files (`*.yaml`), the same ones that a cluster is given. Not set in a cluster itself:
    /// then nothing is forwarded and only this application's own pages are served.
    Optional<Path> routes();

    /// Name of the Gateway that every route must have as its only parent.
    @WithDefault("tiendo")
    String name();

    /// The Service that stands for this application in the route files: its paths are answered here, not forwarded.
    @WithDefault("gateway-docs")
    String ownService();

    /// Where each Service of the route files listens: name of the Service to `http://host:port`.
    Map<String, URI> backends();

    Upstream upstream();

    Body body();

    RateLimit rateLimit();

    interface Upstream {

        /// How long connecting to a service, or waiting for a free connection, may take before 503 is answered.
        Duration connectTimeout();

        /// Time limit of a whole request on a route that names none; 504 is answered afterwards.
        Duration requestTimeout();

        /// Connections per service; each open inbox stream holds one. A service takes 4,000 by default.
        int maxConnections();

        /// What Retry-After says when a service is away.
        Duration retryAfter();
    }

    interface Body {

        /// Most bytes of a request body, however it is framed.
        MemorySize limit();

        /// The same for files: `/api/v1/plan-imports` and every path that ends in `/imports` or `/documents`.
        MemorySize importLimit();

        /// The same for `/api/v1/members/imports`: one file has the members of a whole province.
        MemorySize membersImportLimit();
    }

    interface RateLimit {

        @WithDefault("true")
        boolean enabled();

        /// Each bearer token has a bucket of its own. The whole token is the key, not the subject in it: nobody has
        /// checked the signature yet, and a forged token must not empty the bucket of the person it names.
        Bucket perToken();

        /// Each address has a bucket too, wide enough for an office behind one address: it bounds requests without
        /// a token and clients that make up tokens.
        Bucket perAddress();

        /// Buckets kept in memory; beyond that the longest unused go.
        @WithDefault("50000")
        int buckets();
    }

    interface Bucket {

        /// Requests that may come at once.
        int burst();

        /// Requests per second that are sustained.
        int perSecond();
    }
}
