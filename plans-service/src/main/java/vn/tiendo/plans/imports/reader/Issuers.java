package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.Issuer;

/// Which body issues a document, where it is and at which level it stands.
final class Issuers {

    private final BodyText body;
    private final Tokens tokens;
    private final boolean[] hidden;
    private final Head head;
    private final int preambleEnd;

    Issuers(BodyText body, Tokens tokens, boolean[] hidden, Head head, int preambleEnd) {
        this.body = body;
        this.tokens = tokens;
        this.hidden = hidden;
        this.head = head;
        this.preambleEnd = preambleEnd;
    }

    @Nullable
    Issuer read(boolean article, @Nullable LocalDate issued) {
        var names = new ArrayList<String>();
        for (var line : head.issuers) {
            if (!names.isEmpty() && goesOn(names.getLast(), line)) {
                names.set(names.size() - 1, names.getLast() + " " + line);
            } else {
                names.add(line);
            }
        }
        if (names.isEmpty()) {
            return fromPreamble(article, issued);
        }
        var name = Names.proper(names.getLast(), body.text());
        var parent = names.size() > 1 ? Names.proper(names.get(names.size() - 2), body.text()) : null;
        boolean board = parent != null
                && Letters.fold(parent).matches("(tinh|thanh|huyen|thi|quan|dang) (uy|doan).*")
                && !Letters.fold(name).contains(" uy ");
        var full = board ? name + " " + parent : name;
        var locality = locality(full, parent);
        return new Issuer(
                full, parent, locality, level(full + " " + Objects.requireNonNullElse(parent, ""), locality, issued));
    }

    private static boolean goesOn(String before, String line) {
        var folded = Letters.fold(line);
        boolean place = folded.matches("(tinh|huyen|quan|phuong|xa|thi xa|thi tran|thanh pho|tp\\.?) .*")
                && !folded.matches("(tinh|thi|huyen|quan|thanh|xa) (uy|doan).*");
        var last = Letters.fold(before);
        boolean open = last.endsWith(" va")
                || last.endsWith(" cua")
                || last.endsWith(",")
                || last.endsWith(" -")
                || folded.startsWith("va ")
                || folded.startsWith("viet nam")
                || folded.startsWith("cong san ")
                || folded.startsWith("ho chi minh")
                || folded.equals("nhan dan");
        boolean people = last.matches("uy ban nhan dan|ubnd|hoi dong nhan dan|uy ban")
                && !folded.startsWith("so ")
                && !folded.startsWith("phong ");
        return place || open || people;
    }

    /// Without a head the preamble tells: "…, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch …".
    private @Nullable Issuer fromPreamble(boolean article, @Nullable LocalDate issued) {
        var blocks = body.blocks();
        int last = Math.min(blocks.size(), Math.max(preambleEnd, 1));
        for (int b = last - 1; b >= 0; b--) {
            var block = blocks.get(b);
            if (block.zone() != Block.Zone.BODY && !article) {
                continue;
            }
            int start = tokens.at(block.start());
            int end = tokens.at(block.end());
            var parties = new Parties(tokens, hidden);
            for (int i = end - 2; i > start; i--) {
                boolean acts = tokens.is(i, "ban", "hanh") && !tokens.isCapitalised(i)
                        || tokens.is(i, "xay", "dung")
                        || tokens.is(i, "huong", "dan") && !tokens.isCapitalised(i)
                        || tokens.is(i, "de", "nghi")
                        || tokens.is(i, "yeu", "cau")
                        || tokens.is(i, "trien", "khai")
                        || tokens.is(i, "thong", "bao") && !tokens.isCapitalised(i);
                if (!acts || hidden[i]) {
                    continue;
                }
                int name = i;
                while (name > start
                        && i - name < 16
                        && !tokens.isOneOf(name - 1, ",", ";", ".", "”", "\n", ")", "-")
                        && !hidden[name - 1]) {
                    name--;
                }
                if (tokens.isCapitalised(name) && parties.startsOrganisation(name) && name < i) {
                    var text = body.text()
                            .substring(tokens.start(name), tokens.end(i - 1))
                            .strip()
                            .replaceFirst("\\s+(đã|vừa|đã vừa)$", "");
                    var locality = locality(text, null);
                    return new Issuer(text, null, locality, level(text, locality, issued));
                }
            }
        }
        return null;
    }

    private @Nullable String locality(String name, @Nullable String parent) {
        var own = Names.place(name);
        if (own == null && parent != null) {
            own = Names.place(parent);
        }
        if (own != null) {
            return own;
        }
        if (head.place != null) {
            return head.place.replaceFirst("^(TP\\.?|TX\\.?|Tp\\.?|Thành phố|Thị xã|Huyện|thành phố|thị xã)\\s*", "");
        }
        boolean province = Letters.fold(name).contains("tinh");
        var fromTitle = head.title == null ? null : Names.place(head.title);
        if (fromTitle != null) {
            return fromTitle;
        }
        return province ? Provinces.mostNamed(body.text()) : null;
    }

    private String level(String name, @Nullable String locality, @Nullable LocalDate issued) {
        var folded = (" " + Letters.fold(name) + " ").replace("moi truong", "moi");
        boolean ministry = folded.startsWith(" bo ")
                && !folded.startsWith(" bo chi huy")
                && !folded.startsWith(" bo tu lenh")
                && !folded.startsWith(" bo mon");
        if (ministry) {
            return "CENTRAL";
        }
        boolean unit = folded.contains("benh vien")
                || folded.startsWith(" truong ") && !folded.contains("chinh tri")
                || folded.contains("cong ty")
                || folded.contains(" chi bo ");
        if (unit) {
            return "UNIT";
        }
        if (folded.contains(" tinh ") || folded.contains("tinh uy") || folded.contains("tinh doan")) {
            return folded.contains(" huyen ") || folded.contains(" thi xa ") ? "DISTRICT" : "PROVINCE";
        }
        boolean commune = folded.contains(" xa ") && !folded.contains(" thi xa ") && !folded.contains("xa hoi")
                || folded.contains(" phuong ")
                || folded.contains(" thi tran ");
        boolean school = folded.contains("truong ") && !folded.contains("truong chinh tri")
                || folded.contains("benh vien")
                || folded.contains("chi bo")
                || folded.contains("cong ty")
                || folded.contains("trung tam");
        if (school) {
            return "UNIT";
        }
        if (commune) {
            return "COMMUNE";
        }
        if (folded.contains("huyen")
                || folded.contains("thi uy")
                || folded.contains(" thi xa ")
                || folded.contains(" quan ")
                || folded.contains("quan uy")
                || folded.contains(" phong ")) {
            return "DISTRICT";
        }
        if (folded.contains("thanh uy")
                || folded.contains("thanh pho")
                || folded.contains(" tp ")
                || folded.contains("thanh doan")) {
            return locality == null
                            || Provinces.isCentralCity(locality)
                            || folded.contains(" so ")
                            || issued != null && issued.getYear() > 2025
                    ? "PROVINCE"
                    : "DISTRICT";
        }
        if (folded.startsWith(" so ")) {
            return "PROVINCE";
        }
        boolean central = folded.contains("trung uong")
                || folded.startsWith(" bo ")
                || folded.contains("chinh phu")
                || folded.contains("thu tuong")
                || folded.contains("tong ")
                || folded.contains("quoc hoi")
                || folded.contains("ban bi thu")
                || folded.contains("viet nam");
        return central ? "CENTRAL" : "UNIT";
    }
}
