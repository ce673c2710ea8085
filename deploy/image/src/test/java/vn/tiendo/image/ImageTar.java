package vn.tiendo.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// What a container engine would read from a tar.
record ImageTar(JsonNode manifest, JsonNode configuration, List<List<TarArchiveEntry>> layers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ImageTar read(Path tar) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        var manifest = JSON.readTree(content(files, "manifest.json")).get(0);
        var layers = new ArrayList<List<TarArchiveEntry>>();
        for (var layer : manifest.path("Layers")) {
            layers.add(entries(content(files, layer.asText())));
        }
        return new ImageTar(
                manifest, JSON.readTree(content(files, manifest.path("Config").asText())), layers);
    }

    JsonNode running() {
        return configuration.path("config");
    }

    List<String> filesOf(int layer) {
        return layers.get(layer).stream()
                .filter(TarArchiveEntry::isFile)
                .map(TarArchiveEntry::getName)
                .toList();
    }

    private static byte[] content(Map<String, byte[]> files, String name) {
        var content = files.get(name);
        if (content == null) {
            throw new IllegalStateException(name + " is not in the tar, only " + files.keySet());
        }
        return content;
    }

    private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
        InputStream content = new ByteArrayInputStream(layer);
        if (layer[0] == 0x1f) {
            content = new GZIPInputStream(content);
        }
        var entries = new ArrayList<TarArchiveEntry>();
        try (var in = new TarArchiveInputStream(content)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
