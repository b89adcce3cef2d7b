package dev.legacylogin.hash;

/** bcrypt's own base64: the usual bits, under an alphabet of its own. */
final class BcryptBase64 {
    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private BcryptBase64() {}

    /** The bytes; a text with stray bits at its end is refused, as it is no one's output and PHP never matches it. */
    static byte[] decode(String text, int length) throws UnusableHashException {
        StringBuilder standard = new StringBuilder();
        text.chars().map(ALPHABET::indexOf).mapToObj(STANDARD::charAt).forEach(standard::append);
        return Text.base64(standard.toString(), length, length, "bcrypt hash");
    }
}
