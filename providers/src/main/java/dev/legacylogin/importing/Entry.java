package dev.legacylogin.importing;

/** A row that was read: it could be a user, or it has its verdict already. */
sealed interface Entry permits Candidate, Verdict {}
