/** Real proxies as routes: what they are called, how they are configured, started, awaited and surely stopped. */
@NullMarked
package dev.streamux.simulations.route;

import org.jspecify.annotations.NullMarked;
