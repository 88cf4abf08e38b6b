package dev.handrail.simulator.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where sockets are opened: a port of its own on the loopback interface, as Slack's sockets are on another host than its methods.
 * Netty is there anyway, below the framework.
 */
final class SocketServer implements AutoCloseable {
    private static final int LARGEST = 1024 * 1024;

    private final EventLoopGroup threads;
    private final Channel listener;

    private SocketServer(EventLoopGroup threads, Channel listener) {
        this.threads = threads;
        this.listener = listener;
    }

    static SocketServer start(Switchboard board) {
        var threads = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("local-slack-sockets", true), NioIoHandler.newFactory());
        var bound = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Handlers(board))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly();
        return new SocketServer(threads, bound.channel());
    }

    int port() {
        if (listener.localAddress() instanceof InetSocketAddress address) {
            return address.getPort();
        }
        throw new IllegalStateException("not an address with a port: " + listener.localAddress());
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        var _ = threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** What every connection goes through: HTTP, the ticket, then the socket. */
    private static final class Handlers extends ChannelInitializer<Channel> {
        private final Switchboard board;

        Handlers(Switchboard board) {
            this.board = board;
        }

        @Override
        protected void initChannel(Channel channel) {
            var config = WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath("/link")
                    .checkStartsWith(true)
                    .maxFramePayloadLength(LARGEST)
                    .build();
            channel.pipeline()
                    .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(LARGEST),
                            new TicketCheck(board),
                            new WebSocketServerProtocolHandler(config),
                            new WebSocketFrameAggregator(LARGEST),
                            new Line(board));
        }
    }

    /** Lets in who has a ticket that nobody has used. */
    private static final class TicketCheck extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Switchboard board;

        TicketCheck(Switchboard board) {
            this.board = board;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var tickets = new QueryStringDecoder(request.uri()).parameters().getOrDefault("ticket", List.of());
            if (tickets.size() == 1 && board.admits(tickets.getFirst())) {
                context.fireChannelRead(request.retain());
                return;
            }
            var no = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN);
            var _ = context.writeAndFlush(no).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
