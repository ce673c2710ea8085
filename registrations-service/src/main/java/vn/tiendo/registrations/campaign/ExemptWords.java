package vn.tiendo.registrations.campaign;

import static vn.tiendo.registrations.member.MemberStatus.ELDERLY;
import static vn.tiendo.registrations.member.MemberStatus.EXEMPT_FROM_ACTIVITY;
import static vn.tiendo.registrations.member.MemberStatus.RETIRED;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.tiendo.registrations.member.MemberStatus;

/// Reads whom a plan exempts from registering, from the words of the document.
///
/// The list is short and reviewed on purpose: words that it does not know exempt nobody, so that a person decides. A
/// plan that words no exemption leaves the customary three.
final class ExemptWords {

    private static final Map<String, MemberStatus> WORDS = Map.of(
            "miễn", EXEMPT_FROM_ACTIVITY,
            "hưu trí", RETIRED,
            "nghỉ hưu", RETIRED,
            "cao tuổi", ELDERLY);
    private static final Set<MemberStatus> CUSTOMARY = EnumSet.of(EXEMPT_FROM_ACTIVITY, RETIRED, ELDERLY);

    private ExemptWords() {}

    static Set<MemberStatus> statuses(List<String> phrases) {
        if (phrases.isEmpty()) {
            return EnumSet.copyOf(CUSTOMARY);
        }
        var statuses = EnumSet.noneOf(MemberStatus.class);
        for (var phrase : phrases) {
            var plain = Normalizer.normalize(phrase, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            WORDS.forEach((word, status) -> {
                if (plain.contains(word)) {
                    statuses.add(status);
                }
            });
        }
        return statuses;
    }
}
