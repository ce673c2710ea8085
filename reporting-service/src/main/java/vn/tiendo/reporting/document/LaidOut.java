package vn.tiendo.reporting.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Cell;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;
import vn.tiendo.reporting.document.Block.Words;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;

/// A paper worded as the rule in force on its day wants it, line by line: what all kinds of files have in common.
record LaidOut(OfficialDocument document, LayoutRule rule) {

    private static final String[] ROMAN = {"I", "V", "X", "L", "C"};

    static LaidOut of(OfficialDocument document) {
        var letterhead = document.letterhead();
        return new LaidOut(document, LayoutRules.inForce(letterhead.form(), letterhead.ruleDay()));
    }

    @Nullable
    String superior() {
        var superior = document.letterhead().superior();
        return superior == null ? null : Text.upper(superior);
    }

    String issuer() {
        return Text.upper(document.letterhead().issuer());
    }

    String numberLine() {
        var letterhead = document.letterhead();
        return rule.number().pattern().formatted(orBlank(letterhead.number()), orBlank(letterhead.symbol()));
    }

    private String orBlank(@Nullable String text) {
        return text == null || Text.line(text).isEmpty() ? rule.number().blank() : Text.line(text);
    }

    /// Days before the tenth and the first two months have a nought before them, so that nothing can be added.
    String placeAndDate() {
        var letterhead = document.letterhead();
        var place = letterhead.place() == null ? rule.number().blank().repeat(2) : Text.line(letterhead.place());
        return place + ", " + day(letterhead.date(), letterhead.drawnUpOn().getYear());
    }

    private String day(@Nullable LocalDate date, int year) {
        if (date == null) {
            var blank = "\u00A0".repeat(6);
            return "ngày" + blank + "tháng" + blank + "năm " + year;
        }
        var month = date.getMonthValue();
        return "ngày %02d tháng %s năm %d"
                .formatted(date.getDayOfMonth(), month < 3 ? "0" + month : Integer.toString(month), date.getYear());
    }

    /// What somebody has to fill in with a pen, by the names that the interface gives to it.
    List<String> blanks() {
        var letterhead = document.letterhead();
        var signature = document.signature();
        var blanks = new ArrayList<String>();
        addBlank(blanks, "number", letterhead.number());
        addBlank(blanks, "symbol", letterhead.symbol());
        addBlank(blanks, "place", letterhead.place());
        addBlank(blanks, "date", letterhead.date());
        addBlank(blanks, "post", signature.post());
        addBlank(blanks, "signer", signature.name());
        return List.copyOf(blanks);
    }

    private static void addBlank(List<String> blanks, String name, @Nullable Object value) {
        if (value == null) {
            blanks.add(name);
        }
    }

    boolean isLetter() {
        return document.type() == null;
    }

    String type() {
        return Text.upper(Objects.requireNonNull(document.type()));
    }

    String subject() {
        var subject = Text.line(document.subject());
        return isLetter() ? rule.letter().prefix() + subject : subject;
    }

    /// The name under which a reader lists the file.
    String name() {
        return Text.line((document.type() == null ? "" : document.type() + " ") + document.subject());
    }

    List<String> addressees() {
        return document.addressees().stream().map(Text::line).toList();
    }

    /// The body with its sections numbered, one entry per paragraph.
    List<Block> body() {
        var blocks = new ArrayList<Block>();
        int sections = 0;
        for (var block : document.body()) {
            switch (block) {
                case Section section -> blocks.add(new Section(numbered(++sections, section.title())));
                case Paragraph paragraph ->
                    Text.paragraphs(paragraph.text()).forEach(line -> blocks.add(new Paragraph(line)));
                case Attributed attributed -> attribute(attributed, blocks);
                case Grid grid -> blocks.add(grid);
            }
        }
        return List.copyOf(blocks);
    }

    /// The name stands before the first paragraph of a unit's text.
    private static void attribute(Attributed attributed, List<Block> blocks) {
        var lines = Text.paragraphs(attributed.text());
        IntStream.range(0, lines.size())
                .mapToObj(i -> i == 0
                        ? new Attributed(Text.line(attributed.unit()), lines.get(i))
                        : new Paragraph(lines.get(i)))
                .forEach(blocks::add);
    }

    private String numbered(int number, String title) {
        var words = rule.body().upperCaseSections() ? Text.upper(title) : Text.line(title);
        return roman(number) + rule.body().sectionMark() + " " + words;
    }

    static String roman(int number) {
        return digit(number / 10, 2) + digit(number % 10, 0);
    }

    private static String digit(int digit, int place) {
        var one = ROMAN[place];
        return switch (digit) {
            case 4 -> one + ROMAN[place + 1];
            case 9 -> one + ROMAN[place + 2];
            default -> (digit > 4 ? ROMAN[place + 1] : "") + one.repeat(digit % 5);
        };
    }

    static String text(Cell cell) {
        return switch (cell) {
            case Words words -> Text.line(words.text());
            case Amount amount -> number(amount.value());
        };
    }

    /// 1234.5 is written 1.234,5.
    static String number(BigDecimal value) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign('-');
        var format = new DecimalFormat("#,##0.####################", symbols);
        return format.format(value);
    }

    List<String> authorities() {
        return document.signature().authorities().stream()
                .map(authority -> rule.signing().words().get(authority.capacity()) + " " + Text.upper(authority.of()))
                .toList();
    }

    @Nullable
    String post() {
        var post = document.signature().post();
        return post == null ? null : Text.upper(post);
    }

    /// Empty when nobody has filled it in.
    String signer() {
        var name = document.signature().name();
        return name == null ? "" : Text.line(name);
    }

    /// Each with the dash before it and the mark behind it.
    List<String> recipients() {
        var recipients = document.recipients();
        return IntStream.range(0, recipients.size())
                .mapToObj(i -> "- " + recipient(recipients.get(i)) + (i == recipients.size() - 1 ? "." : ";"))
                .toList();
    }

    private String recipient(Recipient recipient) {
        var name = Text.line(recipient.name());
        var purpose = recipient.purpose();
        return purpose == null ? name : name + " " + rule.recipients().purpose().formatted(Text.line(purpose));
    }
}
