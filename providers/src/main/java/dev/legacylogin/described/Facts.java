package dev.legacylogin.described;

import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;

/**
 * What the values of one answer are read from. What an answer cannot name is {@code null}.
 *
 * @param tokens the tokens that were granted
 * @param user whose they are
 * @param refusal why the call was refused
 * @param isSample whether it stands for any success, so that each value is a sample of its kind
 */
record Facts(Tokens tokens, LegacyUser user, Refusal refusal, boolean isSample) {

    /** Any success. */
    static final Facts SAMPLE = new Facts(null, null, null, true);

    /** Nothing but the time. */
    static final Facts NONE = new Facts(null, null, null, false);

    /**
     * Why a call was refused.
     *
     * @param problem why
     * @param status of the answer
     * @param path as the description has it
     */
    record Refusal(Problem problem, int status, String path) {}

    static Facts of(Granted granted) {
        return new Facts(granted.tokens(), new LegacyUser(granted), null, false);
    }

    static Facts of(LegacyUser user) {
        return new Facts(null, user, null, false);
    }

    static Facts of(Problem problem, int status, String path) {
        return new Facts(null, null, new Refusal(problem, status, path), false);
    }
}
