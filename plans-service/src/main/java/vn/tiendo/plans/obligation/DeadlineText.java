package vn.tiendo.plans.obligation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import vn.tiendo.plans.deadline.Deadline;

@Converter
class DeadlineText extends JsonText<Deadline> {
    DeadlineText() {
        super(new TypeReference<>() {});
    }
}
