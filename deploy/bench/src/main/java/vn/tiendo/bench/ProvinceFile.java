package vn.tiendo.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A province of five thousand organisations as a file for the import of organisations: party, state and mass.
///
/// The same seed and codes give the same file. Rows stand in no order: what the import makes of it is part of its cost.
final class ProvinceFile {

    static final int ORGANISATIONS = 5_000;
    static final int DISTRICTS = 10;
    static final int GRASSROOTS_PER_DISTRICT = 15;

    private static final String HEADER = "code,parentCode,hierarchy,kind,name,validFrom,validTo\n";
    private static final String SINCE = "2010-01-01";
    private static final List<String> BOARDS = List.of("Tổ chức", "Tuyên giáo", "Dân vận", "Nội chính", "Kinh tế");
    private static final List<String> MASS =
            List.of("Liên đoàn Lao động", "Đoàn Thanh niên", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh");

    private final String code;
    private final List<String> rows = new ArrayList<>();

    private ProvinceFile(String code) {
        this.code = code;
    }

    /// @param root code of an organisation that exists, valid since 2010 or longer
    /// @param code of the province; all others begin with it
    static String csv(long seed, String root, String code) {
        var file = new ProvinceFile(code);
        file.grow(root, new Random(seed));
        Collections.shuffle(file.rows, new Random(seed));
        return HEADER + String.join("", file.rows);
    }

    static String district(String province, int number) {
        return "%s-H%02d".formatted(province, number);
    }

    static String grassroots(String province, int district, int number) {
        return "%s-X%02d".formatted(district(province, district), number);
    }

    private void grow(String root, Random random) {
        add(code, root, "PARTY", "PROVINCE_COMMITTEE", "Tỉnh ủy " + code);
        boards(code, 5);
        add(code + "-UBKT", code, "PARTY", "INSPECTION_COMMISSION", "Ủy ban Kiểm tra Tỉnh ủy");
        add(code + "-VP", code, "PARTY", "COMMITTEE_OFFICE", "Văn phòng Tỉnh ủy");
        government(code, 20);
        front(code);
        for (int district = 1; district <= DISTRICTS; district++) {
            var ofDistrict = district(code, district);
            add(ofDistrict, code, "PARTY", "DISTRICT_COMMITTEE", "Huyện ủy số " + district);
            boards(ofDistrict, 3);
            government(ofDistrict, 8);
            front(ofDistrict);
            for (int number = 1; number <= GRASSROOTS_PER_DISTRICT; number++) {
                var committee = grassroots(code, district, number);
                add(committee, ofDistrict, "PARTY", "GRASSROOTS_COMMITTEE", "Đảng bộ xã " + district + "." + number);
                add(committee + "-UB", committee, "STATE", "PEOPLES_COMMITTEE", "Ủy ban nhân dân xã " + number);
            }
        }
        cells(random);
    }

    /// All that is left, spread so that committees differ in size.
    private void cells(Random random) {
        var count = new int[DISTRICTS * GRASSROOTS_PER_DISTRICT];
        while (rows.size() < ORGANISATIONS) {
            int at = Math.min(random.nextInt(count.length), random.nextInt(2 * count.length));
            int number = ++count[at];
            var committee = grassroots(code, 1 + at / GRASSROOTS_PER_DISTRICT, 1 + at % GRASSROOTS_PER_DISTRICT);
            add(committee + "-C%03d".formatted(number), committee, "PARTY", "CELL", "Chi bộ thôn " + number);
        }
    }

    private void boards(String of, int number) {
        for (int i = 0; i < number; i++) {
            add(of + "-B" + i, of, "PARTY", "ADVISORY_BOARD", "Ban " + BOARDS.get(i));
        }
    }

    private void government(String of, int departments) {
        add(of + "-UB", of, "STATE", "PEOPLES_COMMITTEE", "Ủy ban nhân dân " + of);
        for (int i = 1; i <= departments; i++) {
            add(of + "-UB-" + i, of + "-UB", "STATE", "DEPARTMENT", "Cơ quan chuyên môn số " + i);
        }
    }

    private void front(String of) {
        add(of + "-MT", of, "MASS", "FATHERLAND_FRONT", "Mặt trận Tổ quốc " + of);
        for (int i = 0; i < MASS.size(); i++) {
            add(of + "-DT" + i, of + "-MT", "MASS", "MASS_ORGANISATION", MASS.get(i));
        }
    }

    private void add(String code, String parent, String hierarchy, String kind, String name) {
        rows.add(String.join(",", code, parent, hierarchy, kind, name, SINCE, "") + "\n");
    }
}
