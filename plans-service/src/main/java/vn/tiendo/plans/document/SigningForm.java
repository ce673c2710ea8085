package vn.tiendo.plans.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// On whose behalf a document is signed. Decree 30/2020/NĐ-CP (article 13 and annex I) writes the abbreviation with a
/// full stop, the party's guidance on documents with a stroke.
public enum SigningForm {
    /// Thay mặt: for a body that decides collectively.
    ON_BEHALF("TM.", "T/M"),
    /// Ký thay: a deputy for the head.
    FOR("KT.", "K/T"),
    /// Thừa lệnh: the head of a unit by order of the head.
    BY_ORDER("TL.", "T/L"),
    /// Thừa ủy quyền: by written authorisation.
    BY_AUTHORISATION("TUQ.", "T/UQ"),
    /// Quyền: in charge until somebody is appointed.
    ACTING("Q.", "Q/");

    /// As Decree 30/2020/NĐ-CP writes it.
    private final String state;

    /// As the party writes it.
    private final String party;

    SigningForm(String state, String party) {
        this.state = state;
        this.party = party;
    }

    /// The form that the line above the signature begins with, if it names one; "TM" without a mark counts as well.
    static @Nullable SigningForm read(String line) {
        var folded = Text.folded(line);
        var end = folded.indexOf(' ');
        var first = (end < 0 ? folded : folded.substring(0, end));
        // "KT.CHỦ TỊCH" is often written without a blank.
        for (var form : List.of(BY_AUTHORISATION, ON_BEHALF, FOR, BY_ORDER, ACTING)) {
            var bare = form.state.substring(0, form.state.length() - 1);
            if (first.startsWith(form.state) || first.startsWith(form.party) || first.equals(bare)) {
                return form;
            }
        }
        return null;
    }
}
