package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotSupportedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of files, and what is told of those that cannot be read. */
class RowsTest {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    /** Each row as its number and values, or as its number and the reason. */
    private static List<String> read(String type, InputStream file) throws IOException {
        Rows rows = Rows.of(type, file);
        List<String> read = new ArrayList<>();
        while (true) {
            try {
                Row row = rows.next();
                if (row == null) {
                    return read;
                }
                read.add(row.number() + " " + new TreeMap<>(row.values()));
            } catch (RefusedRowException e) {
                read.add(e.row() + " refused: " + e.getMessage());
            }
        }
    }

    private static List<String> read(String type, byte[] file) throws IOException {
        return read(type, new ByteArrayInputStream(file));
    }

    private static List<String> read(String type, String file) throws IOException {
        return read(type, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void csvHasQuotesLineFeedsAndNulls() throws IOException {
        assertThat(read(CSV, "\uFEFFa,b\r\n1,\"x,\"\"y\"\"\r\nz\"\r\n\r\n2,\\N\n3,\"\\N\"\n4,q\"uote\n5,\n6,é"))
                .containsExactly(
                        "1 {a=1, b=x,\"y\"\r\nz}",
                        "2 {a=2, b=null}",
                        "3 {a=3, b=\\N}",
                        "4 {a=4, b=q\"uote}",
                        "5 {a=5, b=}",
                        "6 {a=6, b=é}");
    }

    @Test
    void blankLinesAreNoRows() throws IOException {
        assertThat(read(CSV, "a,b\n" + "\r\n".repeat(300_000) + "1,2\n")).containsExactly("1 {a=1, b=2}");
    }

    @Test
    void csvOfOneColumnMayEndAnywhere() throws IOException {
        assertThat(read(CSV, "a\n1\n2")).containsExactly("1 {a=1}", "2 {a=2}");
        assertThat(read(CSV, "a\n")).isEmpty();
        assertThat(read(CSV, "a")).isEmpty();
    }

    /** A broken line costs its own row, and no other. */
    @Test
    void brokenCsvRowsAreToldAndReadingGoesOn() throws IOException {
        assertThat(read(CSV, "a,b\n1\n2,x,y\n3,\"open\n4,x\n5,\"x\"y\n6,x\n7,\"x\n"))
                .containsExactly(
                        "1 refused: It has 1 fields, and the header has 2.",
                        "2 refused: It has 3 fields, and the header has 2.",
                        "3 refused: There is something behind a quote's end.",
                        "4 {a=4, b=x}",
                        "5 refused: There is something behind a quote's end.",
                        "6 {a=6, b=x}",
                        "7 refused: A quote has no end.");
    }

    @Test
    void quoteWithoutEndDoesNotSwallowTheFile() throws IOException {
        String rows = "2,x\n".repeat(40_000);

        List<String> read = read(CSV, "a,b\n1,\"open\n" + rows);

        assertThat(read).hasSize(40_001);
        assertThat(read.get(0)).isEqualTo("1 refused: It is longer than 64 KiB, or a quote has no end.");
        assertThat(read.subList(1, read.size())).allMatch(row -> row.endsWith(" {a=2, b=x}"));
        assertThat(read.get(40_000)).startsWith("40001 ");
    }

    @Test
    void lineThatIsTooLongIsOneRefusal() throws IOException {
        assertThat(read(CSV, "a,b\n1," + "x".repeat(200_000) + "\n2,x\n"))
                .containsExactly("1 refused: It is longer than 64 KiB, or a quote has no end.", "2 {a=2, b=x}");
    }

    @Test
    void csvRowThatIsNotUtf8IsRefused() throws IOException {
        byte[] file = "a,b\n1,?\n2,x\n".getBytes(StandardCharsets.UTF_8);
        file[6] = (byte) 0xE9;

        assertThat(read(CSV, file)).containsExactly("1 refused: It is not in UTF-8.", "2 {a=2, b=x}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,a\n1,2\n", "a,,b\n", "a, \n", "\"a\n1\n"})
    void headerMustNameEachColumn(String file) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(CSV, file));
    }

