package vn.tiendo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProvinceFileTest {

    private final List<String[]> rows = ProvinceFile.csv(7, "VN", "T1")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();

    @Test
    void a_province_has_five_thousand_organisations_of_three_hierarchies() {
        assertThat(rows).hasSize(5_000).allMatch(row -> row.length == 7);
        Map<String, Long> kinds = rows.stream().collect(Collectors.groupingBy(row -> row[3], Collectors.counting()));
        assertThat(kinds)
                .containsEntry("PROVINCE_COMMITTEE", 1L)
                .containsEntry("DISTRICT_COMMITTEE", 10L)
                .containsEntry("GRASSROOTS_COMMITTEE", 150L)
                .containsEntry("ADVISORY_BOARD", 35L)
                .containsEntry("PEOPLES_COMMITTEE", 161L)
                .containsEntry("DEPARTMENT", 100L)
                .containsEntry("FATHERLAND_FRONT", 11L)
                .containsEntry("MASS_ORGANISATION", 55L)
                .containsEntry("CELL", 4_475L);
        assertThat(rows.stream().map(row -> row[2])).contains("PARTY", "STATE", "MASS");
    }

    @Test
    void every_parent_is_in_the_file_but_the_root() {
        var parents = new HashMap<String, String>();
        rows.forEach(row -> parents.put(row[0], row[1]));
        assertThat(parents).hasSize(5_000);
        parents.forEach((code, parent) -> {
            if (!code.equals("T1")) {
                assertThat(parents).containsKey(parent);
            }
        });
        assertThat(parents).containsEntry("T1", "VN").containsKey(ProvinceFile.grassroots("T1", 10, 15));
    }

    @Test
    void the_same_seed_gives_the_same_file_and_another_one_another() {
        assertThat(ProvinceFile.csv(7, "VN", "T1"))
                .isEqualTo(ProvinceFile.csv(7, "VN", "T1"))
                .isNotEqualTo(ProvinceFile.csv(8, "VN", "T1"));
    }
}
