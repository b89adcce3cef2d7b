package dev.legacylogin.hash;

/** Django's names before bcrypt hashes. */
final class DjangoBcrypt {
    private static final String PLAIN = "bcrypt$";
    private static final String OF_SHA256 = "bcrypt_sha256$";

    private DjangoBcrypt() {}

    /** {@code bcrypt$$2b$…}. */
    static Hash read(String text) throws UnusableHashException {
        return new KeptHash("bcrypt", false, text, Bcrypt.check(text.substring(PLAIN.length())));
    }

    /** {@code bcrypt_sha256$$2b$…}: of the password's SHA-256 in hexadecimal. */
    static Hash readOfSha256(String text) throws UnusableHashException {
        KeptHash.Check check = Bcrypt.check(text.substring(OF_SHA256.length()));
        return new KeptHash(
                "bcrypt", false, text, password -> check.matches(password.as(Digest.SHA_256.hexOf(password.bytes()))));
    }
}
