package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;

/** A digest that passwords are hashed with, as it is called in front of a hash. */
enum Digest {
    MD4("md4", 16),
    MD5("md5", 16),
    SHA_1("sha1", 20),
    SHA_256("sha256", 32),
    SHA_384("sha384", 48),
    SHA_512("sha512", 64);

    private final String prefix;
    private final int length;

    Digest(String prefix, int length) {
        this.prefix = prefix;
        this.length = length;
    }

    /** Its name in front of a hash. */
    String prefix() {
        return prefix;
    }

    /** Of its output, in bytes. */
    int length() {
        return length;
    }

    /** Its name as that of a family. */
    String family() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The digest of two things, one behind the other. */
    byte[] of(byte[] first, byte[] second) {
        if (this == MD4) {
            return md4(first, second);
        }
        MessageDigest digest = algorithm();
        digest.update(first);
        return digest.digest(second);
    }

    private static byte[] md4(byte[] first, byte[] second) {
        MD4Digest digest = new MD4Digest();
        byte[] output = new byte[digest.getDigestSize()];
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        digest.doFinal(output, 0);
        return output;
    }

    /** The digest in hexadecimal, as bytes. */
    byte[] hexOf(byte[] input) {
        return HexFormat.of().formatHex(algorithm().digest(input)).getBytes(StandardCharsets.US_ASCII);
    }

    /** An HMAC of it, which there is of all but MD4. */
    byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("Hmac" + family().replace("-", ""));
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(input);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK's implementation, which there is of all but MD4. */
    MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance(family());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
