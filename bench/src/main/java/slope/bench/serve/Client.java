package slope.bench.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One connection that is kept, with nothing between it and the socket.
final class Client implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private byte[] buffer = new byte[BUFFER];
    private int length; // of the last response

    Client(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /// Sends a request and reads the response to its end.
    ///
    /// @return its status
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int whole = Integer.MAX_VALUE;
        length = 0;
        while (length < whole) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            length += read;
            whole = whole == Integer.MAX_VALUE ? whole() : whole;
        }
        return Integer.parseInt(new String(buffer, 9, 3, StandardCharsets.US_ASCII));
    }

    /// How many bytes head and body have, once the head is there.
    private int whole() {
        String begun = new String(buffer, 0, Math.min(length, 2000), StandardCharsets.ISO_8859_1);
        int end = begun.indexOf("\r\n\r\n");
        if (end < 0) {
            return Integer.MAX_VALUE;
        }
        String head = begun.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int place = head.indexOf("content-length: ") + "content-length: ".length();
        return end
                + 4
                + Integer.parseInt(
                        head.substring(place, head.indexOf('\r', place)).strip());
    }

    /// The last response.
    String response() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
