package vn.tiendo.plans.obligation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps a short list of ids as text, separated by blanks.
@Converter
public class IdsText implements AttributeConverter<List<UUID>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable List<UUID> ids) {
        return ids == null ? "" : ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<UUID> convertToEntityAttribute(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(UUID::fromString).toList();
    }
}
