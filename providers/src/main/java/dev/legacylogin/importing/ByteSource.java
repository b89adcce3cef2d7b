package dev.legacylogin.importing;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, with a way back to what was read since a mark: at most {@link Rows#MAX_BYTES}. */
final class ByteSource {
    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[4 * Rows.MAX_BYTES];
    private int mark;
    private int position;
    private int limit;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** For the beginning: a byte order mark is no text. */
    void skipByteOrderMark() throws IOException {
        mark();
        if (next() != 0xEF || next() != 0xBB || next() != 0xBF) {
            reset();
        }
    }

    /** The next byte, or {@link #END}. */
    int next() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position++] & 0xff;
    }

    /** The next one, which stays there. */
    int peek() throws IOException {
        return position == limit && !fill() ? END : buffer[position] & 0xff;
    }

    /** The way back leads here from now on. */
    void mark() {
        mark = position;
    }

    private void reset() {
        position = mark;
    }

    /** How many bytes were read since the mark. */
    int sinceMark() {
        return position - mark;
    }

    /** Goes back to the beginning of the second line behind the mark, or on to the end of the first. */
    void toSecondLine() throws IOException {
        int read = position;
        position = mark;
        while (position < read && buffer[position] != '\n') {
            position++;
        }
        if (position < read) {
            position++;
            return;
        }
        int next = next();
        while (next != END && next != '\n') {
            mark = position;
            next = next();
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, mark, buffer, 0, limit - mark);
        position -= mark;
        limit -= mark;
        mark = 0;
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }
}
