package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import vn.tiendo.plans.deadline.Slack;

@Converter
class SlackText extends JsonText<Slack> {
    SlackText() {
        super(new TypeReference<>() {});
    }
}
