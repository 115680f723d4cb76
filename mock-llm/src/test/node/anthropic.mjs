// Anthropic's own client: Messages.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { checkWeather, fault, headers, noticedAtOnce, slow, TOKENS, weather } from './knobs.mjs';

const message = { model: 'mock', max_tokens: 2000, messages: [{ role: 'user', content: 'Hello' }] };

export function anthropicChecks(url) {
  const client = new Anthropic({ apiKey: 'none', baseURL: url });
  return {
    'anthropic: a stream has one delta a token and cumulative counts': async () => {
      const stream = client.messages.stream(message, { headers: headers() });
      const deltas = [];
      stream.on('text', (delta) => deltas.push(delta));
      const final = await stream.finalMessage();
      assert.equal(deltas.length, TOKENS);
      assert.equal(final.usage.output_tokens, TOKENS);
      assert.equal(final.stop_reason, 'end_turn');
      assert.equal(final.content[0].text, deltas.join(''));
      const body = await client.messages.create(message, { headers: headers() });
      assert.equal(body.content[0].text, final.content[0].text);
    },
    'anthropic: thinking comes in a block before the text': async () => {
      const thinking = { type: 'enabled', budget_tokens: 1024 };
      const final = await client.messages.stream({ ...message, thinking }, { headers: headers() }).finalMessage();
      assert.deepEqual(final.content.map((block) => block.type), ['thinking', 'text']);
      assert.ok(final.content[0].thinking.length > 0 && final.content[0].signature.length > 0);
    },
    'anthropic: a tool call streams its input': async () => {
      const tools = [{ name: 'weather', input_schema: weather }];
      const final = await client.messages.stream({ ...message, tools }, { headers: headers() }).finalMessage();
      assert.equal(final.stop_reason, 'tool_use');
      checkWeather(final.content[0].input);
    },
    'anthropic: too many requests are tried again after the time given': async () => {
      const before = performance.now();
      await client.messages.create(
        message, { headers: fault('status; code=429; retry-after=1; times=1; key=node-anthropic') });
      assert.ok(performance.now() - before >= 1000);
    },
    'anthropic: an error inside the stream is an APIError': async () => {
      const stream = await client.messages.create(
        { ...message, stream: true }, { headers: fault('error-event; after=10') });
      await assert.rejects(async () => { for await (const _ of stream); }, Anthropic.APIError);
    },
    'anthropic: an aborted stream is noticed within 100 ms': () => noticedAtOnce(url, 'anthropic', async (id) => {
      const stream = await client.messages.create({ ...message, stream: true }, { headers: slow(id) });
      for await (const _ of stream) stream.controller.abort();
    }),
    'anthropic: a wrong request is a BadRequestError': async () => {
      await assert.rejects(client.messages.create({ ...message, max_tokens: 0 }), Anthropic.BadRequestError);
    },
  };
}
