package slope.spark.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// Both ends of a new connection show that they know the secret, before anything else is read: each
/// proves it for what both have just drawn, so that nothing which was heard before is of use.
final class Handshake {
    private static final int MAGIC = 0x534c4f50; // "SLOP"
    private static final int DRAWN_BYTES = 16;
    private static final int HELLO_BYTES = 2 * Integer.BYTES + DRAWN_BYTES;

    private Handshake() {}

    /// The end that has connected.
    ///
    /// @param worker the number of this one
    /// @param deadline of all of the handshake
    /// @throws IOException if the other end does not know the secret
    static void connected(Link link, Secret secret, int worker, Deadline deadline) throws IOException {
        byte[] hello = ByteBuffer.allocate(HELLO_BYTES)
                .putInt(MAGIC)
                .putInt(worker)
                .put(drawn())
                .array();
        link.send(hello, deadline);
        byte[] answer = link.receive(DRAWN_BYTES, deadline);
        byte[] greeting = joined(hello, answer);
        require(link.receive(Secret.PROOF_BYTES, deadline), secret.proof("accepts", greeting));
        link.send(secret.proof("connects", greeting), deadline);
    }

    /// The end that was connected to.
    ///
    /// @return the number of the other worker
    /// @throws IOException if the other end does not know the secret
    static int accepted(Link link, Secret secret, Deadline deadline) throws IOException {
        byte[] hello = link.receive(HELLO_BYTES, deadline);
        ByteBuffer parts = ByteBuffer.wrap(hello);
        if (parts.getInt() != MAGIC) {
            throw new IOException("the other end is no worker of Slope's");
        }
        int worker = parts.getInt();
        byte[] answer = drawn();
        byte[] greeting = joined(hello, answer);
        link.send(joined(answer, secret.proof("accepts", greeting)), deadline);
        require(link.receive(Secret.PROOF_BYTES, deadline), secret.proof("connects", greeting));
        return worker;
    }

    private static void require(byte[] found, byte[] expected) throws IOException {
        if (!MessageDigest.isEqual(found, expected)) {
            throw new IOException("the other end does not know the secret of this training");
        }
    }

    private static byte[] drawn() {
        byte[] drawn = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
