package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.Recipient;

/// What the foot of a document says: who signs, who receives it, and of an article who wrote it.
final class Foot {

    final List<Recipient> recipients = new ArrayList<>();
    final Signature signature;
    ReadFacts.@Nullable Author author;

    Foot(List<Line> lines) {
        var signing = new ArrayList<String>();
        var receiving = new ArrayList<String>();
        boolean inRecipients = false;
        boolean signed = false;
        for (var line : lines) {
            var cells = line.isRow() ? line.cells() : List.of(line);
            for (int c = 0; c < cells.size(); c++) {
                var text = cells.get(c).text();
                var folded = cells.get(c).folded();
                if (folded.startsWith("sao gui")) {
                    inRecipients = false;
                    signed = true;
                    continue;
                }
                if (Parts.isRecipientsHead(cells.get(c))) {
                    inRecipients = true;
                    signed = false;
                    if (text.length() > 12) {
                        receiving.add(text.substring(text.indexOf(':') + 1).strip());
                    }
                    continue;
                }
                boolean signs = Signature.isCapacity(text) || Signature.isPosition(text);
                boolean left = c == 0 && (Marker.of(text).level() == 9 || folded.startsWith("luu"));
                if (signs) {
                    inRecipients = line.isRow() && inRecipients;
                    signed = !line.isRow();
                    signing.add(text);
                } else if (left && !signed && (inRecipients || line.isRow())) {
                    receiving.add(text);
                } else if (inRecipients && c == 0 && !signed && !(signing.size() > 0 && Signature.isPersonName(text))) {
                    receiving.add(text);
                } else {
                    signing.add(text);
                }
            }
        }
        recipients(receiving);
        signature = Signature.of(signing);
        if (signature.position() == null && signature.capacity() == null) {
            author(lines);
        }
    }

    private void recipients(List<String> lines) {
        String group = null;
        var items = new ArrayList<String>();
        for (var line : lines) {
            int mark = Marker.of(line).level() >= 8 && Marker.of(line).isGiven()
                    ? Marker.of(line).length()
                    : 0;
            var text = line.substring(mark).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (mark == 0 && text.endsWith(":")) {
                group = text.substring(0, text.length() - 1)
                        .replaceFirst("^[Gg]ửi ", "")
                        .strip();
                continue;
            }
            if (mark == 0 && !items.isEmpty() && !endsItem(items.getLast())) {
                items.set(items.size() - 1, items.getLast() + " " + text);
            } else {
                items.add(text);
            }
        }
        for (var item : items) {
            recipient(item.length() > 500 ? item.substring(0, 500) : item, group);
        }
    }

    private static boolean endsItem(String item) {
        char last = item.charAt(item.length() - 1);
        return last == ';' || last == ',' || last == '.';
    }

    private void recipient(String item, @Nullable String group) {
        var name = item.replaceAll("[;,.\\s]+$", "");
        String purpose = null;
        int open = name.lastIndexOf('(');
        if (open > 0 && name.endsWith(")")) {
            purpose = name.substring(open + 1, name.length() - 1).strip();
            name = name.substring(0, open).strip();
        }
        if (Letters.fold(name).startsWith("luu")) {
            purpose = "Lưu";
        } else if (purpose == null && group != null && Letters.fold(name).equals("nhu tren")) {
            purpose = group;
        }
        if (!name.isEmpty()) {
            recipients.add(new Recipient(name, purpose));
        }
    }

    private void author(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (Signature.isPersonName(lines.get(i).text())) {
                author = new ReadFacts.Author(
                        lines.get(i).text(),
                        i + 1 < lines.size() ? lines.get(i + 1).text() : null);
                return;
            }
        }
    }
}
