package slope.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.format.OnnxWriter;
import slope.onnx.format.Tensor;
import slope.table.Fingerprint;

/// The hash of all that Slope reads in a file, by which a changed bit is noticed.
final class FileHash {
    private FileHash() {}

    /// SHA-256 of both texts, and of the bytes of the tensors that they name.
    ///
    /// @param tensors in the order of their names
    static String of(String description, String provenance, List<Tensor> tensors) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(description.getBytes(StandardCharsets.UTF_8));
            digest.update(provenance.getBytes(StandardCharsets.UTF_8));
            OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            for (Tensor tensor : tensors) {
                OnnxWriter.writeRaw(tensor, digested);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written anywhere", impossible);
        }
    }

    /// As files of format 1 have it.
    static String ofFormat1(String description, String provenance, Model model) {
        StringBuilder all = new StringBuilder(description).append(provenance);
        for (FittedNetwork member : model.members()) {
            all.append(Fingerprint.of(member.network().parameters().toArray()));
        }
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
