package vn.tiendo.plans.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.obligation.JsonText;

@Converter
class DocumentPartsText extends JsonText<DocumentParts> {
    DocumentPartsText() {
        super(new TypeReference<>() {});
    }
}