    @Test
    void csvKnowsItsColumns() throws IOException {
        InputStream file = new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Rows.of(CSV, file).columns())
                .hasValueSatisfying(columns -> assertThat(columns).containsExactlyInAnyOrder("a", "b"));
    }

    @Test
    void jsonIsAnArrayOfObjects() throws IOException {
        assertThat(read(
                        JSON,
                        " [ {\"a\":1,\"b\":null}, {\"a\":\"\\u00e9\",\"b\":{\"c\":[1]}}, {\"a\":true,\"b\":1.50} ] "))
                .containsExactly("1 {a=1, b=null}", "2 {a=é, b={\"c\":[1]}}", "3 {a=true, b=1.50}");
        assertThat(read(JSON, "[]")).isEmpty();
    }

    @Test
    void brokenJsonIsToldWhereItBreaks() throws IOException {
        String end = "It is no JSON, and so the file cannot be read from here on.";
        assertThat(read(JSON, "[{\"a\":1},2,[3],{\"a\":4},{\"a\":}]"))
                .containsExactly(
                        "1 {a=1}",
                        "2 refused: It is no JSON object.",
                        "3 refused: It is no JSON object.",
                        "4 {a=4}",
                        "5 refused: " + end);
        assertThat(read(JSON, "[{\"a\":1},")).containsExactly("1 {a=1}", "2 refused: " + end);
        assertThat(read(JSON, "[{\"a\":1}")).containsExactly("1 {a=1}", "2 refused: " + end);
        assertThat(read(JSON, "[{\"a\":1}]x")).containsExactly("1 {a=1}", "2 refused: " + end);
        assertThat(read(JSON, "[{\"a\":1}] 2"))
                .containsExactly("1 {a=1}", "2 refused: There is something behind the array.");
        assertThat(read(JSON, "[{\"a\":\"" + "x".repeat(17_000_000) + "\"},{\"a\":1}]"))
                .containsExactly("1 refused: " + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"x\",\"b\":\"x\"", "[1,2,3,\"x\"]", "{\"b\":\"x\"}"})
    void jsonRowThatIsTooLongCostsNoOther(String values) throws IOException {
        String tooLong = values.replace("x", "x".repeat(70_000));

        assertThat(read(JSON, "[{\"a\":" + tooLong + "},{\"a\":1}]"))
                .containsExactly("1 refused: It is longer than 64 KiB.", "2 {a=1}");
    }

    /** Jackson takes UTF-32 too, which breaks in another way. */
    @Test
    void brokenUtf32IsToldWhereItBreaks() throws IOException {
        byte[] file = ("[" + " ".repeat(10_000) + "?").getBytes(Charset.forName("UTF-32BE"));
        Arrays.fill(file, file.length - 4, file.length, (byte) -1);

        assertThat(read(JSON, file))
                .containsExactly("1 refused: It is no JSON, and so the file cannot be read from here on.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(JSON, new byte[] {0, 0, 0, '[', -1, -1, -1, -1}))
                .withMessage("The file is no JSON array.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(JSON, new byte[] {0, 0, '[', 0}))
                .withMessage("The file is no JSON array.");
    }

    /** An array of 400 MB in a field, of which no more than a row is kept. */
    @Test
    void longArrayIsReadInLittleMemory() throws IOException {
        byte[] begin = "[{\"a\":[1".getBytes(StandardCharsets.UTF_8);
        byte[] more = (",1".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        byte[] end = "]},{\"a\":1}]".getBytes(StandardCharsets.UTF_8);

        List<String> read = read(
                JSON,
                new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(begin), new Repeated(more, 40_000)),
                        new ByteArrayInputStream(end)));

        assertThat(read).containsExactly("1 refused: It is longer than 64 KiB.", "2 {a=1}");
    }

    /** {@code SELECT *} of two tables has such rows, and the header of its CSV is refused too. */
    @Test
    void columnThatIsThereTwiceIsRefused() throws IOException {
        assertThat(read(JSON, "[{\"id\":1,\"id\":null},{\"id\":null,\"id\":2},{\"id\":3}]"))
                .containsExactly("1 refused: It is there twice.", "2 refused: It is there twice.", "3 {id=3}");
        assertThat(read(NDJSON, "{\"id\":1,\"id\":2}\n")).containsExactly("1 refused: It is no JSON object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n1\n", "[{\"a\":1}]", "{\"a\":1}"})
    void byteOrderMarkIsNoText(String file) throws IOException {
        String type = file.startsWith("a") ? CSV : file.startsWith("[") ? JSON : NDJSON;

        assertThat(read(type, "\uFEFF" + file)).containsExactly("1 {a=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1", "x", "nul"})
    void jsonThatIsNoArrayIsRefusedWhole(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(JSON, file))
                .withMessage("The file is no JSON array.");
    }

    @Test
    void ndjsonIsAnObjectALine() throws IOException {
        assertThat(read(
                        NDJSON,
                        "{\"a\":1}\r\n\n \n{\"a\":}\n[1]\n{\"a\":null,\"b\":{\"c\":1}}\n{\"a\":\"" + "x".repeat(70_000)
                                + "\"}\n{\"a\":\"last\"}"))
                .containsExactly(
                        "1 {a=1}",
                        "2 refused: It is no JSON object.",
                        "3 refused: It is no JSON object.",
                        "4 {a=null, b={\"c\":1}}",
                        "5 refused: It is longer than 64 KiB.",
                        "6 {a=last}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv; charset=iso-8859-1", "", "x"})
    void otherTypesAreNotSupported(String type) {
        assertThatThrownBy(() -> read(type, "a\n1\n")).isInstanceOf(NotSupportedException.class);
    }

    /** A file of 80 MB, of which no more than a row is kept. */
    @Test
    void longFileIsReadInLittleMemory() throws IOException {
        byte[] row = ("1," + "x".repeat(400) + "\n").getBytes(StandardCharsets.UTF_8);
        int count = 200_000;
        Rows rows = Rows.of(
                CSV,
                new SequenceInputStream(
                        new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8)), new Repeated(row, count)));

        assertThat(count(rows)).isEqualTo(count);
    }

    private static int count(Rows rows) throws IOException {
        try {
            int count = 0;
            while (rows.next() != null) {
                count++;
            }
            return count;
        } catch (RefusedRowException e) {
            throw new AssertionError(e);
        }
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.left = (long) bytes.length * times;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int at = bytes.length - (int) ((left - 1) % bytes.length) - 1;
            int count = (int) Math.min(Math.min(length, left), bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            left -= count;
            return count;
        }
    }
}
