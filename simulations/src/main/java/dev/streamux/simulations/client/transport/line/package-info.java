/** What every connection is to its user: a lease for one request, stamps of its reads, rest between two requests. */
@NullMarked
package dev.streamux.simulations.client.transport.line;

import org.jspecify.annotations.NullMarked;
