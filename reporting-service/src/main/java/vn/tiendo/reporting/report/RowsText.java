package vn.tiendo.reporting.report;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import vn.tiendo.reporting.regime.JsonText;

@Converter
class RowsText extends JsonText<List<List<String>>> {
    RowsText() {
        super(new TypeReference<>() {});
    }
}
