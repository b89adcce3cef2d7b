package dev.legacylogin.importing;

import dev.legacylogin.user.RealmJob;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The imports of a realm. One runs at a time, in the whole cluster. */
public final class Imports {
    private static final Logger LOG = Logger.getLogger(Imports.class);

    private final KeycloakSessionFactory factory;
    private final RealmJob job;
    private final ImportLock lock;

    /** Those of this realm. */
    public Imports(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.job = new RealmJob(factory, realmId);
        this.lock = new ImportLock(factory, realmId);
    }

    /**
     * Begins an import, or does nothing where another one runs in this realm.
     *
     * @param rules the realm's
     * @param rows the file
     * @param report how to tell what it does
     * @param end gets the figures when it ends, in a session of its own; not after a dry run
     * @return does the rest, and must be called
     */
    public Optional<Running> begin(
            RealmRules rules,
            Rows rows,
            ImportOptions options,
            ImportReport report,
            BiConsumer<KeycloakSession, Object> end) {
        if (!lock.take()) {
            return Optional.empty();
        }
        Summary summary = new Summary(KeycloakModelUtils.generateId());
        return Optional.of(new Running(summary.id(), out -> {
            LOG.infof(
                    "Import %s of realm %s begins%s",
                    summary.id(), job.realmId(), options.dryRun() ? " (dry run)" : "");
            UserWriter writer = new UserWriter(job, summary.id(), options.dryRun(), rules.demanded());
            Candidates candidates = new Candidates(rows, options, rules.emailsAreUnique());
            try (RunningBatches batches = new RunningBatches(writer)) {
                run(new UserImport(candidates, batches, summary), report, out);
            } finally {
                lock.release();
                LOG.infof("Import %s ends after %d rows", summary.id(), summary.rows());
                if (!options.dryRun()) {
                    tell(end, summary);
                }
            }
        }));
    }

    private void run(UserImport users, ImportReport report, OutputStream out) throws IOException {
        Backlog backlog = new Backlog();
        Thread drain = new Thread(() -> backlog.drainTo(out, lock::keep), "legacy-login-import-answer");
        drain.start();
        try {
            users.run(report, backlog);
        } finally {
            backlog.close();
            join(drain);
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * Takes the users of an import away again, but for those who have logged in or were changed since.
     *
     * @param end gets the figures, in a session of its own
     * @return the figures; empty where an import runs in this realm
     */
    public Optional<Object> remove(String importId, BiConsumer<KeycloakSession, Object> end) {
        if (!lock.take()) {
            return Optional.empty();
        }
        try {
            Object figures = new ImportedUsers(job, importId, lock::keep).remove();
            tell(end, figures);
            return Optional.of(figures);
        } finally {
            lock.release();
        }
    }

    private void tell(BiConsumer<KeycloakSession, Object> end, Object figures) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> end.accept(session, figures));
    }

    /**
     * An import that has begun.
     *
     * @param id what its users are marked with
     * @param rest reads and writes
     */
    public record Running(String id, StreamingOutput rest) {}
}
