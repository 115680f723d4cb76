package dev.streamux.simulations.client.transport.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** A handler that does nothing. */
@Sharable
final class IgnoringHandler extends ChannelInboundHandlerAdapter {}
