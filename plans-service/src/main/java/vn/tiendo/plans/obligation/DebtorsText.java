package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

@Converter
class DebtorsText extends JsonText<Debtors> {
    DebtorsText() {
        super(new TypeReference<>() {});
    }
}
