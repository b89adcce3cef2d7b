package dev.legacylogin.importing;

import dev.legacylogin.http.RefusedException;
import dev.legacylogin.http.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CSV as RFC 4180 has it: a header, commas, quotes that are doubled within quotes, line feeds within quotes. Beside it a
 * byte order mark, single line feeds, blank lines between rows, and MySQL's {@code \N} for NULL.
 *
 * <p>Where a quote has no end, its line is refused, and reading goes on with the next one.
 */
final class CsvRows implements Rows {
    private static final String NULL = "\\N";
    private static final int END = -1;

    private final PushbackInputStream in;
    private final List<String> header;
    private int number;

    CsvRows(InputStream file) throws IOException {
        in = new PushbackInputStream(new BufferedInputStream(file, MAX_BYTES), MAX_BYTES + 1);
        skipByteOrderMark();
        header = header();
    }

    @Override
    public Optional<Set<String>> columns() {
        return Optional.of(Set.copyOf(header));
    }

    private void skipByteOrderMark() throws IOException {
        byte[] start = in.readNBytes(3);
        if (start.length < 3 || (start[0] & 0xff) != 0xEF || (start[1] & 0xff) != 0xBB || (start[2] & 0xff) != 0xBF) {
            in.unread(start);
        }
    }

    private List<String> header() throws IOException {
        try {
            List<String> names = record();
            if (names == null) {
                throw new IllegalArgumentException("The file is empty.");
            }
            if (names.stream().anyMatch(name -> name == null || name.isBlank())
                    || new LinkedHashSet<>(names).size() < names.size()) {
                throw new IllegalArgumentException("The CSV's header must name every column, each once.");
            }
            return names;
        } catch (RefusedRowException e) {
            throw new IllegalArgumentException("The CSV's header cannot be read.");
        }
    }

    @Override
    public Row next() throws IOException, RefusedRowException {
        List<String> fields = record();
        if (fields == null) {
            return null;
        }
        if (fields.size() != header.size()) {
            throw new RefusedRowException(
                    number, null, "It has " + fields.size() + " fields, and the header has " + header.size() + ".");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(header.get(i), fields.get(i));
        }
        return new Row(number, values);
    }

    /** The fields of the next record, or {@code null} at the end. */
    private List<String> record() throws IOException, RefusedRowException {
        skipBlankLines();
        int first = in.read();
        if (first == END) {
            return null;
        }
        in.unread(first);
        if (header != null) {
            number++;
        }
        return new Record().read();
    }

    private void skipBlankLines() throws IOException {
        int next = in.read();
        while (next == '\n' || next == '\r') {
            next = in.read();
        }
        if (next != END) {
            in.unread(next);
        }
    }

    /** One record on its way through the states that a quote makes. */
    private final class Record {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final ByteArrayOutputStream field = new ByteArrayOutputStream();
        private final List<String> fields = new ArrayList<>();

        List<String> read() throws IOException, RefusedRowException {
            boolean more = true;
            while (more) {
                more = field();
            }
            return fields;
        }

        /** Reads one field and what ends it; whether another one follows. */
        private boolean field() throws IOException, RefusedRowException {
            field.reset();
            int next = take();
            boolean quoted = next == '"';
            if (quoted) {
                next = quoted();
            } else {
                while (next != ',' && next != '\n' && next != END) {
                    field.write(next);
                    next = take();
                }
            }
            fields.add(text(quoted));
            return next == ',';
        }

        /** What is between quotes; answers the byte behind them, which ends the field. */
        private int quoted() throws IOException, RefusedRowException {
            while (true) {
                int next = take();
                if (next == END) {
                    throw restart("A quote has no end.");
                }
                if (next != '"') {
                    field.write(next);
                    continue;
                }
                next = take();
                if (next == '"') {
                    field.write('"');
                    continue;
                }
                if (next == '\r') {
                    next = take();
                }
                if (next != ',' && next != '\n' && next != END) {
                    throw restart("There is something behind a quote's end.");
                }
                return next;
            }
        }

        private int take() throws IOException, RefusedRowException {
            if (read.size() == MAX_BYTES) {
                throw restart("It is longer than 64 KiB, or a quote has no end.");
            }
            int next = in.read();
            if (next != END) {
                read.write(next);
            }
            return next;
        }

        /** Puts everything but the first line back, to be read as rows of their own. */
        private RefusedRowException restart(String reason) throws IOException {
            byte[] bytes = read.toByteArray();
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end < bytes.length) {
                in.unread(bytes, end + 1, bytes.length - end - 1);
            } else {
                skipLine();
            }
            return new RefusedRowException(number, null, reason);
        }

        private void skipLine() throws IOException {
            int next = in.read();
            while (next != END && next != '\n') {
                next = in.read();
            }
        }

        private String text(boolean quoted) throws RefusedRowException {
            try {
                String text = Utf8.decode(field.toByteArray());
                if (quoted) {
                    return text;
                }
                String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
                return line.equals(NULL) ? null : line;
            } catch (RefusedException e) {
                throw new RefusedRowException(number, null, "It is not in UTF-8.");
            }
        }
    }
}
