package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;

/// The joined text of a document with its blocks, and for every letter where it stands in the original.
///
/// @param text paragraphs whole, one per line
/// @param folded the same, letter for letter, without case and marks
/// @param accented does the document carry Vietnamese marks at all?
record BodyText(
        String original, String text, String folded, int[] from, int[] to, List<Block> blocks, boolean accented) {

    /// The words as they stand in the original, in as many pieces as page ends and footnotes break them into.
    List<String> quote(int start, int end) {
        var pieces = new ArrayList<String>();
        int pieceStart = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || isBroken(i - 1, i)) {
                pieces.add(original.substring(from[pieceStart], to[i - 1]).strip());
                pieceStart = i;
            }
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /// Were letters lifted out between the two?
    private boolean isBroken(int before, int after) {
        if (from[after] < to[before]) {
            return from[after] < from[before];
        }
        for (int i = to[before]; i < from[after]; i++) {
            if (Character.isLetterOrDigit(original.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    int offset(int position) {
        return from[position];
    }

    int endOffset(int position) {
        return to[position - 1];
    }

    String words(Block block) {
        return text.substring(block.start(), block.end());
    }

    /// Index of the block that holds a position of the text.
    int blockAt(int position) {
        int low = 0;
        int high = blocks().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks().get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
