package vn.tiendo.kit.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.tiendo.kit.content.ContentProblem.FileNameRefused;

/// The name of a file as it is shown: composed, without folders and without marks that would show it differently.
public record FileName(String text) {

    private static final int LONGEST = 180;

    /// Control characters, separators of folders, and the marks that turn the direction of writing.
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069/\\\\]");

    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]|[\"%]");

    /// @throws FileNameRefused when it could not be shown as it is, or says no type
    public static FileName of(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        var dot = name.lastIndexOf('.');
        if (name.length() > LONGEST
                || dot < 1
                || dot == name.length() - 1
                || REFUSED.matcher(name).find()) {
            throw new FileNameRefused();
        }
        return new FileName(name);
    }

    public String extension() {
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// For `Content-Disposition`, by RFC 6266 and RFC 8187 (which took the place of RFC 5987): plain letters for old
    /// clients, the whole name for all others.
    public String disposition() {
        var plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return "attachment; filename=\"" + NOT_ASCII.matcher(plain).replaceAll("_") + "\"; filename*=UTF-8''"
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
