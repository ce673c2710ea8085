package vn.tiendo.plans.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DocumentNumberProperties {

    @Provide
    Arbitrary<String> symbols() {
        return Arbitraries.of(
                "KH/TU", "QĐ-UBND", "CT/TW", "2020/NĐ-CP", "CTr/TU", "HD/BTGTW", "NQ/HĐND", "QĐi/TW", "KH/ĐẢNG ỦY");
    }

    @Property
    void however_a_number_is_written_it_names_the_same_document(
            @ForAll @IntRange(min = 1, max = 99_999) int number,
            @ForAll @IntRange(max = 4) int zeros,
            @ForAll("symbols") String symbol) {
        var plain = new DocumentNumber(Integer.toString(number), symbol).key();
        var padded = "0".repeat(zeros) + number;
        var decomposed = Normalizer.normalize(symbol.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        assertThat(new DocumentNumber(padded, " " + decomposed).key()).isEqualTo(plain);
        assertThat(DocumentNumber.of(padded + "-" + symbol, null).map(DocumentNumber::key))
                .contains(plain);
        assertThat(DocumentNumber.of(padded + " / " + symbol, null).map(DocumentNumber::key))
                .contains(plain);
    }

    @Property
    void other_numbers_name_other_documents(
            @ForAll @IntRange(min = 1, max = 99_999) int one,
            @ForAll @IntRange(min = 1, max = 99_999) int other,
            @ForAll("symbols") String symbol) {
        assertThat(new DocumentNumber("0" + one, symbol)
                        .key()
                        .equals(new DocumentNumber(Integer.toString(other), symbol).key()))
                .isEqualTo(one == other);
    }
}
