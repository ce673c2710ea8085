package vn.tiendo.notifications.broadcast;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.tiendo.kit.security.Role;

/// Keeps roles as words in their column, separated by blanks.
@Converter
public class RolesText implements AttributeConverter<List<Role>, String> {

    @Override
    public String convertToDatabaseColumn(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(" "));
    }

    @Override
    public List<Role> convertToEntityAttribute(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Role::valueOf).toList();
    }
}
