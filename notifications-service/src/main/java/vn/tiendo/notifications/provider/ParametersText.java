package vn.tiendo.notifications.provider;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Keeps parameters in their column as `name=VALUE`, one after another.
@Converter
public class ParametersText implements AttributeConverter<Map<String, TemplateValue>, String> {

    private static final String BETWEEN = ",";

    @Override
    public String convertToDatabaseColumn(Map<String, TemplateValue> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(BETWEEN));
    }

    @Override
    public Map<String, TemplateValue> convertToEntityAttribute(String text) {
        return read(text);
    }

    static Map<String, TemplateValue> read(String text) {
        return Arrays.stream(text.split(BETWEEN, -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> TemplateValue.valueOf(each[1])));
    }
}
