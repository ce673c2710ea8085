package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

@Converter
class ObligationWordsText extends JsonText<ObligationWords> {
    ObligationWordsText() {
        super(new TypeReference<>() {});
    }
}
