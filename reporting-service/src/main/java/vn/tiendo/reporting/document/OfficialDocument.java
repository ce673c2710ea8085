package vn.tiendo.reporting.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on an official paper, whatever file it becomes. What is missing is left blank for a pen.
///
/// @param type such as "Báo cáo"; null for an official letter, which shows its subject under its number
/// @param addressees whom it speaks to ("Kính gửi")
/// @param recipients who gets it ("Nơi nhận")
record OfficialDocument(
        Letterhead letterhead,
        @Nullable String type,
        String subject,
        List<String> addressees,
        List<Block> body,
        List<Recipient> recipients,
        Signature signature) {

    OfficialDocument {
        addressees = List.copyOf(addressees);
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
    }

    /// @param superior the body above the issuer, when there is one
    /// @param drawnUpOn stands in for the day of the paper while that is not known
    record Letterhead(
            Form form,
            @Nullable String superior,
            String issuer,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable String place,
            @Nullable LocalDate date,
            LocalDate drawnUpOn) {

        /// The day by which the rule in force and the names of that time are chosen.
        LocalDate ruleDay() {
            return date == null ? drawnUpOn : date;
        }
    }

    /// @param purpose such as "để báo cáo"
    record Recipient(String name, @Nullable String purpose) {}

    /// @param authorities for whom the person signs, such as the standing committee
    /// @param post of the person who signs
    /// @param name never known from events: a blank unless a clerk has filled it in
    record Signature(
            List<Authority> authorities,
            @Nullable String post,
            @Nullable String name) {
        Signature {
            authorities = List.copyOf(authorities);
        }
    }

    record Authority(Capacity capacity, String of) {}
}
