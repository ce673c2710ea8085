package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;

@Converter
class WordsText extends JsonText<List<String>> {
    WordsText() {
        super(new TypeReference<>() {});
    }
}
