package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.legacylogin.Shapes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes as a file of users are rows and refusals that account for all of it, and each row is a user of each table or a
 * refusal. See docs/fuzzing.md.
 *
 * <p>An input is a file, which is read as each of the three types.
 */
class RowsFuzz {
    private static final ZoneId MANILA = ZoneId.of("Asia/Manila");
    private static final Map<String, UserTable> TABLES = tables();

    /** All that a table says: nothing of a row is in it. */
    private static final Set<String> REASONS = Set.of(
            "There is no user name.",
            "There is no status.",
            "It is no integer.",
            "It is neither true nor false.",
            "It is no date such as 2019-05-03 13:20:29.",
            "It is no JSON object.",
            "It is longer than 255 characters.",
            "It has characters that cannot be stored.",
            "Without role_id or provider it is not known of which version it is.");

    private static Map<String, UserTable> tables() {
        Map<String, UserTable> tables = new TreeMap<>(Shapes.tables());
        tables.put(
                "columns",
                new MappedColumns(Map.of(
                        "map.username", "a",
                        "map.password", "b",
                        "map.email", "c",
                        "map.email_verified", "d",
                        "map.enabled", "e",
                        "map.created", "f",
                        "map.attribute.g", "g")));
        return tables;
    }

    @Timeout(20)
    @FuzzTest(maxDuration = "1m")
    void files(byte[] file) throws IOException {
        csv(file);
        ndjson(file);
        json(file);
    }

    /** Whatever the lines before it are, a good line at the end is a row. */
    private static void csv(byte[] file) throws IOException {
        List<Object> read = read("text/csv", file);
        if (read == null) {
            return;
        }
        assertThat(read.size()).isLessThanOrEqualTo(lines(file));
        if (!contains(file, '"')) {
            assertThat(read).hasSize(filledLines(file) - 1);
        }
        int columns = Rows.of("text/csv", stream(file)).columns().orElseThrow().size();
        String last = "last" + ",".repeat(columns - 1);
        List<Object> more = read("text/csv", concat(file, "\n" + last));
        assertThat(more).isNotEmpty();
        assertThat(more.get(more.size() - 1))
                .isInstanceOfSatisfying(
                        Row.class, row -> assertThat(row.values().values()).contains("last"));
    }

    private static void ndjson(byte[] file) throws IOException {
        List<Object> read = read("application/x-ndjson", file);
        assertThat(read.size()).isLessThanOrEqualTo(lines(file));
        List<Object> more = read("application/x-ndjson", concat(file, "\n{\"a\":\"last\"}"));
        assertThat(more.get(more.size() - 1))
                .isInstanceOfSatisfying(
                        Row.class, row -> assertThat(row.values()).isEqualTo(Map.of("a", "last")));
    }

    /** What follows a good row is told, and does not take it away. */
    private static void json(byte[] file) throws IOException {
        read("application/json", file);
        List<Object> read =
                read("application/json", concat("[{\"a\":\"first\"},".getBytes(StandardCharsets.UTF_8), file));
        assertThat(read.size()).isGreaterThan(1);
        assertThat(read.get(0))
                .isInstanceOfSatisfying(
                        Row.class, row -> assertThat(row.values()).isEqualTo(Map.of("a", "first")));
    }

    /** The rows and refusals, or {@code null} where the file as a whole is refused. */
    private static List<Object> read(String type, byte[] file) throws IOException {
        try {
            Rows rows = Rows.of(type, stream(file));
            List<Object> read = new ArrayList<>();
            for (Object next = next(rows); next != null; next = next(rows)) {
                read.add(next);
                check(next, read.size());
            }
            assertThat(next(rows)).isNull();
            return read;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Object next(Rows rows) throws IOException {
        try {
            return rows.next();
        } catch (RefusedRowException e) {
            return e;
        }
    }

    private static void check(Object next, int number) {
        if (next instanceof RefusedRowException refused) {
            assertThat(refused.row()).isEqualTo(number);
            assertThat(refused.getMessage()).matches("\\P{Cntrl}{10,200}");
            return;
        }
        Row row = (Row) next;
        assertThat(row.number()).isEqualTo(number);
        TABLES.values().forEach(table -> {
            try {
                OldUser user = table.read(row, MANILA);
                assertThat(user.username()).isNotEmpty();
                assertThat(user.attributes()).containsEntry("legacy_username", user.username());
            } catch (RefusedRowException e) {
                assertThat(e.row()).isEqualTo(number);
                assertThat(REASONS).contains(e.getMessage());
            }
        });
    }

    private static ByteArrayInputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    private static boolean contains(byte[] file, char character) {
        return text(file).indexOf(character) >= 0;
    }

    private static int lines(byte[] file) {
        return text(file).split("\n", -1).length;
    }

    /** Of a CSV without quotes. Its byte order mark and a line's carriage returns are nothing. */
    private static int filledLines(byte[] file) {
        String text = text(file);
        String lines = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return (int) Arrays.stream(lines.split("\n", -1))
                .filter(line -> !line.replace("\r", "").isEmpty())
                .count();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] file, String more) {
        return concat(file, more.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] concat(byte[] file, byte[] more) {
        byte[] both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);
        return both;
    }
}
