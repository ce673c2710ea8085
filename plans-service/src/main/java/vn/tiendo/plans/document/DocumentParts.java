package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a document carries around its body, in the words of the document.
///
/// @param addressees "Kính gửi"
/// @param legalBases what it rests on ("Căn cứ", "Thực hiện"), in its order
/// @param citations other documents that it cites
/// @param recipients "Nơi nhận"
/// @param marks stamps of urgency as they stand, such as KHẨN or HỎA TỐC; a stamp of secrecy is refused
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DocumentParts(
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> addressees,
        @Nullable @Size(max = 50) List<@Valid @NotNull CitedDocument> legalBases,
        @Nullable @Size(max = 200) List<@Valid @NotNull CitedDocument> citations,
        @Nullable @Size(max = 100) List<@Valid @NotNull Recipient> recipients,
        @Nullable @Size(max = 5) List<@NotBlank @Size(max = 60) String> marks) {

    public static final DocumentParts NONE = new DocumentParts(List.of(), List.of(), List.of(), List.of(), List.of());

    /// As it is kept: every list there, every text in NFC, numbers and symbols apart, purposes read from their words.
    public DocumentParts tidy() {
        return new DocumentParts(
                orEmpty(addressees).stream().map(Text::tidy).toList(),
                orEmpty(legalBases).stream().map(CitedDocument::tidy).toList(),
                orEmpty(citations).stream().map(CitedDocument::tidy).toList(),
                orEmpty(recipients).stream().map(Recipient::tidy).toList(),
                orEmpty(marks).stream().map(Text::tidy).toList());
    }

    /// Legal bases first, then the rest, each as often as it stands.
    public List<CitedDocument> cited() {
        var all = new ArrayList<CitedDocument>(orEmpty(legalBases));
        all.addAll(orEmpty(citations));
        return List.copyOf(all);
    }

    /// Every text in which a stamp may stand.
    public Stream<String> texts() {
        return Stream.of(
                        orEmpty(marks).stream(),
                        orEmpty(addressees).stream(),
                        orEmpty(recipients).stream().map(Recipient::name))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
