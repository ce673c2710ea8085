package vn.tiendo.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.plans.imports.Neighbourhood.Known;
import vn.tiendo.plans.obligation.Debtors;

/// Whom words mean, measured against the reviewed predicates of the sample.
class PartyWordsTest {

    private static final Path SAMPLE = Path.of("../deploy/sample");
    private static final Map<String, String> ISSUERS =
            Map.of("S1", "BD", "S2", "LG", "S3", "BKTP", "S4", "HT", "S5", "BN");

    private record Row(String code, String parent, String kind, String name) {}

    private static final Map<String, Row> ROWS = rows();

    private static Map<String, Row> rows() {
        try {
            var rows = new LinkedHashMap<String, Row>();
            Files.readAllLines(SAMPLE.resolve("organisations.csv")).stream()
                    .skip(1)
                    .forEach(line -> {
                        var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                        rows.put(cells[0], new Row(cells[0], cells[1], cells[3], cells[4].replace("\"", "")));
                    });
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<String> line(String code) {
        var line = new ArrayList<String>();
        for (var at = code; !at.isEmpty(); at = ROWS.get(at).parent()) {
            line.add(at);
        }
        return line;
    }

    private static Neighbourhood around(String anchor) {
        var known = new ArrayList<Known>();
        var tiers = new HashMap<String, SortedSet<Integer>>();
        var up = line(anchor);
        for (var row : ROWS.values()) {
            var line = line(row.code());
            var tier = line.indexOf(anchor);
            if (tier >= 0) {
                known.add(Known.of(id(row.code()), row.name(), row.kind(), tier));
                tiers.computeIfAbsent(row.kind(), kind -> new TreeSet<>()).add(tier);
            } else if (up.contains(row.code())) {
                known.add(Known.of(id(row.code()), row.name(), row.kind(), -up.indexOf(row.code())));
            }
        }
        var own = known.stream()
                .filter(each -> each.id().equals(id(anchor)))
                .findFirst()
                .orElseThrow();
        return new Neighbourhood(own, own, tiers, known);
    }

    private static SortedSet<String> exact(Debtors predicate) {
        var codes = new TreeSet<String>();
        for (var row : ROWS.values()) {
            for (var group : predicate.anyOf()) {
                if (group.organisations() != null) {
                    if (group.organisations().contains(id(row.code()))) {
                        codes.add(row.code());
                    }
                    continue;
                }
                var line = line(row.code());
                for (int tier = group.tierFrom(); tier <= group.tierTo() && tier < line.size(); tier++) {
                    if (id(line.get(tier)).equals(group.under())
                            && group.kinds().contains(row.kind())) {
                        codes.add(row.code());
                    }
                }
            }
        }
        return codes;
    }

    @Test
    void the_reviewed_debtors_of_the_sample_are_mostly_found_and_seldom_mistaken() throws IOException {
        int exact = 0;
        int open = 0;
        int sure = 0;
        int surelyWrong = 0;
        int all = 0;
        var told = new StringBuilder();
        for (JsonNode entry :
                new ObjectMapper().readTree(SAMPLE.resolve("debtors.json").toFile())) {
            var words = entry.path("words").asText();
            var tree = around(ISSUERS.get(entry.path("id").asText().substring(0, 2)));
            var expected = new TreeSet<String>();
            entry.path("organisations").forEach(code -> expected.add(code.asText()));
            all++;
            var read = PartyWords.all(words, tree);
            if (read.isEmpty()) {
                open++;
                told.append("open  ").append(words).append('\n');
                continue;
            }
            var got = exact(read.get().predicate());
            var right = got.equals(expected);
            exact += right ? 1 : 0;
            if (read.get().confidence() >= 0.85) {
                sure++;
                surelyWrong += right ? 0 : 1;
            }
            if (!right) {
                told.append(String.format(
                        Locale.ROOT, "%.2f %s: %s instead of %s%n", read.get().confidence(), words, got, expected));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "debtors: %d of %d exact, %d left open, %d wrong; of %d proposed with confidence 0.85 or more %d"
                        + " wrong%n%s",
                exact,
                all,
                open,
                all - exact - open,
                sure,
                surelyWrong,
                told);
        assertThat(exact).isGreaterThanOrEqualTo(102);
        assertThat(surelyWrong).isZero();
    }

    @Test
    void a_name_without_its_place_means_the_one_below_the_issuer_and_never_one_of_two() {
        var tree = around("BN");
        assertThat(PartyWords.one("Ban Tuyên giáo Tỉnh ủy", tree).orElseThrow().organisationId())
                .isEqualTo(id("BN-BTG"));
        assertThat(PartyWords.one("Ban Thường vụ Tỉnh ủy", tree).orElseThrow().organisationId())
                .isEqualTo(id("BN"));
        assertThat(PartyWords.one("Ban Tuyên giáo", around("HT")).orElseThrow().organisationId())
                .isEqualTo(id("HT-BTG"));
        assertThat(PartyWords.one("Hội", tree)).isEmpty();
        assertThat(PartyWords.one("Sở", tree)).isEmpty();
        assertThat(PartyWords.one("Thành ủy", tree)).isEmpty();
    }

    @Test
    void decomposed_letters_capitals_and_abbreviations_make_no_difference() {
        var tree = around("LG");
        var whole = PartyWords.one("Ủy ban nhân dân thị xã La Gi", tree).orElseThrow();
        assertThat(PartyWords.one("UBND THỊ XÃ LA GI", tree)).contains(whole);
        assertThat(PartyWords.one(
                        java.text.Normalizer.normalize("Ủy ban nhân dân thị xã La Gi", java.text.Normalizer.Form.NFD),
                        tree))
                .contains(whole);
    }

    @Test
    void what_nobody_knows_is_left_open() {
        var tree = around("LG");
        assertThat(PartyWords.all("Các hợp tác xã nghề muối", tree)).isEmpty();
        assertThat(PartyWords.all("", tree)).isEmpty();
        assertThat(PartyWords.all("Đại học Quốc gia và các viện nghiên cứu, chi bộ", tree))
                .isEmpty();
    }

    @Test
    void the_superior_of_each_debtor_is_told_from_a_named_one() {
        assertThat(PartyWords.meansSuperior("cấp ủy cấp trên")).isTrue();
        assertThat(PartyWords.meansSuperior("Tỉnh ủy")).isFalse();
    }
}
