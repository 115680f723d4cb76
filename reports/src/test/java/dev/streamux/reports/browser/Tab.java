package dev.streamux.reports.browser;

import static dev.streamux.reports.browser.DevTools.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One page of the browser, with everything it asked for and complained about. */
public final class Tab implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final Map<String, Integer> KEYS = Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            " ",
            32,
            "PageUp",
            33,
            "End",
            35,
            "Home",
            36,
            "ArrowLeft",
            37,
            "ArrowRight",
            39);

    private final DevTools devTools;
    private final String target;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();

    private Tab(DevTools devTools, String target, String session) {
        this.devTools = devTools;
        this.target = target;
        this.session = session;
    }

    static Tab open(DevTools devTools) {
        String target = devTools.call(
                        "", "Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = devTools.call(
                        "",
                        "Target.attachToTarget",
                        JSON.createObjectNode().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        Tab tab = new Tab(devTools, target, session);
        devTools.listen(session, tab::notice);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tab.call(domain + ".enable", JSON.createObjectNode());
        }
        tab.call("Emulation.setFocusEmulationEnabled", JSON.createObjectNode().put("enabled", true));
        return tab;
    }

    private void notice(JsonNode event) {
        JsonNode what = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(what);
            case "Network.requestWillBeSent" ->
                requests.add(what.path("request").path("url").asText());
            case "Log.entryAdded" -> complaints.add(what.path("entry").toString());
            case "Runtime.exceptionThrown" ->
                complaints.add(what.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> complaints.add(what.path("type").asText() + " " + what.path("args"));
            default -> {
                // Other events say nothing about the page's manners.
            }
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        return devTools.call(session, method, parameters);
    }

    /** Goes to an address and waits until the page is loaded. */
    public void go(String url) {
        loaded = new CompletableFuture<>();
        JsonNode gone = call("Page.navigate", JSON.createObjectNode().put("url", url));
        if (gone.has("errorText")) {
            throw new IllegalStateException(url + ": " + gone.path("errorText"));
        }
        try {
            loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(url + " was not loaded", e);
        }
    }

    /** The value of an expression in the page; of a promise, what it comes to. */
    public JsonNode value(String expression) {
        JsonNode got = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (got.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + got.path("exceptionDetails"));
        }
        return got.path("result").path("value");
    }

    /** The value of an expression as text. */
    public String text(String expression) {
        return value(expression).asText();
    }

    /** Presses and lets go of a key that {@code KeyboardEvent.key} calls so. */
    public void press(String key) {
        ObjectNode event = JSON.createObjectNode()
                .put("key", key)
                .put("code", key.equals(" ") ? "Space" : key)
                .put("windowsVirtualKeyCode", KEYS.get(key));
        ObjectNode down = event.deepCopy().put("type", "keyDown");
        if (key.equals(" ")) {
            down.put("text", " ");
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", event.put("type", "keyUp"));
    }

    /** Makes a media feature such as {@code prefers-color-scheme} have this value. */
    public void media(String feature, String value) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.putArray("features").addObject().put("name", feature).put("value", value);
        call("Emulation.setEmulatedMedia", parameters);
    }

    /** Makes the page think that there is no network at all. */
    public void disconnect() {
        call(
                "Network.emulateNetworkConditions",
                JSON.createObjectNode()
                        .put("offline", true)
                        .put("latency", 0)
                        .put("downloadThroughput", -1)
                        .put("uploadThroughput", -1));
    }

    /** Gives the page a screen of this width in CSS pixels. */
    public void width(int pixels) {
        call(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", pixels)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Writes the whole page as a PNG. */
    public void picture(Path file) {
        JsonNode size = call("Page.getLayoutMetrics", JSON.createObjectNode()).path("cssContentSize");
        ObjectNode parameters = JSON.createObjectNode().put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.path("width").asInt())
                .put("height", size.path("height").asInt())
                .put("scale", 1);
        JsonNode shot = call("Page.captureScreenshot", parameters);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it is printed: a PDF. */
    public byte[] print() {
        JsonNode printed = call("Page.printToPDF", JSON.createObjectNode().put("printBackground", true));
        return Base64.getDecoder().decode(printed.path("data").asText());
    }

    /** The addresses of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Everything on the console so far: errors, warnings, exceptions, refused loads. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        devTools.call("", "Target.closeTarget", JSON.createObjectNode().put("targetId", target));
    }
}
