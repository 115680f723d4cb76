package dev.streamux.simulations.origin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Scripts by id, and the answers given for each. Safe for all threads. */
final class Announcements {
    /** What a request gets that nobody announced, such as one that a user sends by hand. */
    private static final Script UNANNOUNCED = Script.twoRates(400);

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<Answering>> answers = new ConcurrentHashMap<>();

    void announce(String id, Script script) {
        answers.put(id, new CopyOnWriteArrayList<>());
        scripts.put(id, script);
    }

    Script script(String id) {
        return scripts.getOrDefault(id, UNANNOUNCED);
    }

    void add(String id, Answering answering) {
        List<Answering> known = answers.get(id);
        if (known != null) {
            known.add(answering);
        }
    }

    List<Attempt> attempts(String id) {
        return answers.getOrDefault(id, List.of()).stream()
                .map(Answering::attempt)
                .toList();
    }

    void forget(String id) {
        scripts.remove(id);
        answers.remove(id);
    }
}
