package vn.tiendo.plans.imports.reader;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds who owes, to whom and via whom, in the words of the text.
final class Parties {

    private static final Set<String> LEAD_INS = Set.of(
            "can", "sau", "trong", "tren", "theo", "de", "tu", "hang", "dinh", "truoc", "khi", "ngoai", "nham", "tai",
            "thong", "bang", "voi", "cung", "ket", "doi", "dong", "nhan", "cuoi", "tiep", "dua");
    private static final Set<String> ASKS = Set.of("giao", "yeu", "de", "phan", "kinh", "do");
    private static final int LONGEST_PARTY = 48;

    private final Tokens tokens;
    private final boolean[] hidden;
    private final Verbs verbs;
    private final Bodies bodies;
    private final Recipients recipients;

    Parties(Tokens tokens, boolean[] hidden) {
        this.tokens = tokens;
        this.hidden = hidden;
        verbs = new Verbs(tokens);
        bodies = new Bodies(tokens);
        recipients = new Recipients(tokens, hidden, bodies);
    }

    boolean startsOrganisation(int i) {
        return bodies.startsOrganisation(i);
    }

    boolean isVerb(int i, int end) {
        return verbs.begins(i, end);
    }

    /// To whom it goes: behind "gửi về", "báo cáo", "nộp cho", "trình".
    @Nullable
    String recipient(int start, int end) {
        return recipients.recipient(start, end);
    }

    /// The body named behind "qua".
    @Nullable
    String via(int start, int end) {
        return recipients.via(start, end);
    }

    /// Who owes, read from the start of a sentence or clause.
    @Nullable
    String subject(int start, int end) {
        int i = start;
        while (i < end && (tokens.isSign(i) || tokens.isNumber(i))) {
            i++;
        }
        if (tokens.isOneOf(i, "dong") && tokens.is(i + 1, "thoi")) {
            i += tokens.is(i + 2, ",") ? 3 : 2;
        }
        if (ASKS.contains(tokens.word(i))) {
            int asked = asked(i);
            if (asked > i) {
                return party(asked, end);
            }
        }
        if (LEAD_INS.contains(tokens.word(i)) && !tokens.is(i, "dong", "chi") && !tokens.is(i, "thong", "tin")) {
            return afterLeadIn(i, end);
        }
        return party(ordered(i, end), end);
    }

    /// "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính …": who is told to owes, not who tells.
    private int ordered(int start, int end) {
        for (int j = start + 1; j < Math.min(end, start + 12) && !tokens.isOneOf(j, ",", ";", ":", "."); j++) {
            boolean tells = tokens.is(j, "yeu", "cau") || tokens.is(j, "de", "nghi");
            if (tells && bodies.startsOrganisation(j + 2)
                    || tokens.isExactly(j, "giao") && bodies.startsOrganisation(j + 1)) {
                return tells ? j + 2 : j + 1;
            }
            if (verbs.begins(j, end)) {
                return start;
            }
        }
        return start;
    }

    private int asked(int i) {
        int j = i + 1;
        if (tokens.is(i, "giao") && (!tokens.isExactly(i, "giao") || tokens.isOneOf(j, "vien", "duc"))) {
            return -1;
        }
        if (tokens.isOneOf(j, "cau", "nghi", "cong")) {
            j++;
        } else if (!tokens.is(i, "giao") && !tokens.is(i, "do")) {
            return -1;
        }
        while (tokens.isOneOf(j, "cho", ":", "doi", "voi")) {
            j++;
        }
        return Bodies.HEADS.contains(tokens.word(j)) || tokens.isCapitalised(j) ? j : -1;
    }

    /// "Căn cứ …, các cấp ủy …": the party stands behind the first comma that one follows.
    private @Nullable String afterLeadIn(int i, int end) {
        int limit = Math.min(end, i + 90);
        if (tokens.is(i, "doi", "voi")) {
            var party = party(i + 2, end);
            int stop = i + 2;
            while (stop < limit && !tokens.isOneOf(stop, ":", ",", ";", ".")) {
                stop++;
            }
            if (party != null) {
                return party;
            }
        }
        for (int j = i; j < limit; j++) {
            if (tokens.isOneOf(j, ";", ":", ".")) {
                return null;
            }
            if (tokens.is(j, ",") && !hidden[j]) {
                boolean begins = Bodies.HEADS.contains(tokens.word(j + 1))
                                && tokens.isOneOf(j + 1, "cac", "moi", "tung", "tat", "toan")
                        || bodies.startsOrganisation(j + 1);
                if (begins) {
                    var party = party(j + 1, end);
                    if (party != null) {
                        return party;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String party(int start, int end) {
        if (!Bodies.HEADS.contains(tokens.word(start)) && !tokens.isCapitalised(start)) {
            return null;
        }
        if (bodies.isThing(start)
                || verbs.begins(start, end)
                || LEAD_INS.contains(tokens.word(start)) && !Bodies.HEADS.contains(tokens.word(start))) {
            return null;
        }
        int depth = 0;
        int i = start;
        while (i < end && i - start < LONGEST_PARTY) {
            if (tokens.isOneOf(i, "(")) {
                depth++;
            } else if (tokens.is(i, ")")) {
                depth--;
            } else if (depth == 0 && i > start && (verbs.begins(i, end) || tokens.isOneOf(i, ":", ";", "."))) {
                break;
            }
            i++;
        }
        if (i == end || i - start >= LONGEST_PARTY || !Bodies.HEADS.contains(tokens.word(start))) {
            return null;
        }
        return tidy(tokens, start, i);
    }

    /// The words of a name, without what stands in brackets.
    static @Nullable String tidy(Tokens tokens, int start, int end) {
        int last = end;
        while (last > start && tokens.isOneOf(last - 1, ",", "(", "-", "va")) {
            last--;
        }
        if (last <= start) {
            return null;
        }
        var text = tokens.body().text().substring(tokens.start(start), tokens.end(last - 1));
        text = text.replaceAll("\\s*\\([^()]{0,300}\\)", "").strip().replaceFirst(",?\\s+(?:việc|thì)$", "");
        return text.length() < 2 || text.length() > 400 ? null : text;
    }

    /// Whom it is done with: behind "phối hợp với".
    List<String> coordinators(int start, int end) {
        for (int i = start; i < end; i++) {
            if (tokens.is(i, "phoi", "hop")) {
                int name = tokens.isOneOf(i + 2, "voi", "cung") ? i + 3 : i + 2;
                if (!bodies.startsOrganisation(name) && !tokens.is(name, "hoc", "vien")) {
                    continue;
                }
                int j = name;
                while (j < end
                        && j - name < 24
                        && !verbs.begins(j, end)
                        && !tokens.isOneOf(j, ".", ";", ":", "(", ")")) {
                    j++;
                }
                var read = tidy(tokens, name, j);
                return read == null ? List.of() : List.of(read);
            }
        }
        return List.of();
    }

    /// Does a phrase name a body or a group of persons and nothing else, as a heading does?
    boolean isParty(int start, int end) {
        if (end <= start || end - start > 50 || !Bodies.HEADS.contains(tokens.word(start))) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (verbs.begins(i, end)) {
                return false;
            }
        }
        return bodies.startsOrganisation(start)
                || tokens.isOneOf(start, "cac", "moi", "tung", "lien", "cum")
                || tokens.isCapitalised(start) && bodies.isBodyWord(start);
    }
}
