package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.document.PaperDetails.NamedAuthority;
import vn.tiendo.reporting.document.PaperDetails.NamedRecipient;

class PaperDetailsTest {

    private final PaperDetailsConverter converter = new PaperDetailsConverter();

    @Test
    void a_line_says_something_and_has_no_control_characters() {
        assertThat(List.of("86", "BC/ĐU", " a ", "Thị ủy La Gi")).allMatch(line -> line.matches(PaperDetails.LINE));
        assertThat(List.of("", "  ", "\u0007", "8\u0007", "a\nb", "\t"))
                .noneMatch(line -> line.matches(PaperDetails.LINE));
    }

    @Test
    void details_come_out_of_the_database_as_they_went_in() {
        var details = new PaperDetails(
                Form.STATE,
                "Tỉnh",
                "Sở",
                "4",
                "BC-SNV",
                "Phan Thiết",
                LocalDate.of(2026, 1, 9),
                "kết quả",
                List.of("Bộ Nội vụ"),
                List.of(new NamedRecipient("Lưu", null)),
                List.of(new NamedAuthority(Capacity.IN_PLACE, "Giám đốc")),
                "Phó Giám đốc",
                "Lê Văn A");
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(details)))
                .isEqualTo(details);
        assertThat(converter.convertToDatabaseColumn(PaperDetails.NONE)).isEqualTo("{}");
    }

    @Test
    void details_that_a_later_version_knew_are_skipped() {
        assertThat(converter
                        .convertToEntityAttribute("{\"number\":\"4\",\"seal\":\"x\"}")
                        .number())
                .isEqualTo("4");
    }
}
