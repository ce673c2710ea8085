package vn.tiendo.plans.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.content.ContentProblem.SecretDocumentRefused;
import vn.tiendo.kit.content.SecrecyStamp;
import vn.tiendo.plans.document.DocumentProblem.SigningFormContradicts;
import vn.tiendo.plans.document.Recipient.Purpose;

class DocumentPartsTest {

    @ParameterizedTest
    @CsvSource({
        "T/M BAN THƯỜNG VỤ, ON_BEHALF",
        "TM. ỦY BAN NHÂN DÂN, ON_BEHALF",
        "TM BAN CHẤP HÀNH, ON_BEHALF",
        "KT. CHỦ TỊCH, FOR",
        "KT.CHỦ TỊCH, FOR",
        "K/T TRƯỞNG BAN, FOR",
        "TL. BỘ TRƯỞNG, BY_ORDER",
        "T/L BAN THƯỜNG VỤ, BY_ORDER",
        "TUQ. GIÁM ĐỐC, BY_AUTHORISATION",
        "T/UQ BÍ THƯ, BY_AUTHORISATION",
        "Q. GIÁM ĐỐC, ACTING"
    })
    void the_line_above_the_signature_says_for_whom(String line, SigningForm form) {
        assertThat(new Signer("Nguyễn Văn A", null, line, null).tidy().form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRƯỞNG BAN", "QUYỀN GIÁM ĐỐC", "TMT", "CHỦ TỊCH"})
    void another_line_says_nothing_and_is_kept(String line) {
        var signer = new Signer("Nguyễn Văn A", null, line, null).tidy();
        assertThat(signer.form()).isNull();
        assertThat(signer.capacity()).isEqualTo(line);
    }

    @Test
    void a_form_that_the_words_deny_is_refused() {
        assertThatThrownBy(() -> new Signer("A", null, "KT. CHỦ TỊCH", SigningForm.BY_ORDER).tidy())
                .isInstanceOf(SigningFormContradicts.class);
        assertThat(new Signer("A", null, "Chủ tịch", SigningForm.ON_BEHALF)
                        .tidy()
                        .form())
                .isEqualTo(SigningForm.ON_BEHALF);
    }

    @ParameterizedTest
    @CsvSource({
        "215-KH/TU, 215, KH/TU",
        "27/CT-TTg, 27, CT-TTg",
        "01 - KL/TW, 01, KL/TW",
        "968/CĐ-TTg, 968, CĐ-TTg",
        "30/2020/NĐ-CP, 30, 2020/NĐ-CP"
    })
    void number_and_symbol_that_stand_together_are_taken_apart(String together, String number, String symbol) {
        assertThat(DocumentNumber.of(together, null)).contains(new DocumentNumber(number, symbol));
    }

    @Test
    void leading_zeros_case_and_the_form_of_accents_make_no_other_document() {
        var decomposed = Normalizer.normalize("qđ-ỦBND", Normalizer.Form.NFD);
        assertThat(new DocumentNumber("007", decomposed).key()).isEqualTo(new DocumentNumber("7", "QĐ-ỦBND").key());
        assertThat(new DocumentNumber("70", "KH").key()).isNotEqualTo(new DocumentNumber("7", "KH").key());
        assertThat(DocumentNumber.bare("0")).isEqualTo("0");
        assertThat(DocumentNumber.bare("000")).isEqualTo("0");
        assertThat(DocumentNumber.bare("01A")).isEqualTo("1A");
    }

    @Test
    void a_citation_without_date_may_mean_the_document_and_one_of_another_day_may_not() {
        var meant = new DocumentNumber("05", "CT/TW");
        var issued = LocalDate.of(2016, 5, 15);
        assertThat(cited("05-CT/TW", null).mayMean(meant, issued)).isTrue();
        assertThat(cited("05-CT/TW", issued).mayMean(meant, issued)).isTrue();
        assertThat(cited("05-CT/TW", issued.plusDays(1)).mayMean(meant, issued)).isFalse();
        assertThat(cited("06-CT/TW", issued).mayMean(meant, issued)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "để báo cáo, TO_REPORT",
        "b/c, TO_REPORT",
        "để thực hiện, TO_CARRY_OUT",
        "t/h, TO_CARRY_OUT",
        "phối hợp, TO_COORDINATE",
        "Lưu, TO_FILE",
        "để theo dõi, TO_KNOW",
        "bản điện tử,"
    })
    void the_purpose_is_read_from_its_words(String words, @Nullable Purpose purpose) {
        assertThat(new Recipient("Thường trực Tỉnh ủy", words, null, null)
                        .tidy()
                        .receives())
                .isEqualTo(purpose);
    }

    @Test
    void what_is_filed_says_so_in_its_name() {
        assertThat(new Recipient("Lưu Văn phòng Thị ủy", null, null, null)
                        .tidy()
                        .receives())
                .isEqualTo(Purpose.TO_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MẬT", " Tối mật ", "TUYỆT  MẬT", "[MẬT]", "Độ mật: Tuyệt mật", "Kế hoạch\n(TỐI MẬT)\nnăm 2024"})
    void a_stamp_of_secrecy_is_seen_in_both_forms_of_accents(String text) {
        assertThat(SecrecyStamp.isIn(text)).isTrue();
        assertThat(SecrecyStamp.isIn(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isTrue();
        assertThatThrownBy(() -> SecrecyStamp.refuseIn(Stream.of("KHẨN", text)))
                .isInstanceOf(SecretDocumentRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kế hoạch bảo vệ bí mật nhà nước", "MẬT ONG", "Tuyên truyền Luật Bảo vệ bí mật", "HỎA TỐC", ""})
    void the_word_in_a_sentence_is_no_stamp(String text) {
        assertThat(SecrecyStamp.isIn(text)).isFalse();
    }

    @Test
    void everything_is_kept_composed_and_every_list_is_there() {
        var decomposed = Normalizer.normalize("Các chi bộ, đảng bộ cơ sở", Normalizer.Form.NFD);
        var tidy = new DocumentParts(List.of(decomposed), null, null, null, null).tidy();
        assertThat(tidy.addressees()).containsExactly("Các chi bộ, đảng bộ cơ sở");
        assertThat(tidy.cited()).isEmpty();
        assertThat(tidy.recipients()).isEmpty();
    }

    private static CitedDocument cited(String number, @Nullable LocalDate date) {
        return new CitedDocument("x", null, number, null, date, null, null, null);
    }
}
