package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class Ports {
    /** Above those of well-known servers. */
    private static final int LOWEST = 15_000;
    /** Of Linux; other systems begin higher. */
    private static final int LOWEST_OF_CONNECTIONS = 32_768;

    private Ports() {}

    /**
     * A port that nobody listens on. It is below those that systems give to connections, so that none of these takes it
     * before a server, half a minute later, does.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, LOWEST_OF_CONNECTIONS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody listens there already. */
    static boolean taken(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
