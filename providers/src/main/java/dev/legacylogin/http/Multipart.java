package dev.legacylogin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;

/** A body of {@code multipart/form-data} (RFC 7578), by the decoder of Keycloak's own HTTP server, in memory. */
final class Multipart {
    private Multipart() {}

    /**
     * The fields as members; files are dropped.
     *
     * @param contentType the header, with its boundary
     * @throws RefusedException {@link Fault#MALFORMED}: not such a body, no boundary, not UTF-8
     */
    static ObjectNode read(String contentType, byte[] body) {
        ByteBuf content = Unpooled.wrappedBuffer(body);
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", content);
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
            ObjectNode members = Json.object();
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof Attribute field) {
                    Form.put(members, field.getName(), Utf8.decode(field.get()));
                }
            }
            if (members.isEmpty()) {
                throw new RefusedException(Fault.MALFORMED); // not one part could be read
            }
            return members;
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            // the decoder's own kinds of "malformed", and others that odd input leads it to; their text holds the input
            throw new RefusedException(Fault.MALFORMED);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }
}
