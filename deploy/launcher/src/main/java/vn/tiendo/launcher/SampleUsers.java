package vn.tiendo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A few of the sample's users to try things with: one of each role, of La Gi where it has one, and a plain member.
final class SampleUsers {
    private static final String PREFERRED = "LG";
    private static final int ORGANISATION = 0;
    private static final int ROLE = 1;
    private static final int SUBJECT = 2;
    private static final int MEMBER_ORGANISATION = 5;
    private static final int MEMBER_SUBJECT = 7;

    private SampleUsers() {}

    static List<String> of(Path sampleFolder) {
        var lines = new ArrayList<String>();
        lines.add(line("quantri", "the first administrator"));
        try {
            var posts = rows(sampleFolder.resolve("posts.csv"), SUBJECT);
            onePerRole(posts)
                    .forEach((role, post) -> lines.add(line(
                            post.get(SUBJECT),
                            role.toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + post.get(ORGANISATION))));
            aPlainMember(sampleFolder, posts)
                    .ifPresent(member -> lines.add(
                            line(member.get(MEMBER_SUBJECT), "member of " + member.get(MEMBER_ORGANISATION))));
            if (!posts.isEmpty()) lines.add("  all: " + sampleFolder.resolve("posts.csv") + " and members.csv");
        } catch (IOException e) {
            lines.add("  (the sample's users cannot be read: " + e.getMessage() + ")");
        }
        return lines;
    }

    private static Map<String, List<String>> onePerRole(List<List<String>> posts) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (var post : posts) chosen.merge(post.get(ROLE), post, SampleUsers::better);
        return chosen;
    }

    private static List<String> better(List<String> earlier, List<String> later) {
        boolean change = !earlier.get(ORGANISATION).startsWith(PREFERRED)
                && later.get(ORGANISATION).startsWith(PREFERRED);
        return change ? later : earlier;
    }

    private static Optional<List<String>> aPlainMember(Path sampleFolder, List<List<String>> posts) throws IOException {
        var holders = posts.stream().map(post -> post.get(SUBJECT)).toList();
        return rows(sampleFolder.resolve("members.csv"), MEMBER_SUBJECT).stream()
                .filter(member -> member.get(MEMBER_ORGANISATION).startsWith(PREFERRED))
                .filter(member -> !holders.contains(member.get(MEMBER_SUBJECT)))
                .findFirst();
    }

    /// The rows below the heading that have something in a column; no value that is read here contains a comma.
    private static List<List<String>> rows(Path file, int filled) throws IOException {
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> row.size() > filled && !row.get(filled).isBlank())
                .toList();
    }

    private static String line(String subject, String who) {
        return String.format(Locale.ROOT, "  %-28s %s", subject, who);
    }
}
