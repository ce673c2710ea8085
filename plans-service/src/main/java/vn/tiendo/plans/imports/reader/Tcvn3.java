package vn.tiendo.plans.imports.reader;

/// Texts of the nineties and two thousands in the code of TCVN 5712 ("ABC", fonts like .VnTime): each Vietnamese letter
/// is one byte, which other programs show as signs, such as "KÕ ho¹ch" for "Kế hoạch". Capitals were a matter of the
/// font (.VnTimeH) and are lost.
final class Tcvn3 {

    private static final String CODES =
            "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb"
                    + "\u00ae\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de"
                    + "\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee"
                    + "\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe"
                    + "\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6";
    private static final String LETTERS =
            "àáảãạăằắẳẵặâầấẩẫậ" + "đèéẻẽẹêềếểễệìíỉĩị" + "òóỏõọôồốổỗộơờớởỡợ" + "ùúủũụưừứửữựỳýỷỹỵ" + "ĂÂĐÊÔƠƯ";

    /// Signs that stand inside words in this code and in no proper text.
    private static final String TELLING =
            "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00a9\u00ae\u00aa\u00ab\u00ac\u00ad";

    private static final int LOOKED_AT = 20_000;

    private Tcvn3() {}

    static boolean isIn(String text) {
        int telling = 0;
        int proper = 0;
        int letters = 0;
        for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
            char letter = text.charAt(i);
            boolean inWord = i > 0 && Character.isLetter(text.charAt(i - 1))
                    || i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            letters += Character.isLetter(letter) ? 1 : 0;
            telling += TELLING.indexOf(letter) >= 0 && inWord ? 1 : 0;
            proper +=
                    letter >= '\u1ea0' && letter <= '\u1ef9' || letter == 'đ' || letter == 'ơ' || letter == 'ư' ? 1 : 0;
        }
        return telling > 5 && telling * 20 > letters && proper * 10 < telling;
    }

    /// Letter for letter, so that positions stay.
    static String decoded(String text) {
        var decoded = new char[text.length()];
        for (int i = 0; i < decoded.length; i++) {
            int at = CODES.indexOf(text.charAt(i));
            decoded[i] = at < 0 ? text.charAt(i) : LETTERS.charAt(at);
        }
        return new String(decoded);
    }
}
