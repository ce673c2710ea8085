package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of "Nơi nhận".
///
/// @param purpose what for, in the words of the document: "để báo cáo", "b/c", "Lưu"
/// @param receives what these words mean; absent lets them be read
/// @param organisationId the organisation meant, when it is one of the tree
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipient(
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 100) String purpose,
        @Nullable Purpose receives,
        @Nullable UUID organisationId) {

    /// What somebody receives a document for.
    public enum Purpose {
        /// "để báo cáo", "b/c".
        TO_REPORT,
        /// "để thực hiện", "t/h".
        TO_CARRY_OUT,
        /// "để phối hợp", "p/h".
        TO_COORDINATE,
        /// "để chỉ đạo", "c/đ".
        TO_DIRECT,
        /// "để biết", "để theo dõi".
        TO_KNOW,
        /// "Lưu".
        TO_FILE;

        static @Nullable Purpose read(String words) {
            var folded = Text.folded(words);
            if (folded.startsWith("LƯU")) {
                return TO_FILE;
            }
            if (folded.contains("BÁO CÁO") || folded.contains("B/C")) {
                return TO_REPORT;
            }
            if (folded.contains("THỰC HIỆN") || folded.contains("T/H")) {
                return TO_CARRY_OUT;
            }
            if (folded.contains("PHỐI HỢP") || folded.contains("P/H")) {
                return TO_COORDINATE;
            }
            if (folded.contains("CHỈ ĐẠO") || folded.contains("C/Đ")) {
                return TO_DIRECT;
            }
            return folded.contains("BIẾT") || folded.contains("THEO DÕI") ? TO_KNOW : null;
        }
    }

    /// "Lưu Văn phòng" says its purpose in the name.
    Recipient tidy() {
        var words = Text.tidyOrNull(purpose);
        var read = receives;
        if (read == null && words != null) {
            read = Purpose.read(words);
        }
        if (read == null && Text.folded(name).startsWith("LƯU")) {
            read = Purpose.TO_FILE;
        }
        return new Recipient(Text.tidy(name), words, read, organisationId);
    }
}
