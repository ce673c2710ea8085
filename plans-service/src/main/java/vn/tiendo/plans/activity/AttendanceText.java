package vn.tiendo.plans.activity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.activity.ActivityApi.Category;

/// Keeps a few numbers by category as `PARTY_MEMBER=9 CADRE=3`.
@Converter
class AttendanceText implements AttributeConverter<Map<Category, Integer>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<Category, Integer> numbers) {
        return numbers == null
                ? null
                : numbers.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable Map<Category, Integer> convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var numbers = new EnumMap<Category, Integer>(Category.class);
        Arrays.stream(text.split(" ")).filter(each -> !each.isEmpty()).forEach(each -> {
            var at = each.indexOf('=');
            numbers.put(Category.valueOf(each.substring(0, at)), Integer.valueOf(each.substring(at + 1)));
        });
        return numbers;
    }
}
