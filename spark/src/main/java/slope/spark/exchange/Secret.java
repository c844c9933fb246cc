package slope.spark.exchange;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the workers of one training know and nobody else: a key of HMAC-SHA256 (RFC 2104).
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "HmacSHA256";

    /// Of a proof.
    static final int PROOF_BYTES = 32;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /// A new one.
    public static Secret random() {
        byte[] key = new byte[PROOF_BYTES];
        new SecureRandom().nextBytes(key);
        return new Secret(key);
    }

    /// Shows that somebody knows the secret, and not what it is.
    ///
    /// @param role of who shows it, so that no answer is good for the other side
    byte[] proof(String role, byte[] greeting) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(role.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(greeting);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("every Java has " + ALGORITHM, failure);
        }
    }
}
