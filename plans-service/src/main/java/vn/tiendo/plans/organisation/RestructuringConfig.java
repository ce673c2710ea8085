package vn.tiendo.plans.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// From which size on a restructuring is carried out in the background instead of in the request.
@ConfigMapping(prefix = "tiendo.restructurings")
interface RestructuringConfig {

    /// Organisations at or below those that move or end, at most, for it to be done while the client waits.
    @WithDefault("1000")
    int organisations();

    /// Rows that keep the paths of these organisations, of all kinds together, at most: an assignment, for example, and
    /// that its organisation is bound by the obligation.
    @WithDefault("20000")
    int rows();
}
