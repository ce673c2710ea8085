package vn.tiendo.plans.imports.reader;

/// Where the preamble of a document ends: what it rests on, and the words that announce what follows.
final class Preamble {

    private final BodyText body;

    Preamble(BodyText body) {
        this.body = body;
    }

    /// Index of the first block behind it.
    int end() {
        var blocks = body.blocks();
        int i = 0;
        while (i < blocks.size() && blocks.get(i).zone() == Block.Zone.HEAD) {
            i++;
        }
        int first = i;
        for (; i < blocks.size() && i < first + 25; i++) {
            var block = blocks.get(i);
            var folded = body.folded().substring(block.start(), block.end());
            boolean opens = folded.startsWith("can cu ")
                    || folded.startsWith("- can cu")
                    || folded.startsWith("thuc hien ")
                    || folded.startsWith("theo ") && !tellsOfPlan(folded)
                    || folded.startsWith("xet ")
                    || folded.startsWith("de ");
            if (block.isRow()
                    || block.zone() != Block.Zone.BODY
                    || (block.marker().isHeading() && i > first)
                    || (!opens && !announces(folded) && !Letters.inCapitals(body.words(block)))) {
                return i;
            }
            if (block.marker().isHeading()) {
                return i;
            }
            if (folded.endsWith("nhu sau:")
                    || folded.endsWith("noi dung sau:")
                    || folded.endsWith("nhu sau.")
                    || folded.endsWith("sau day:")
                    || folded.endsWith("nhu sau")
                    || folded.endsWith("sau:")) {
                return i + 1;
            }
        }
        return i;
    }

    /// "Theo kế hoạch, từ ngày …": an article begins to tell what the plan demands.
    private static boolean tellsOfPlan(String folded) {
        return folded.startsWith("theo ke hoach,")
                || folded.startsWith("theo do")
                || folded.startsWith("theo ke hoach ,")
                || folded.startsWith("theo chi thi,")
                || folded.startsWith("theo quyet dinh,")
                || folded.startsWith("theo huong dan,");
    }

    /// The last paragraph of a preamble says that what follows is ordered; that of an article, what was issued.
    private static boolean announces(String folded) {
        return folded.contains("nhu sau")
                || folded.endsWith("sau:")
                || folded.startsWith("ngay ")
                || folded.startsWith("vua qua")
                || folded.contains(" ban hanh ke hoach ");
    }
}
