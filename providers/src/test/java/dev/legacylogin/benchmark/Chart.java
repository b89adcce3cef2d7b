package dev.legacylogin.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * The processor time of pairs as ratios in one picture (SVG), a heading for each group: the median as a bar, the quartiles
 * as a line over it.
 */
final class Chart {

    private static final int ROW = 22;
    private static final int TOP = 50;
    private static final int LEFT = 330;
    private static final int UNIT = 180; // pixels of a ratio of 1
    private static final double MOST = 2.5;
    private static final int WIDTH = LEFT + (int) (MOST * UNIT) + 60;
    private static final String TITLE =
            "CPU time as a multiple of that of what it is measured against (less is better)";

    private final StringBuilder rows = new StringBuilder();
    private String group = "";
    private int y = TOP;

    private Chart() {}

    /** A picture with a row for each. */
    static String of(List<Result> results) {
        Chart chart = new Chart();
        results.forEach(chart::add);
        return chart.svg();
    }

    private void add(Result result) {
        if (!group.equals(result.pair().group())) {
            group = result.pair().group();
            rows.append(text(10, y + 18, "start", group));
            y += ROW;
        }
        rows.append(row(result));
        y += ROW;
    }

    private String row(Result result) {
        Spread ratio = result.ratio(Slice::cpuMillis);
        int middle = y + ROW / 2;
        String against = result.name() + " : " + result.pair().beside();
        return text(LEFT - 8, middle + 4, "end", against)
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#7aa6d8\"/>\n"
                        .formatted(LEFT, y + 4, x(ratio.median()) - LEFT, ROW - 8)
                + line(x(ratio.low()), middle, x(ratio.high()), middle, "#1d3f66")
                + text(x(ratio.high()) + 6, middle + 4, "start", String.format(Locale.ROOT, "%.2f", ratio.median()));
    }

    private String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, y + 10)
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + text(10, 20, "start", TITLE)
                + text(LEFT + UNIT, TOP - 6, "middle", "1")
                + rows
                + line(LEFT + UNIT, TOP, LEFT + UNIT, y, "#888888")
                + "</svg>\n";
    }

    private static int x(double ratio) {
        return LEFT + (int) Math.round(Math.min(ratio, MOST) * UNIT);
    }

    private static String line(int fromX, int fromY, int toX, int toY, String colour) {
        return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n"
                .formatted(fromX, fromY, toX, toY, colour);
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, text);
    }
}
