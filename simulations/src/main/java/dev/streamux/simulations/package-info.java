/** Load and the truth about it: scenarios, arrivals, the streaming client, proxies and diagnosis. */
@NullMarked
package dev.streamux.simulations;

import org.jspecify.annotations.NullMarked;
