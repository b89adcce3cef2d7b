package dev.legacylogin.importing;

import dev.legacylogin.user.RealmJob;
import dev.legacylogin.user.RealmJob.RealmGoneException;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Gives rows their verdicts and creates users, a batch in a transaction: all of it is kept, or nothing. For several
 * threads.
 */
final class UserWriter {
    private static final Logger LOG = Logger.getLogger(UserWriter.class);

    private final RealmJob job;
    private final String importId;
    private final boolean dryRun;
    private final List<String> demanded;

    /**
     * @param demanded the fields that the user profile demands at a login
     */
    UserWriter(RealmJob job, String importId, boolean dryRun, List<String> demanded) {
        this.job = job;
        this.importId = importId;
        this.dryRun = dryRun;
        this.demanded = demanded;
    }

    /**
     * The verdicts of these rows, in their order.
     *
     * @throws BrokenOffException where Keycloak cannot be asked at all
     */
    List<Verdict> verdicts(List<Entry> batch) {
        try {
            return inTransaction(batch);
        } catch (RealmGoneException e) {
            throw new BrokenOffException(e.getMessage(), e);
        } catch (RuntimeException e) {
            return batch.size() > 1 ? oneByOne(batch) : List.of(failed(batch.get(0), e));
        }
    }

    private List<Verdict> inTransaction(List<Entry> batch) {
        return job.run((session, realm) -> {
            RealmUsers users = new RealmUsers(session, realm, importId, demanded);
            // all look-ups first: a query goes through all that its transaction has changed
            List<RealmUsers.Plan> plans = batch.stream().map(users::plan).toList();
            if (dryRun) { // looking a user up in a directory may create him
                session.getTransactionManager().setRollbackOnly();
            } else {
                plans.forEach(users::carryOut);
            }
            return plans.stream().map(RealmUsers.Plan::verdict).toList();
        });
    }

    /** One of them spoiled it for all. */
    private List<Verdict> oneByOne(List<Entry> batch) {
        return batch.stream()
                .flatMap(entry -> verdicts(List.of(entry)).stream())
                .toList();
    }

    private Verdict failed(Entry entry, RuntimeException cause) {
        if (!(entry instanceof Candidate candidate) || !answers()) {
            throw new BrokenOffException("Keycloak's database does not answer.", cause);
        }
        LOG.warnf(
                "Import %s: row %d could not be written: %s",
                importId, candidate.row(), cause.getClass().getName());
        return candidate.refused(null, "Keycloak's database does not take this user.");
    }

    private boolean answers() {
        try {
            String nobody = KeycloakModelUtils.generateId();
            job.run((session, realm) -> session.users().getUserById(realm, nobody));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
