package vn.tiendo.reporting.regime;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

@Converter
class DefinitionText extends JsonText<TemplateDefinition> {
    DefinitionText() {
        super(new TypeReference<>() {});
    }
}
