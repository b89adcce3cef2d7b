package dev.legacylogin.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One import: the file is read in the caller's thread, batches of rows are looked up and written in others, and verdicts
 * come out in the file's order. Never more than a few batches are in memory.
 */
final class UserImport {
    /** Hibernate goes through all that a transaction has changed before each query: small ones are many times faster. */
    private static final int BATCH = 40;

    private final Candidates candidates;
    private final RunningBatches batches;
    private final Summary summary;

    UserImport(Candidates candidates, RunningBatches batches, Summary summary) {
        this.candidates = candidates;
        this.batches = batches;
        this.summary = summary;
    }

    /**
     * Runs to the end of the file, or until it breaks off, which the summary tells.
     *
     * @throws IOException where the caller is gone
     */
    void run(ImportReport report, OutputStream out) throws IOException {
        try {
            tellAll(report, out);
        } catch (BrokenOffException e) {
            summary.brokenOff(e.getMessage());
        } catch (IOException e) {
            summary.brokenOff("The caller is gone.");
            throw e;
        } finally {
            countTheRest();
        }
        report.end(out, summary);
        out.flush();
    }

    private void tellAll(ImportReport report, OutputStream out) throws IOException {
        List<Entry> batch = nextBatch();
        while (!batch.isEmpty() || !batches.isEmpty()) {
            while (!batch.isEmpty() && !batches.isFull()) {
                batches.add(batch);
                batch = nextBatch();
            }
            for (Verdict verdict : batches.next()) {
                summary.add(verdict);
                report.row(out, verdict, summary);
            }
            out.flush();
        }
    }

    /** What was read before the body broke off gets its verdicts like everything else. */
    private List<Entry> nextBatch() {
        List<Entry> batch = new ArrayList<>(BATCH);
        try {
            while (summary.brokenOff() == null && batch.size() < BATCH) {
                Optional<Entry> entry = candidates.next();
                if (entry.isEmpty()) {
                    break;
                }
                batch.add(entry.get());
            }
        } catch (IOException e) {
            summary.brokenOff("The file broke off on its way.");
        }
        return batch;
    }

    /** Where it broke off, some batches are under way, and what they create is there. */
    private void countTheRest() {
        batches.stop();
        while (!batches.isEmpty()) {
            try {
                batches.next().forEach(summary::add);
            } catch (BrokenOffException e) {
                summary.brokenOff(e.getMessage());
            }
        }
    }
}
