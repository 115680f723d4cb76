import dev.mokksy.aimocks.core.AbstractStreamingResponseSpecification;
import dev.mokksy.aimocks.openai.MockOpenai;
import java.util.Collections;
import kotlin.Unit;
import kotlin.time.DurationKt;
import kotlin.time.DurationUnit;

/** AI-Mocks with a list of chunks and its own delay between them. */
public class Peer {
    /** Arguments: streams, tokens, microseconds from token to token. Prints its port. */
    public static void main(String[] args) throws InterruptedException {
        int tokens = Integer.parseInt(args[1]);
        long delay = DurationKt.toDuration(Long.parseLong(args[2]), DurationUnit.MICROSECONDS);
        MockOpenai mock = new MockOpenai(0, false);
        mock.completion("stream", request -> {}).respondsStream(response -> {
            response.setSendDone(true);
            response.setFinishReason("stop");
            response.setResponseChunks(Collections.nCopies(tokens, "tok "));
            setDelay(response, delay);
            return Unit.INSTANCE;
        });
        System.out.println(mock.port());
        // All threads of the server are daemons.
        Thread.currentThread().join();
    }

    /** The setter's name has a hyphen, which Java cannot say: Kotlin made it for its value class of a duration. */
    private static void setDelay(AbstractStreamingResponseSpecification<?, ?, ?> response, long delay) {
        try {
            AbstractStreamingResponseSpecification.class
                    .getMethod("setDelayBetweenChunks-LRDsOJo", long.class)
                    .invoke(response, delay);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
