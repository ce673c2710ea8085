package vn.tiendo.plans.activity;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Text as it is stored: Vietnamese letters composed (NFC), whatever keyboard wrote them.
final class Texts {

    private Texts() {}

    static @Nullable String composed(@Nullable String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
