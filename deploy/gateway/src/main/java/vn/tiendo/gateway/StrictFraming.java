package vn.tiendo.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/// Refuses (400, connection closed) a request that states its length twice, by `Content-Length` and by chunks. Netty
/// drops the `Content-Length` before any handler sees the request, so this is done in its decoder, through Netty's own
/// extension point, which [GatewayMain] switches on.
public final class StrictFraming extends ChannelInitializerExtension {

    private static final String DECODER = "httpDecoder";
    private static final HttpServerOptions LIMITS =
            new HttpServerOptions().setMaxInitialLineLength(8 * 1024).setMaxHeaderSize(20 * 1024);

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addLast(new ReplaceDecoderAtFirstByte());
    }

    /// Vert.x puts its decoder in after this handler; when the first bytes come, it is there.
    private static final class ReplaceDecoderAtFirstByte extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var pipeline = context.pipeline();
            if (message instanceof ByteBuf && pipeline.get(DECODER) instanceof VertxHttpRequestDecoder) {
                pipeline.replace(DECODER, DECODER, new StrictDecoder());
            }
            context.fireChannelRead(message);
            pipeline.remove(this);
        }
    }

    private static final class StrictDecoder extends VertxHttpRequestDecoder {

        StrictDecoder() {
            super(LIMITS);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
        }
    }
}
