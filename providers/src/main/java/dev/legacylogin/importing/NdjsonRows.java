package dev.legacylogin.importing;

import dev.legacylogin.http.Json;
import dev.legacylogin.http.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A JSON object a line. Each line is a row of its own, so that a broken one spoils no other. Blank lines are none. */
final class NdjsonRows implements Rows {
    private static final int END = ByteSource.END;

    private final ByteSource in;
    private int number;

    NdjsonRows(InputStream file) throws IOException {
        in = new ByteSource(file);
        in.skipByteOrderMark();
    }

    @Override
    public Row next() throws IOException, RefusedRowException {
        byte[] line = line();
        while (line != null && new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        number++;
        if (line.length > MAX_BYTES) {
            throw new RefusedRowException(number, null, "It is longer than 64 KiB.");
        }
        try {
            return Row.of(number, Json.readObject(line));
        } catch (RefusedException e) {
            throw new RefusedRowException(number, null, "It is no JSON object.");
        }
    }

    /** Without its end; of one that is too long, one byte too many. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.next();
        if (next == END) {
            return null;
        }
        while (next != '\n' && next != END) {
            in.mark();
            if (line.size() <= MAX_BYTES) {
                line.write(next);
            }
            next = in.next();
        }
        return line.toByteArray();
    }
}
