// aimock with a streaming profile. Arguments: streams, tokens, microseconds from token to token. Prints its port.
import { LLMock } from "@copilotkit/aimock";

const [, tokens, gapMicros] = process.argv.slice(2).map(Number);
const mock = new LLMock({ port: 0, logLevel: "silent", chunkSize: 4 });
mock.onMessage(/.*/, { content: "tok ".repeat(tokens) }, { chunkSize: 4, streamingProfile: { ttft: 200, tps: 1e6 / gapMicros } });
await mock.start();
console.log(new URL(mock.url).port);
