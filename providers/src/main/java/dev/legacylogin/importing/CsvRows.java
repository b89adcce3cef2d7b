package dev.legacylogin.importing;

import dev.legacylogin.http.RefusedException;
import dev.legacylogin.http.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int END = ByteSource.END;

    private final ByteSource in;
    private final byte[] field = new byte[MAX_BYTES];
    private final List<String> header;
    private int number;
    private boolean unreadable;

    CsvRows(InputStream file) throws IOException {
        in = new ByteSource(file);
        in.skipByteOrderMark();
        header = header();
    }

    @Override
    public Optional<Set<String>> columns() {
        return Optional.of(Set.copyOf(header));
    }

    private List<String> header() throws IOException {
        try {
            List<String> names = record();
            if (names == null) {
                throw new IllegalArgumentException("The file is empty.");
            }
            if (unreadable
                    || names.stream().anyMatch(name -> name == null || name.isBlank())
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
        if (unreadable) {
            throw new RefusedRowException(number, null, "It is not in UTF-8.");
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
        while (in.peek() == '\n' || in.peek() == '\r') {
            in.next();
            in.mark();
        }
        if (in.peek() == END) {
            return null;
        }
        in.mark();
        unreadable = false;
        if (header != null) {
            number++;
        }
        List<String> fields = new ArrayList<>();
        while (field(fields)) {
            // the next one
        }
        return fields;
    }

    /** Reads one field and what ends it; whether another one follows. */
    private boolean field(List<String> fields) throws IOException, RefusedRowException {
        int length = 0;
        int next = take();
        if (next == '"') {
            return quoted(fields);
        }
        while (next != ',' && next != '\n' && next != END) {
            field[length++] = (byte) next;
            next = take();
        }
        if (next != ',' && length > 0 && field[length - 1] == '\r') {
            length--;
        }
        String text = text(length);
        fields.add(text.equals(NULL) ? null : text);
        return next == ',';
    }

    private boolean quoted(List<String> fields) throws IOException, RefusedRowException {
        int length = 0;
        int next = take();
        while (next != '"' || in.peek() == '"') {
            if (next == END) {
                throw broken("A quote has no end.");
            }
            if (next == '"') {
                take();
            }
            field[length++] = (byte) next;
            next = take();
        }
        fields.add(text(length));
        next = take();
        if (next == '\r') {
            next = take();
        }
        if (next != ',' && next != '\n' && next != END) {
            throw broken("There is something behind a quote's end.");
        }
        return next == ',';
    }

    private int take() throws IOException, RefusedRowException {
        if (in.sinceMark() == MAX_BYTES) {
            throw broken("It is longer than 64 KiB, or a quote has no end.");
        }
        return in.next();
    }

    /** What was read behind the first line is read again, as rows of their own. */
    private RefusedRowException broken(String reason) throws IOException {
        in.toSecondLine();
        return new RefusedRowException(number, null, reason);
    }

    private String text(int length) {
        try {
            return Utf8.decode(Arrays.copyOf(field, length));
        } catch (RefusedException e) {
            unreadable = true; // the record has to be read to its end
            return "";
        }
    }
}
