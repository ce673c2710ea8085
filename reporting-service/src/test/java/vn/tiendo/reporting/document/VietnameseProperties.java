package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is written in Vietnamese, in whichever spelling, comes out of the files as it went in.
class VietnameseProperties {

    private static final List<String> BASES = List.of(
            "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "A", "Ă", "Â", "E", "Ê", "I", "O", "Ô", "Ơ",
            "U", "Ư", "Y");

    private static final List<String> TONES = List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323");

    private static final List<String> STARTS = List.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t",
            "th", "tr", "v", "x", "Đ", "Ng", "Tr", "2024/", "(", "“");

    private static final List<String> ENDS =
            List.of("", "c", "ch", "m", "n", "ng", "nh", "p", "t", ",", ".", ";", ")", "”", "%");

    @Provide
    Arbitrary<String> texts() {
        var words = Combinators.combine(
                        Arbitraries.of(STARTS), Arbitraries.of(BASES), Arbitraries.of(TONES), Arbitraries.of(ENDS))
                .as((start, base, tone, end) -> start + base + tone + end);
        var spelt = Combinators.combine(words, Arbitraries.of(Normalizer.Form.NFC, Normalizer.Form.NFD))
                .as(Normalizer::normalize);
        return spelt.list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .map(list -> list.stream().collect(Collectors.joining(" ")));
    }

    @Property(tries = 60)
    void text_survives_a_pdf(@ForAll("texts") String text) {
        var pages = ReadPdf.pages(PdfWriter.write(LaidOut.of(SamplePapers.saying(text))));
        assertThat(String.join(" ", pages)).contains(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Property(tries = 60)
    void text_survives_a_word_file(@ForAll("texts") String text) {
        var docx = new DocxWriter(LaidOut.of(SamplePapers.saying(text))).write();
        assertThat(ReadDocx.paragraphs(docx)).contains(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Property(tries = 300)
    void a_cleaned_text_stays_as_it_is(@ForAll String text) {
        var once = Text.line(text);
        assertThat(Text.line(once)).isEqualTo(once);
        assertThat(once.codePoints()).noneMatch(Character::isISOControl);
    }
}
