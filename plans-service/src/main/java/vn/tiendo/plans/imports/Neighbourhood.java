package vn.tiendo.plans.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The part of the tree in which the words of one document are looked up.
///
/// @param issuer on whose behalf the document is imported
/// @param anchor from which levels are counted: the issuer, or the committee for which a board of it speaks
/// @param tiers at how many levels below the anchor each kind of organisation stands
/// @param known organisations whose names may be meant, those above the anchor included
record Neighbourhood(Known issuer, Known anchor, Map<String, SortedSet<Integer>> tiers, Collection<Known> known) {

    /// @param tier levels below the anchor; negative above it
    record Known(UUID id, String name, String kind, int tier, List<String> words) {
        static Known of(UUID id, String name, String kind, int tier) {
            return new Known(id, name, kind, tier, Words.texts(name));
        }
    }

    record Match(Known organisation, boolean whole) {}

    /// Names that every organisation of a kind begins with say nothing without a place, except on the line upward.
    private static final List<List<String>> GENERIC = List.of(
            List.of("tinh", "uy"),
            List.of("thanh", "uy"),
            List.of("thi", "uy"),
            List.of("huyen", "uy"),
            List.of("dang", "uy"),
            List.of("quan", "uy"),
            List.of("chi", "bo"),
            List.of("trung", "uong"));

    /// The one organisation that the words can mean: by its whole name, or by its beginning where the place goes
    /// without saying; nobody when two are equally near.
    Optional<Match> named(List<String> words) {
        var whole = nearest(words, true);
        if (whole != null) {
            return Optional.of(new Match(whole, true));
        }
        if (words.size() < 2) {
            return Optional.empty();
        }
        return Optional.ofNullable(nearest(words, false)).map(found -> new Match(found, false));
    }

    private @Nullable Known nearest(List<String> words, boolean whole) {
        var generic = GENERIC.contains(words);
        var byDistance = new HashMap<Integer, List<Known>>();
        known.stream()
                .filter(each -> whole ? each.words().equals(words) : begins(each.words(), words))
                .filter(each -> whole || !generic || each.tier() <= 0)
                .forEach(each -> byDistance.merge(
                        Math.abs(each.tier()),
                        List.of(each),
                        (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                                .toList()));
        var near = byDistance.entrySet().stream().min(Comparator.comparing(Map.Entry::getKey));
        return near.filter(entry -> entry.getValue().size() == 1)
                .map(entry -> entry.getValue().getFirst())
                .orElse(null);
    }

    private static boolean begins(List<String> name, List<String> words) {
        return name.size() > words.size() && name.subList(0, words.size()).equals(words);
    }
}
