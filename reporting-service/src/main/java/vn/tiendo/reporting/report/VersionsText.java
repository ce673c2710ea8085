package vn.tiendo.reporting.report;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;
import vn.tiendo.reporting.regime.JsonText;
import vn.tiendo.reporting.regime.SectionCode;

@Converter
class VersionsText extends JsonText<Map<SectionCode, Long>> {
    VersionsText() {
        super(new TypeReference<>() {});
    }
}
