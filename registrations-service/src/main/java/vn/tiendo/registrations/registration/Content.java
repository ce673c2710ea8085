package vn.tiendo.registrations.registration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of a registration, NFC: what a member will study, follow, and set an example in.
record Content(
        @Nullable String study,
        @Nullable String follow,
        @Nullable String exemplaryConduct) {

    Content {
        study = normal(study);
        follow = normal(follow);
        exemplaryConduct = normal(exemplaryConduct);
    }

    /// The names of the sections that are still empty.
    List<String> missingSections() {
        var missing = new ArrayList<String>();
        if (study == null) {
            missing.add("study");
        }
        if (follow == null) {
            missing.add("follow");
        }
        if (exemplaryConduct == null) {
            missing.add("exemplaryConduct");
        }
        return missing;
    }

    private static @Nullable String normal(@Nullable String text) {
        return text == null || text.isBlank() ? null : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
