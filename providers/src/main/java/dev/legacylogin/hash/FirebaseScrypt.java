package dev.legacylogin.hash;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Firebase's scrypt: what scrypt gives encrypts the project's signer key, and that is the hash. The project's
 * parameters are in the text, as Kratos ({@code $firescrypt$}) and Supabase ({@code $fbscrypt$}) write them; Firebase
 * itself keeps them apart. Its export has either alphabet of base64.
 */
final class FirebaseScrypt {
    private static final int MAX_BYTES = 128;
    private static final int MIN_SIGNER_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;

    private static final Pattern KRATOS =
            Pattern.compile("\\$firescrypt\\$ln=(\\d+),r=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)\\$([^$]*)\\$([^$]+)");
    private static final Pattern SUPABASE = Pattern.compile(
            "\\$fbscrypt\\$v=1,n=(\\d+),r=(\\d+),p=(\\d+),(?:ss=([^$,]*),)?sk=([^$,]+)\\$([^$]+)\\$([^$]+)");

    private FirebaseScrypt() {}

    /** {@code $firescrypt$ln=…,r=…,p=…$salt$hash$salt separator$signer key}. */
    static Hash readKratos(String text) throws UnusableHashException {
        Matcher parts = Text.parts(KRATOS, text, "Firebase");
        ScryptCost cost = ScryptCost.ofLog(parts.group(1), parts.group(2), parts.group(3));
        return hash(text, cost, salt(parts.group(4), parts.group(6)), parts.group(7), parts.group(5));
    }

    /** {@code $fbscrypt$v=1,n=…,r=…,p=…,ss=salt separator,sk=signer key$salt$hash}. */
    static Hash readSupabase(String text) throws UnusableHashException {
        Matcher parts = Text.parts(SUPABASE, text, "Firebase");
        ScryptCost cost = ScryptCost.ofLog(parts.group(1), parts.group(2), parts.group(3));
        String separator = parts.group(4) == null ? "" : parts.group(4);
        return hash(text, cost, salt(parts.group(6), separator), parts.group(5), parts.group(7));
    }

    private static byte[] salt(String salt, String separator) throws UnusableHashException {
        byte[] first = bytes(salt, 1, "salt");
        byte[] second = bytes(separator, 0, "salt separator");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Hash hash(String text, ScryptCost cost, byte[] salt, String signerKey, String hash)
            throws UnusableHashException {
        byte[] signer = bytes(signerKey, MIN_SIGNER_BYTES, "signer key");
        byte[] expected = bytes(hash, MIN_SIGNER_BYTES, "hash");
        if (expected.length != signer.length) {
            throw new UnusableHashException("Firebase's hash and signer key differ in length: one of them is cut");
        }
        return new KeptHash("firebase", cost.weak(), text, password -> {
            byte[] encrypted = encrypt(cost.hash(password, salt, KEY_BYTES), signer);
            return password.possible() & MessageDigest.isEqual(expected, encrypted);
        });
    }

    private static byte[] encrypt(byte[] key, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[IV_BYTES]));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base64, int min, String what) throws UnusableHashException {
        String standard = base64.replace('-', '+').replace('_', '/');
        return Text.base64(standard, min, MAX_BYTES, "Firebase " + what);
    }
}
