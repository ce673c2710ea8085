package vn.tiendo.kit.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;

/// Entity tags are versions: what a client has read is named by the version it carried.
public final class ETags {

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /// Refuses a change whose author has not seen the newest version.
    ///
    /// @param ifMatch the header as it came, several tags allowed, `*` means any
    /// @throws KitProblem.VersionRequired without the header (428)
    /// @throws KitProblem.StaleVersion when no tag names the current version (412)
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new KitProblem.VersionRequired();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        var current = "\"" + version + "\"";
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(current::equals)) {
            throw new KitProblem.StaleVersion();
        }
    }
}
