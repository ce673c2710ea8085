package vn.tiendo.plans.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import vn.tiendo.plans.activity.ActivityApi.ActivityFacts;
import vn.tiendo.plans.obligation.JsonText;

@Converter
class FactsText extends JsonText<ActivityFacts> {
    FactsText() {
        super(new TypeReference<>() {});
    }
}
