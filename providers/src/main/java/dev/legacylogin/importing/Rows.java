package dev.legacylogin.importing;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** The rows of a file, read as a stream: one is in memory at a time. Every line of the file is in a row or a refusal. */
public interface Rows {
    /** A row, and a line of the file, is no longer than this; the longest field that anybody has is a fraction of it. */
    int MAX_BYTES = 64 * 1024;

    /**
     * The next row, or {@code null} at the end of the file.
     *
     * @throws RefusedRowException where a row cannot be read; the next call goes on behind it
     * @throws IOException where the file breaks off
     */
    Row next() throws IOException, RefusedRowException;

    /** The columns that the rows have, where the file says it in front of them. */
    default Optional<Set<String>> columns() {
        return Optional.empty();
    }

    /**
     * Reads {@code text/csv}, {@code application/json} (an array of objects) or {@code application/x-ndjson}, in UTF-8.
     *
     * @param contentType of the file
     * @throws IllegalArgumentException where a CSV's header cannot be read, with a sentence for the caller
     * @throws NotSupportedException for any other type
     */
    static Rows of(String contentType, InputStream file) throws IOException {
        MediaType type = type(contentType);
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (charset.equalsIgnoreCase("utf-8")) {
            switch (type.getType() + "/" + type.getSubtype()) {
                case "text/csv":
                    return new CsvRows(file);
                case "application/json":
                    return new JsonRows(file);
                case "application/x-ndjson":
                    return new NdjsonRows(file);
                default:
            }
        }
        throw new NotSupportedException();
    }

    private static MediaType type(String contentType) {
        try {
            return contentType == null ? MediaType.WILDCARD_TYPE : MediaType.valueOf(contentType);
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException();
        }
    }
}
