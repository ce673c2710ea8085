package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of the sample's folder, as its README describes them.
record SampleFiles(Path folder) {
    boolean exist() {
        return Files.exists(folder.resolve("organisations.csv")) && Files.exists(folder.resolve("documents.json"));
    }

    /// The rows below the heading, by the names of the heading.
    List<Map<String, String>> rows(String name) {
        try {
            var lines = Files.readAllLines(folder.resolve(name));
            var heading = cells(lines.getFirst());
            var rows = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = cells(line);
                if (cells.size() != heading.size())
                    throw new LoadFailure(name + " has a row of another length: " + line);
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < cells.size(); i++) row.put(heading.get(i), cells.get(i));
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new LoadFailure(folder.resolve(name) + " cannot be read: " + e.getMessage());
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new LoadFailure(folder.resolve(name) + " cannot be read: " + e.getMessage());
        }
    }

    JsonNode json(String name) {
        try {
            return Api.JSON.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new LoadFailure(folder.resolve(name) + " cannot be read: " + e.getMessage());
        }
    }

    /// A value with a comma stands in double quotes.
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
