package vn.tiendo.reporting.document;

import java.util.regex.Pattern;
import vn.tiendo.kit.content.FileName;

/// Names under which files are saved, made from titles.
public final class FileNames {

    private static final int LONGEST = 120;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[/\\\\:*?\"<>|“”]+");

    private FileNames() {}

    /// For `Content-Disposition`.
    public static String attachment(String title, String extension) {
        var name = Text.line(NOT_IN_NAMES.matcher(Text.line(title)).replaceAll(" "));
        var shortened = name.codePointCount(0, name.length()) > LONGEST
                ? Text.line(name.substring(0, name.offsetByCodePoints(0, LONGEST)))
                : name;
        return FileName.of((shortened.isEmpty() ? "van-ban" : shortened) + "." + extension)
                .disposition();
    }
}
