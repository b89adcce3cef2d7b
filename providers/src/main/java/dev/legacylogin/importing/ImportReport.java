package dev.legacylogin.importing;

import dev.legacylogin.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How an import tells what it does, while it goes on: for a machine, or for a person at a terminal. */
public enum ImportReport {
    /** A JSON document in each line: one for each row, and the summary. */
    NDJSON {
        @Override
        void row(OutputStream out, Verdict verdict, Summary soFar) throws IOException {
            line(out, Json.write(verdict));
        }

        @Override
        void end(OutputStream out, Summary summary) throws IOException {
            line(out, Json.write(Map.of("summary", summary)));
        }
    },
    /** The rows that were refused, a line for each {@value #STEP} rows, and a table. */
    TEXT {
        @Override
        void row(OutputStream out, Verdict verdict, Summary soFar) throws IOException {
            if (verdict.verdict() == Verdict.Kind.REFUSED) {
                line(out, ImportText.refused(verdict));
            }
            if (soFar.rows() % STEP == 0) {
                line(out, ImportText.progress(soFar));
            }
        }

        @Override
        void end(OutputStream out, Summary summary) throws IOException {
            line(out, ImportText.table(summary));
        }
    };

    private static final int STEP = 1000;

    abstract void row(OutputStream out, Verdict verdict, Summary soFar) throws IOException;

    abstract void end(OutputStream out, Summary summary) throws IOException;

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static void line(OutputStream out, String line) throws IOException {
        line(out, line.getBytes(StandardCharsets.UTF_8));
    }
}
