package vn.tiendo.registrations.member;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/// Settings of members.
@ConfigMapping(prefix = "tiendo.members")
public interface MemberSettings {

    /// The key under which card numbers are hashed. A changed key makes all numbers unknown, so it is kept with the
    /// backups; production has no default.
    @Size(min = 16)
    String cardKey();
}
