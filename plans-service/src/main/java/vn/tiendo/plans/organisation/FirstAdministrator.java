package vn.tiendo.plans.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/// The person who may make the root of the tree and becomes its administrator.
@ConfigMapping(prefix = "tiendo.administrator.subject")
interface FirstAdministrator {

    /// Subject of the token; the issuer is the deployment's identity provider. Without it nobody can make a root.
    @WithParentName
    Optional<String> subject();
}
