/** Examines one endpoint: is it streamed, who buffers, and what line changes that. */
@NullMarked
package dev.streamux.simulations.doctor;

import org.jspecify.annotations.NullMarked;
