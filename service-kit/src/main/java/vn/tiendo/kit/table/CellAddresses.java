package vn.tiendo.kit.table;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/// Refuses sheets with cells beyond the last column that a sheet can have: whoever reads a row makes room for
/// all columns up to its last one, and a few bytes can name the hundred millionth.
final class CellAddresses {

    private static final int LAST_COLUMN = 16_384; // XFD, ISO/IEC 29500
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private CellAddresses() {}

    /// @param part any part of a workbook; what begins with no markup is no sheet and not looked at
    /// @param name of the part; old drawings (VML) are the one kind that programs leave malformed
    static void requireWithinSheet(String name, InputStream part) throws IOException {
        part.mark(2);
        int first = part.read();
        int second = part.read();
        part.reset();
        if (!beginsAsXml(first, second)) {
            return;
        }
        try {
            var xml = XML.createXMLStreamReader(CloseShieldInputStream.wrap(part));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && "c".equals(xml.getLocalName())) {
                    require(xml.getAttributeValue(null, "r"));
                }
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (!name.endsWith(".vml")) {
                throw new TableProblem.UnreadableTable("XLSX");
            }
        }
    }

    private static boolean beginsAsXml(int first, int second) {
        return first == '<'
                || Character.isWhitespace(first)
                || first == 0xEF && second == 0xBB
                || first == 0xFE && second == 0xFF
                || first == 0xFF && second == 0xFE
                || first == 0 && second == '<';
    }

    private static void require(@Nullable String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (column > LAST_COLUMN || column < 1) {
                throw new TableProblem.TableTooLarge();
            }
        }
    }
}
