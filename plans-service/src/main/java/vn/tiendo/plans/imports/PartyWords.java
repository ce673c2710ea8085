package vn.tiendo.plans.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.Neighbourhood.Match;
import vn.tiendo.plans.imports.Resolution.NamedOrganisation;
import vn.tiendo.plans.imports.Resolution.Understood;
import vn.tiendo.plans.obligation.Debtors;

/// Reads who is meant by the words of a document: organisations by their names, sorts of organisation by the table.
/// Pure: the tree comes as a [Neighbourhood]. What is not understood is said, and nothing is proposed when that is
/// most.
final class PartyWords {

    /// Names that a committee acts under; the committee itself is meant.
    private static final List<List<String>> ACTING_NAMES = List.of(
            List.of("ban", "thuong", "vu"),
            List.of("thuong", "truc"),
            List.of("ban", "chap", "hanh", "dang", "bo"),
            List.of("ban", "chap", "hanh"),
            List.of("tap", "the", "lanh", "dao"));

    /// Words that carry nothing about who is meant.
    private static final Set<String> EMPTY = Set.of(
            "cac", "moi", "tung", "nhung", "va", "hoac", "cung", "cua", "o", "tai", "trong", "toan", "the", "de",
            "nghi", "giao", "doi", "voi", "dong", "chi", "nhat", "la", "theo", "do", "tinh", "huyen", "thi", "pho",
            "phuong", "tran", "quan");

    /// Words before a sort of organisation that say how many of them.
    private static final Set<String> QUANTIFIERS = Set.of("cac", "moi", "tung", "nhung");

    private static final Set<String> SUPERIOR = Set.of(
            "cap tren",
            "cap uy cap tren",
            "cap uy cap tren truc tiep",
            "cap tren truc tiep",
            "cap uy cap tren theo phan cap quan ly",
            "cap uy quan ly",
            "cap uy co tham quyen",
            "to chuc dang cap tren");

    private static final double WHOLE_NAME = 0.95;
    private static final double SHORT_NAME = 0.85;
    private static final int LONGEST_NAME = 18;

    private PartyWords() {}

    /// What the words of one party come to.
    ///
    /// @param left words that were not understood
    record Reading(Debtors predicate, double confidence, List<Understood> phrases, List<String> left) {}

    /// Whether the words mean each debtor's own superior.
    static boolean meansSuperior(String words) {
        return SUPERIOR.contains(String.join(" ", Words.texts(words)));
    }

    /// The one organisation that the words name.
    static Optional<NamedOrganisation> one(String phrase, Neighbourhood tree) {
        var words = withoutActingName(Words.texts(phrase));
        return tree.named(words).map(PartyWords::named);
    }

    private static NamedOrganisation named(Match match) {
        return new NamedOrganisation(
                match.organisation().id(), match.organisation().name(), match.whole() ? WHOLE_NAME : SHORT_NAME);
    }

    private static List<String> withoutActingName(List<String> words) {
        for (var acting : ACTING_NAMES) {
            if (words.size() > acting.size() && words.subList(0, acting.size()).equals(acting)) {
                return words.subList(acting.size(), words.size());
            }
        }
        return words;
    }

    /// Everybody whom the words name; nothing when less than half of them was understood.
    static Optional<Reading> all(String phrase, Neighbourhood tree) {
        return new Scan(Words.of(phrase), tree).read();
    }

    private static final class Scan {
        private final List<Words.Word> words;
        private final Neighbourhood tree;
        private final Set<UUID> organisations = new LinkedHashSet<>();
        private final Map<DebtorGroup, Boolean> groups = new LinkedHashMap<>();
        private final List<Understood> phrases = new ArrayList<>();
        private final List<String> left = new ArrayList<>();
        private double sure = 1;
        private int understood;

        Scan(List<Words.Word> words, Neighbourhood tree) {
            this.words = words;
            this.tree = tree;
        }

        Optional<Reading> read() {
            for (int i = 0; i < words.size(); ) {
                int taken = phraseAt(i);
                if (taken == 0) {
                    if (!EMPTY.contains(words.get(i).text())) {
                        left.add(words.get(i).text());
                    }
                    taken = 1;
                } else {
                    understood += taken;
                }
                i += taken;
            }
            var predicate = predicate();
            if (predicate.anyOf().isEmpty() || left.size() > understood) {
                return Optional.empty();
            }
            var covered = (double) understood / (understood + left.size());
            return Optional.of(new Reading(
                    predicate,
                    Math.round(sure * covered * covered * 100) / 100.0,
                    List.copyOf(phrases),
                    List.copyOf(left)));
        }

        /// @return how many words were understood from here on
        private int phraseAt(int start) {
            if (QUANTIFIERS.contains(words.get(start).text())) {
                return 0;
            }
            for (int end = Math.min(words.size(), start + LONGEST_NAME); end > start; end--) {
                var span = texts(start, end);
                var entry = end - start <= WhoOwes.table().longest()
                        ? WhoOwes.table().find(span)
                        : null;
                if (entry != null && takes(entry, span)) {
                    return end - start;
                }
                if (words.get(end - 1).boundary() && takesName(span)) {
                    return end - start;
                }
            }
            return 0;
        }

        private boolean takes(WhoOwes.Entry entry, List<String> span) {
            if (entry.groups().stream().allMatch(group -> group.below(tree).isEmpty())) {
                return false;
            }
            entry.groups().forEach(group -> groups.put(group, true));
            entry.groups().forEach(group -> phrases.add(new Understood(String.join(" ", span), group.name())));
            sure = Math.min(sure, entry.sure());
            return true;
        }

        private boolean takesName(List<String> span) {
            var match = tree.named(withoutActingName(span)).orElse(null);
            if (match == null) {
                return false;
            }
            organisations.add(match.organisation().id());
            phrases.add(
                    new Understood(String.join(" ", span), match.organisation().name()));
            sure = Math.min(sure, match.whole() ? WHOLE_NAME : SHORT_NAME);
            return true;
        }

        private List<String> texts(int start, int end) {
            return words.subList(start, end).stream().map(Words.Word::text).toList();
        }

        private Debtors predicate() {
            var anyOf = new ArrayList<Debtors.Group>();
            if (!organisations.isEmpty()) {
                anyOf.add(new Debtors.Group(List.copyOf(organisations), null, null, null, null, null));
            }
            groups.keySet().stream()
                    .flatMap(group -> group.below(tree).stream())
                    .distinct()
                    .forEach(anyOf::add);
            return new Debtors(anyOf, List.of());
        }
    }

    /// "các chi bộ" and "chi bộ" are looked up alike.
    static List<String> withoutQuantifier(List<String> words) {
        int start = 0;
        while (start < words.size() - 1 && QUANTIFIERS.contains(words.get(start))) {
            start++;
        }
        return words.subList(start, words.size());
    }

    /// The beginnings by which organisations are looked up before the words are read.
    static Set<String> beginnings(@Nullable String phrase) {
        var beginnings = new LinkedHashSet<String>();
        if (phrase == null) {
            return beginnings;
        }
        var words = Words.texts(phrase);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (!EMPTY.contains(words.get(i)) || words.get(i).equals("chi")) {
                beginnings.add(String.join(" ", words.subList(i, Math.min(words.size(), i + 3))));
            }
        }
        return beginnings;
    }
}
