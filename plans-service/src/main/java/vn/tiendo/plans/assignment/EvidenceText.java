package vn.tiendo.plans.assignment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import vn.tiendo.plans.obligation.JsonText;

/// Evidence as JSON in one column.
@Converter
class EvidenceText extends JsonText<List<Evidence>> {

    EvidenceText() {
        super(new TypeReference<>() {});
    }
}
