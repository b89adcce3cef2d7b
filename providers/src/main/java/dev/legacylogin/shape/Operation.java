package dev.legacylogin.shape;

import dev.legacylogin.http.Answer;

/**
 * What one HTTP method does at one documented path: reads what its documentation tells, asks for tokens, renders. It
 * does not look for its client, nor at origin, sunset, realm or transport: that was done before.
 */
@FunctionalInterface
public interface Operation {
    /**
     * Answers a call.
     *
     * @throws dev.legacylogin.http.RefusedException what {@link Endpoint#refuse} is to render
     */
    Answer answer(Call call, Client client);
}
